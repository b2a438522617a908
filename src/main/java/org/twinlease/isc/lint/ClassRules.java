package org.twinlease.isc.lint;

import org.twinlease.isc.outline.ClassPart;
import org.twinlease.isc.outline.Entry;
import org.twinlease.isc.outline.Site;
import org.twinlease.isc.tree.Misread;
import org.twinlease.isc.tree.Token;

/// Rules about classes that match otherwise than they look, or not at all.
final class ClassRules {
    private static final int ETHERNET = 6;

    private ClassRules() {}

    static void noMatch(Site site, Findings out) {
        for (ClassPart part : site.classes().values()) {
            if (!part.isNeverMatched() || part.match() != null) continue;
            out.at(
                    part.entry(),
                    "The class \""
                            + part.name()
                            + "\" has no 'match if', 'match' or 'spawn with' and nothing adds to"
                            + " it: no client is ever a member.",
                    "Give it a 'match if', or remove it.");
        }
    }

    static void noSubclass(Site site, Findings out) {
        for (ClassPart part : site.classes().values()) {
            Entry match = part.match();
            if (!part.isNeverMatched() || match == null) continue;
            out.at(
                    match,
                    "The class \""
                            + part.name()
                            + "\" has no subclass with a value of "
                            + match.head(1)
                            + ", so no client is ever a member.",
                    "Add 'subclass \"" + part.name() + "\" VALUE;', or write 'spawn with'.");
        }
    }

    static void noType(Site site, Findings out) {
        for (Formula span : Formula.all(site)) compared(span, out);
        for (ClassPart part : site.classes().values()) {
            Entry match = part.match();
            boolean hardware =
                    match != null && match.is("match", "hardware") && match.length() == 2;
            if (!hardware) continue;
            for (Entry subclass : part.subclasses()) {
                if (octets(subclass, 2) != ETHERNET) continue;
                boolean string = subclass.token(2).kind() == Token.Kind.STRING;
                out.at(
                        subclass,
                        2,
                        "'hardware' begins with the type of the hardware, 1 for Ethernet, so these"
                                + " 6 octets of the class \""
                                + part.name()
                                + "\" match no client.",
                        string ? "Put \\001 before them." : "Write 1:" + subclass.head(2) + ".",
                        out.editor(subclass)
                                .replace(
                                        subclass,
                                        2,
                                        3,
                                        string
                                                ? "\"\\001" + subclass.token(2).raw().substring(1)
                                                : "1:" + subclass.token(2).raw()));
            }
        }
    }

    private static int octets(Entry entry, int index) {
        if (entry.length() <= index) return -1;
        try {
            return entry.token(index).kind() == Token.Kind.STRING
                    ? entry.token(index).octets().length()
                    : entry.cursor(index).octetList().length();
        } catch (Misread _) {
            return -1;
        }
    }

    private static void compared(Formula span, Findings out) {
        Entry entry = span.entry();
        for (int i = span.from(); i < span.to(); i++) {
            if (!entry.token(i).is("hardware")) continue;
            int right = span.comparesAt(i + 1) ? span.behindEquals(i + 1) : -1;
            int at = right > 0 && isSix(entry, right, span.to()) ? right : before(span, i);
            if (at < 0) continue;
            out.at(
                    entry,
                    at,
                    "'hardware' begins with the type of the hardware, 1 for Ethernet, so it never"
                            + " equals these 6 octets.",
                    "Write 1: before them, or compare substring(hardware, 1, 6).",
                    out.editor(entry).replace(entry, at, at + 1, "1:" + entry.token(at).raw()));
        }
    }

    /// Where six octets begin that stand before `= hardware`; -1 when there are none.
    private static int before(Formula span, int hardware) {
        int equals = hardware - 1;
        if (equals < span.from() || !span.entry().token(equals).is("=")) return -1;
        int start = span.entry().token(equals - 1).is("!") ? equals - 12 : equals - 11;
        boolean fits = start >= span.from() && isSix(span.entry(), start, hardware);
        return fits && (start == span.from() || !span.entry().token(start - 1).is(":"))
                ? start
                : -1;
    }

    private static boolean isSix(Entry entry, int from, int to) {
        for (int i = 0; i < 11; i++) {
            if (from + i >= to) return false;
            Token token = entry.token(from + i);
            boolean fits = i % 2 == 0 ? token.isHexadecimal() : token.is(":");
            if (!fits) return false;
        }
        return from + 11 >= to || !entry.token(from + 11).is(":");
    }
}
