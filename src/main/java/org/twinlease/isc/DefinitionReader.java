package org.twinlease.isc;

import org.jspecify.annotations.Nullable;
import org.twinlease.isc.tree.Cursor;
import org.twinlease.isc.tree.Misread;
import org.twinlease.isc.tree.Token;

import java.util.Locale;

/// Reads `option space` and `option name code N = type` (`spec/dhcpd-conf.md` 3.7).
final class DefinitionReader {
    private final Reader reader;

    DefinitionReader(Reader reader) {
        this.reader = reader;
    }

    void space(Statement s) {
        Cursor in = s.in();
        global(s, "An option space");
        String name = in.identifier("a name for the option space");
        int code = 1;
        int length = 1;
        while (!in.atEnd()) {
            if (in.skip("code")) {
                in.expect("width", "width-expected");
                code = (int) in.decimal("the width of codes");
                if (code != 1 && code != 2 && code != 4) {
                    throw in.misreadBefore(
                            "bad-width",
                            "Codes cannot be " + code + " octets wide.",
                            "Write 1, 2 or 4.");
                }
            } else if (in.skip("length")) {
                in.expect("width", "width-expected");
                length = (int) in.decimal("the width of lengths");
                if (length != 1 && length != 2) {
                    throw in.misreadBefore(
                            "bad-width",
                            "Lengths cannot be " + length + " octets wide.",
                            "Write 1 or 2.");
                }
            } else if (in.skip("hash")) {
                in.expect("size", "size-expected");
                in.decimal("the hash size");
            } else {
                break;
            }
        }
        reader.spaces().addSpace(name, code, length);
    }

    private void global(Statement s, String what) {
        if (s.context().place() == Place.GLOBAL) return;
        throw s.in().misreadAt(
                        s.in().position() - 2,
                        "definition-scoped",
                        what + " can be defined at the top level only.",
                        "Move the definition to the top of the file.");
    }

    void option(Statement s, OptionSpaces.Space space, String name, int at) {
        Cursor in = s.in();
        in.next();
        global(s, "An option");
        if (in.atEnd() || in.peek().kind() != Token.Kind.NUMBER) {
            throw in.misread(
                    "option-code-expected",
                    "Expected the option's code, found " + in.found() + ".",
                    "Write a number, as in 'code 224'.");
        }
        int code = (int) in.decimal("the option's code");
        in.expect("=", "equals-expected");
        String format = format(in);
        advise(s, space, name, code, at);
        reader.spaces().define(new OptionDefinition(space.name(), code, name, format));
    }

    private void advise(Statement s, OptionSpaces.Space space, String name, int code, int at) {
        long most = (1L << (8 * space.codeWidth())) - 1;
        boolean reserved = space.name().equals(OptionSpaces.DHCP) && (code == 0 || code == 255);
        if (code < 0 || code > most || reserved) {
            reader.report()
                    .warn(
                            s.tree(),
                            at,
                            "S30",
                            "The code "
                                    + code
                                    + " of "
                                    + name
                                    + " is outside what its space can send.",
                            "Use a code from 1 to " + (most - 1) + ".");
        }
        OptionDefinition other = reader.spaces().other(space, code, name);
        if (other != null) {
            reader.report()
                    .warn(
                            s.tree(),
                            at,
                            "S31",
                            "The code " + code + " has the name " + other.name() + " already.",
                            "Use that name, or another code.");
        }
    }

    private String format(Cursor in) {
        boolean array = array(in);
        if (in.skip("{")) return record(in, array) + (array ? "A" : "");
        // A nested array is no type.
        String element = element(in, array);
        if (element.startsWith("E") && array) throw encapsulations(in);
        return element + (array ? "A" : "");
    }

    private static boolean array(Cursor in) {
        if (!in.skip("array")) return false;
        in.expect("of", "of-expected");
        return true;
    }

