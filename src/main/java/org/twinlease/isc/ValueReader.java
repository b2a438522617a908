package org.twinlease.isc;

import org.jspecify.annotations.Nullable;
import org.twinlease.isc.tree.ConfTree;
import org.twinlease.isc.tree.Cursor;
import org.twinlease.isc.tree.Misread;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Reads the value of an option or parameter by its format string and gives it in wire form
/// (`spec/dhcpd-conf.md` section 6).
final class ValueReader {
    /// The spellings of a flag; `ignore` is the third value that dhcpd's parameters know.
    private static final Map<String, Integer> FLAGS =
            Map.of("true", 1, "on", 1, "false", 0, "off", 0, "ignore", 2);

    /// A format string taken apart: fields in order, and whether all of them may stand several
    /// times, with commas between.
    private record Shape(List<Field> fields, boolean repeats) {

        /// One field: its letter, the name behind `E` and `N`, or `c` behind `D`, and whether it
        /// alone may stand several times.
        record Field(char letter, String name, boolean optional, boolean repeats) {}

        static Shape of(String format) {
            List<Field> fields = new ArrayList<>();
            boolean repeats = false;
            int i = 0;
            while (i < format.length()) {
                char letter = format.charAt(i++);
                switch (letter) {
                    case 'A' -> repeats = true;
                    case 'a', 'o', 'c' -> {
                        Field last = fields.removeLast();
                        fields.add(
                                new Field(
                                        last.letter,
                                        letter == 'c' ? "c" : last.name,
                                        last.optional || letter == 'o',
                                        last.repeats || letter == 'a'));
                    }
                    case 'E', 'N' -> {
                        int dot = format.indexOf('.', i);
                        fields.add(new Field(letter, format.substring(i, dot), false, false));
                        i = dot + 1;
                    }
                    default -> fields.add(new Field(letter, "", false, false));
                }
            }
            return new Shape(List.copyOf(fields), repeats);
        }
    }

    private final ConfTree tree;
    private final Cursor in;
    private final DhcpdConf.Resolver resolver;
    private final Report report;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private boolean unresolved;

    ValueReader(ConfTree tree, Cursor in, DhcpdConf.Resolver resolver, Report report) {
        this.tree = tree;
        this.in = in;
        this.resolver = resolver;
        this.report = report;
    }

    /// The value; null when it consists of host names that could not be resolved, which is
    /// reported.
    @Nullable Octets read(String format) {
        Shape shape = Shape.of(format);
        if (shape.fields().isEmpty()) {
            throw in.misread(
                    "option-unusable", "This option exists but cannot be set.", "Remove it.");
        }
        do {
            for (Shape.Field field : shape.fields()) {
                if (field.optional() && in.atEnd()) break;
                do field(field);
                while (field.repeats() && in.skip(","));
            }
        } while (shape.repeats() && in.skip(","));
        boolean incomplete = shape.fields().size() > 1 || out.size() == 0;
        return unresolved && incomplete ? null : Octets.of(out.toByteArray());
    }

    private void field(Shape.Field field) {
        switch (field.letter()) {
            case 'I' -> address();
            case '6' -> out.writeBytes(in.address6().toArray());
            case 'l' -> integer(32, true);
            case 's' -> integer(16, true);
            case 'b' -> integer(8, true);
            case 'L' -> integer(32, false);
            case 'S' -> integer(16, false);
            case 'B' -> integer(8, false);
            case 'T' -> seconds();
            case 'f' -> flag();
            case 't' -> text();
            case 'X', 'E' -> octets();
            case 'd' -> domainName();
            case 'D' -> domainList(field.name().equals("c"));
            case 'N' -> word(field.name());
            case 'U' -> name(in.stringOrIdentifier("the name of an option space"));
            case 'k' -> name(in.seesString() ? in.next().text() : in.hostName("a key's name"));
            default -> {} // Z: there is nothing to read
        }
    }

    private void name(String name) {
        out.writeBytes(Octets.ofText(name).toArray());
    }

