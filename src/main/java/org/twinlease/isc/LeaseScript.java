package org.twinlease.isc;

import org.jspecify.annotations.Nullable;
import org.twinlease.isc.expr.ExpressionReader;
import org.twinlease.isc.tree.ConfNode;
import org.twinlease.isc.tree.ConfTree;
import org.twinlease.isc.tree.Cursor;
import org.twinlease.isc.tree.Token;
import org.twinlease.lease.Kept;
import org.twinlease.lease.Kept.Kind;
import org.twinlease.value.Octets;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What statements have left in the entry of a lease (`spec/dhcpd-leases.md` 5): variables, the
/// class that it counts for, and what is to be done at its end. Read to be kept with the lease, and
/// written from there again.
final class LeaseScript {
    private static final Set<String> EVENTS = Set.of("expiry", "commit", "release", "transmission");

    private final Map<String, Kept.Entry> variables = new LinkedHashMap<>();
    private final List<Kept.Entry> events = new ArrayList<>();
    private @Nullable Octets billing;

    /// Whether something is to be done at the lease's end.
    boolean hasEvents() {
        return !events.isEmpty();
    }

    /// The variables and events in the form that is kept; null when there are none.
    @Nullable Octets kept() {
        List<Kept.Entry> all = new ArrayList<>(variables.values());
        all.addAll(events);
        return new Kept(all).encode();
    }

    /// The class in the form that is kept; null for none.
    @Nullable Octets billing() {
        return billing;
    }

    /// `set NAME = VALUE`, behind the first word. A name that comes again counts at its last place.
    void set(Cursor in) {
        String name = ExpressionReader.variable(in);
        in.expect("=", "equals-expected");
        if (in.skip("%")) {
            int number = (int) in.decimal("the value");
            keep(Kind.NUMBER, name, Octets.of(ByteBuffer.allocate(4).putInt(number).array()));
        } else if (in.sees("true") || in.sees("false")) {
            keep(Kind.TRUTH, name, Octets.of((byte) (in.next().is("true") ? 1 : 0)));
        } else {
            keep(Kind.DATA, name, octets(in));
        }
    }

    /// `ddns-fwd-name "x"` of old versions, behind the first word.
    void name(Cursor in, String word) {
        keep(Kind.DATA, word, in.string("string-expected", "a name"));
    }

    private void keep(Kind kind, String name, Octets value) {
        variables.remove(name);
        variables.put(name, new Kept.Entry(kind, name, value));
    }

    private static Octets octets(Cursor in) {
        return in.seesString() ? in.next().octets() : in.octetList();
    }

    /// `billing class "c"` or `billing subclass "c" DATA`, behind the first word.
    void billing(Cursor in) {
        boolean sub = in.skip("subclass");
        if (!sub) in.expect("class", "class-expected");
        Octets name = Octets.ofText(in.stringOrIdentifier("the name of a class"));
        if (!sub) {
            billing = name;
            return;
        }
        Octets data = octets(in);
        byte[] all = new byte[name.length() + 1 + data.length()];
        name.copyTo(all, 0);
        data.copyTo(all, name.length() + 1);
        billing = Octets.of(all);
    }

    /// `on EVENT or EVENT { ... }`.
    void event(ConfTree tree, ConfNode.Block body) {
        var in = new Cursor(tree, body.from() + 1, body.open());
        List<String> names = new ArrayList<>();
        do {
            int at = in.position();
            String name = in.identifier("an event").toLowerCase(Locale.ROOT);
            if (!EVENTS.contains(name)) {
                throw in.misreadAt(
                        at,
                        "event-expected",
                        "Expected an event of a lease, found '" + name + "'.",
                        "");
            }
            names.add(name);
        } while (in.skip("or"));
        int close = body.close() < 0 ? body.to() : body.close();
        Octets text = Octets.ofText(tree.source(body.open() + 1, close));
        events.add(new Kept.Entry(Kind.EVENT, String.join(" or ", names), text));
    }

    /// The line of the class that a lease counts for.
    static void writeBilling(StringBuilder out, @Nullable Octets billing) {
        if (billing == null) return;
        int end = 0;
        while (end < billing.length() && billing.at(end) != 0) end++;
        byte[] all = billing.toArray();
        String name = LeaseWriter.quoted(Octets.of(all, 0, end));
        if (end == billing.length()) {
            LeaseWriter.line(out, "billing class ", name);
            return;
        }
        Octets data = Octets.of(all, end + 1, all.length - end - 1);
        LeaseWriter.line(out, "billing subclass " + name + " ", LeaseWriter.value(data));
    }

    /// The lines of all variables; those whose name a dhcpd would not read are left out.
    static void writeVariables(StringBuilder out, Kept kept) {
        for (Kept.Entry entry : kept.entries()) {
            if (entry.kind() == Kind.EVENT || !isVariable(entry.name())) continue;
            Octets value = entry.value();
            String text =
                    switch (entry.kind()) {
                        case NUMBER -> "%" + ByteBuffer.wrap(value.toArray()).getInt();
                        case TRUTH -> value.at(0) == 1 ? "true" : "false";
                        case DATA, EVENT -> LeaseWriter.quoted(value);
                    };
            LeaseWriter.line(out, "set " + entry.name() + " = ", text);
        }
    }

    private static boolean isVariable(String name) {
        ConfTree tree = ConfTree.of("", Octets.ofText(name).toArray());
        Token.Kind kind = tree.token(0).kind();
        return tree.size() == 2
                && tree.token(0).trivia().isEmpty()
                && (kind == Token.Kind.NAME || kind == Token.Kind.NUMBER_OR_NAME);
    }

    /// What is to be done at the lease's end.
    static void writeEvents(StringBuilder out, Kept kept) {
        for (Kept.Entry entry : kept.entries()) {
            if (entry.kind() != Kind.EVENT) continue;
            out.append("  on ").append(entry.name()).append(" {\n    ");
            out.append(entry.value().text()).append("\n  }\n");
        }
    }
}