    private static Misread encapsulations(Cursor in) {
        return in.misread(
                "array-of-spaces", "There is no array of option spaces.", "Encapsulate one.");
    }

    /// The fields of a record. One of them can be an array, with others behind it.
    private String record(Cursor in, boolean array) {
        var format = new StringBuilder();
        boolean more = true;
        while (more) {
            boolean inner = in.sees("array") && !array && array(in);
            if (inner && in.sees("{")) {
                throw in.misread(
                        "nested-array", "An array in a record has no records.", "Flatten it.");
            }
            String element = element(in, array || inner);
            format.append(element).append(inner ? "a" : "");
            more = in.sees(",");
            if (more && element.startsWith("E")) {
                throw in.misreadAt(
                        in.position() + 1,
                        "text-not-last",
                        "An option space ends a record.",
                        "Move it to the end.");
            }
            if (more && isOpen(element)) {
                throw in.misread(
                        "text-not-last",
                        "A field without fixed length has to be the last of its record.",
                        "Move it to the end.");
            }
            in.skip(",");
        }
        in.expect("}", "right-brace-expected");
        if (array && format.indexOf("E") >= 0) throw encapsulations(in);
        return format.toString();
    }

    /// Whether a field has no length of its own.
    private static boolean isOpen(String element) {
        return "tXZdD".indexOf(element.charAt(0)) >= 0;
    }

    private String element(Cursor in, boolean inArray) {
        if (in.sees("array")) {
            throw in.misread("nested-array", "An array cannot hold arrays.", "Flatten it.");
        }
        String simple = simple(in.peek().raw().toLowerCase(Locale.ROOT));
        int at = in.position();
        if (simple != null && !in.atEnd()) {
            in.next();
            if (simple.equals("D") && in.skip("compressed")) simple = "Dc";
            if (!inArray || !isOpen(simple)) return simple;
            throw in.misreadAt(
                    at,
                    "array-of-text",
                    "There is no array of what has no fixed length.",
                    "Use domain-list for names, or string with octets.");
        }
        if (in.skip("encapsulate")) return encapsulate(in);
        boolean signed = in.skip("signed");
        boolean unsigned = !signed && in.skip("unsigned");
        if (!in.skip("integer")) {
            throw in.misread(
                    "unknown-type",
                    "Expected a type, found " + in.found() + ".",
                    "Types are boolean, integer 8 (16, 32), unsigned integer 8 (16, 32),"
                            + " ip-address, ip6-address, text, string, domain-name, domain-list,"
                            + " encapsulate, zerolen, array of, and records in braces.");
        }
        return integer(in, unsigned);
    }

    private static String integer(Cursor in, boolean unsigned) {
        int at = in.position();
        long width = in.decimal("the width of the integer");
        String letter =
                switch ((int) width) {
                    case 8 -> "b";
                    case 16 -> "s";
                    case 32 -> "l";
                    default ->
                            throw in.misreadAt(
                                    at,
                                    "bad-width",
                                    "There are no integers of " + width + " bits.",
                                    "Write 8, 16 or 32.");
                };
        return unsigned ? letter.toUpperCase(Locale.ROOT) : letter;
    }

    private String encapsulate(Cursor in) {
        int at = in.position();
        String name = in.identifier("the name of an option space");
        OptionSpaces.Space space = reader.spaces().space(name);
        if (space != null) return "E" + space.name() + ".";
        throw in.misreadAt(
                at,
                "unknown-option-space",
                "No option space named " + name + " is defined before this line.",
                "Define it with 'option space " + name + ";'.");
    }

    private static @Nullable String simple(String word) {
        return switch (word) {
            case "boolean" -> "f";
            case "ip-address" -> "I";
            case "ip6-address" -> "6";
            case "text" -> "t";
            case "string" -> "X";
            case "domain-name" -> "d";
            case "domain-list" -> "D";
            case "zerolen" -> "Z";
            default -> null;
        };
    }
}
