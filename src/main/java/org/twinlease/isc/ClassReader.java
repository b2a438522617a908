package org.twinlease.isc;

import org.twinlease.isc.tree.Cursor;
import org.twinlease.isc.tree.Misread;
import org.twinlease.value.Octets;

/// Reads classes and subclasses (`spec/dhcpd-conf.md` 3.4).
final class ClassReader {
    private final Reader reader;

    ClassReader(Reader reader) {
        this.reader = reader;
    }

    void clientClass(Statement s) {
        Cursor in = s.in();
        String name = in.string("class-name-expected", "the name of the class").text();
        boolean legacy = !s.tree().token(s.start()).is("class");
        Draft.ClientClass before = reader.draft().classes.get(name);
        if (legacy) before = reader.draft().declaredClass(in, in.position() - 1, name);
        Draft.ClientClass known =
                before == null ? new Draft.ClientClass(name, s.origin(), null) : before;
        body(s, known);
        // It cannot be named in its own block.
        reader.draft().classes.putIfAbsent(name, known);
    }

    private void body(Statement s, Draft.ClientClass known) {
        known.matchIfHere = false;
        known.submatchHere = false;
        Context inside = s.context().inside(Place.CLASS, known.level);
        reader.items(s, s.body(), inside.with(known));
    }

    void subclass(Statement s) {
        Cursor in = s.in();
        int at = in.position();
        String name = in.string("class-name-expected", "the name of a class").text();
        Draft.ClientClass of = reader.draft().declaredClass(in, at, name);
        if (in.atEnd() || !(in.seesString() || in.peek().isHexadecimal())) {
            throw in.misreadBefore(
                    "octets-expected",
                    "Expected a string or hexadecimal octets, found " + in.found() + ".",
                    "Write what the class's match has to yield.");
        }
        Octets data = in.seesString() ? in.next().octets() : in.octetList();
        Draft.ClientClass sub =
                of.subclasses.computeIfAbsent(
                        data, d -> new Draft.ClientClass(name, s.origin(), d));
        sub.leaseLimit = of.leaseLimit;
        if (s.hasBlock()) body(s, sub);
    }

    void match(Statement s) {
        Cursor in = s.in();
        Draft.ClientClass of = s.context().clientClass();
        boolean matchIf = in.skip("if");
        if (of == null) return;
        if (of.isSubclass()) {
            throw in.misreadAt(
                    s.start() - 1,
                    "match-in-subclass",
                    "A subclass cannot match by itself.",
                    "Match in its class.");
        }
        if (matchIf) {
            if (of.matchIfHere) throw twice(s, "The class has a 'match if' already.");
            of.matchIfHere = true;
            of.matchIf = reader.expressions(s).truth();
        } else {
            submatch(s, of, false);
        }
    }

    void spawn(Statement s) {
        Draft.ClientClass of = s.context().clientClass();
        if (of != null && of.isSubclass()) {
            throw s.in().misreadAt(
                            s.start(),
                            "match-in-subclass",
                            "A subclass cannot spawn classes.",
                            "Spawn in its class.");
        }
        s.in().expect("with", "with-expected");
        if (of != null) submatch(s, of, true);
    }

    private void submatch(Statement s, Draft.ClientClass of, boolean spawns) {
        if (of.submatchHere) {
            throw twice(s, "The class has a 'match' or 'spawn with' already.");
        }
        of.submatchHere = true;
        of.submatch = reader.expressions(s).data();
        // A class that spawned once goes on to do so, whatever it matches by.
        of.spawns |= spawns;
    }

    private Misread twice(Statement s, String message) {
        return s.in().misreadBefore("match-twice", message, "Combine both into one expression.");
    }

    void leaseLimit(Statement s) {
        s.in().expect("limit", "limit-expected");
        int at = s.in().position();
        int limit = (int) s.in().decimal("the limit of leases");
        if (limit < 0) {
            throw s.in().misreadAt(
                            at,
                            "limit-negative",
                            "The limit is " + limit + "; dhcpd ends here for want of memory.",
                            "Write how many leases the class may have.");
        }
        Draft.ClientClass of = s.context().clientClass();
        if (of != null) of.leaseLimit = limit;
    }
}