    private void address() {
        if (in.seesAddress()) {
            out.writeBytes(in.address().octets());
            return;
        }
        int at = in.position();
        if (in.atEnd() || !(in.peek().isIdentifier() || in.seesNumber())) {
            throw in.misreadUnlessBrace(
                    "address-expected",
                    "Expected an IPv4 address or a host name, found " + in.found() + ".",
                    "Write an address as in 192.0.2.1.");
        }
        List<Ip4> found = Names.resolve(tree, at, in.hostName("a host name"), resolver, report);
        if (found.isEmpty()) unresolved = true;
        for (Ip4 address : found) out.writeBytes(address.octets());
    }

    private void integer(int bits, boolean signed) {
        int at = in.position();
        boolean odd = in.wraps() && !(signed && in.peek().raw().startsWith("-"));
        String raw = in.peek().raw();
        long value = in.integer(bits);
        if (odd) {
            report.warn(
                    tree,
                    at,
                    "S20",
                    "The number " + raw + " is read as " + (value & 0xFFFF_FFFFL) + ".",
                    "Write a decimal number without leading zero, 0 to 4294967295.");
        }
        for (int shift = bits - 8; shift >= 0; shift -= 8) out.write((int) (value >> shift));
    }

    private void seconds() {
        if (in.skip("infinite")) out.writeBytes(new byte[] {-1, -1, -1, -1});
        else integer(32, false);
    }

    private void flag() {
        Integer value = FLAGS.get(in.peek().raw().toLowerCase(Locale.ROOT));
        if (in.atEnd() || value == null) {
            throw in.misread(
                    "boolean-expected",
                    "Expected true, false, on, off or ignore, found " + in.found() + ".",
                    "Write true or false.");
        }
        in.next();
        out.write(value);
    }

    private void text() {
        if (!in.atEnd() && (in.seesString() || in.peek().isIdentifier())) {
            out.writeBytes(in.next().octets().toArray());
            return;
        }
        String shown = in.atEnd() ? "..." : in.peek().raw();
        throw in.misread(
                "string-expected",
                "Expected text, found " + in.found() + ".",
                "Put it in double quotes: \"" + shown + "\".");
    }

    private void octets() {
        if (in.seesString()) {
            out.writeBytes(in.next().octets().toArray());
        } else if (!in.atEnd() && in.peek().isHexadecimal()) {
            out.writeBytes(in.octetList().toArray());
        } else {
            throw in.misread(
                    "octets-expected",
                    "Expected a string or hexadecimal octets, found " + in.found() + ".",
                    "Write \"text\" or octets with colons, as in 01:0a:ff.");
        }
    }

    private void domainName() {
        int at = in.position();
        if (!new DomainNames(out, false).add(in.hostName("a domain name without quotes"))) {
            throw badName(at);
        }
    }

    private void domainList(boolean compressed) {
        var names = new DomainNames(out, compressed);
        do {
            int at = in.position();
            Octets name = in.string("domain-string-expected", "a domain name");
            if (name.text().contains(" ")) {
                report.warn(
                        tree,
                        at,
                        "S32",
                        "The string " + tree.token(at).quoted() + " is one name with blanks in it.",
                        "Write one string for each name, with commas between.");
            }
            if (!names.add(name.text())) throw badName(at);
        } while (in.skip(","));
    }

    private Misread badName(int at) {
        return in.misreadAt(
                at,
                "bad-domain-name",
                tree.token(at).quoted() + " is no domain name.",
                "Labels have 1 to 63 characters, a name at most 253.");
    }

    private void word(String enumeration) {
        BuiltIn.Enumeration known = BuiltIn.enumeration(enumeration);
        Integer value = in.atEnd() ? null : known.words().get(in.peek().raw());
        if (value == null) {
            throw in.misread(
                    "unknown-value",
                    "Expected one of "
                            + String.join(", ", known.words().keySet())
                            + ", found "
                            + in.found()
                            + ".",
                    Spelling.guess(in.peek().raw(), known.words().keySet(), "Case counts here."));
        }
        in.next();
        for (int shift = 8 * (known.width() - 1); shift >= 0; shift -= 8) out.write(value >> shift);
    }
}
