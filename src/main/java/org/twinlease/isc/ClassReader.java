package org.twinlease.isc;

import org.twinlease.isc.tree.Cursor;
import org.twinlease.isc.tree.Misread;

/// Reads classes and subclasses (`spec/dhcpd-conf.md` 3.4). They are kept in the tree and their
/// names are known, but no client is a member of any: each is reported.
final class ClassReader {
    private final Reader reader;

    ClassReader(Reader reader) {
        this.reader = reader;
    }

    void clientClass(Statement s) {
        Cursor in = s.in();
        String name = in.string("class-name-expected", "the name of the class").text();
        Draft.ClientClass known =
                reader.draft().classes.computeIfAbsent(name, n -> new Draft.ClientClass(n, false));
        if (s.context().acted()) notActedOn(s, "the class \"" + name + "\"");
        body(s, known);
    }

    private void body(Statement s, Draft.ClientClass known) {
        Context inside = s.context().inside(Place.CLASS, new Level(null));
        reader.items(s, s.body(), inside.with(known));
    }

    void subclass(Statement s) {
        Cursor in = s.in();
        int at = in.position();
        String name = in.string("class-name-expected", "the name of a class").text();
        Draft.ClientClass of = reader.draft().classes.get(name);
        if (of == null) {
            throw in.misreadAt(
                    at,
                    "unknown-class",
                    "No class \"" + name + "\" is declared before this line.",
                    Spelling.guess(
                            name,
                            reader.draft().classes.keySet(),
                            "Declare the class first; case counts."));
        }
        if (in.seesString()) in.next();
        else in.octetList();
        if (s.context().acted()) notActedOn(s, "the subclass of \"" + name + "\"");
        if (s.hasBlock()) body(s, new Draft.ClientClass(name, true));
    }

    void match(Statement s) {
        Cursor in = s.in();
        Draft.ClientClass of = s.context().clientClass();
        boolean matchIf = in.skip("if");
        if (of == null) return;
        if (of.isSubclass) {
            throw in.misreadAt(
                    s.start(),
                    "match-in-subclass",
                    "A subclass cannot match by itself.",
                    "Match in its class.");
        }
        if (matchIf) {
            if (of.matchIf) throw twice(s, "The class has a 'match if' already.");
            of.matchIf = true;
        } else {
            submatch(s, of);
        }
        expression(s);
    }

    void spawn(Statement s) {
        s.in().expect("with", "with-expected");
        Draft.ClientClass of = s.context().clientClass();
        if (of != null) submatch(s, of);
        expression(s);
    }

    private void submatch(Statement s, Draft.ClientClass of) {
        if (of.submatch) throw twice(s, "The class has a 'match' or 'spawn with' already.");
        of.submatch = true;
    }

    private Misread twice(Statement s, String message) {
        return s.in().misreadAt(
                        s.start(), "match-twice", message, "Combine both into one expression.");
    }

    private void expression(Statement s) {
        LogicReader.expression(s.in());
    }

    void leaseLimit(Statement s) {
        s.in().expect("limit", "limit-expected");
        s.in().decimal("the limit of leases");
    }

    private void notActedOn(Statement s, String what) {
        reader.report()
                .warn(
                        s.tree(),
                        s.start(),
                        "not-acted-on",
                        "Not acted on yet by this server: " + what + "; no client belongs to it.",
                        "Pools that only its members may use stay unused.");
    }
}
