package org.twinlease.isc.tree;

import java.util.Locale;

/// What can be wrong with one token by itself (`spec/dhcpd-conf.md` 2.1, 2.2).
public enum LexicalFault {
    STRING_NOT_CLOSED("The string has no closing quote.", "Write \" where the text ends."),
    STRING_TOO_LONG(
            "The string is longer than the 1499 octets that dhcpd can hold.",
            "Shorten it, or split the value over several statements."),
    BAD_HEX_ESCAPE(
            "\\x in a string is not followed by two hexadecimal digits.",
            "Write two digits, as in \\x0a, or \\\\ for a backslash."),
    BAD_OCTAL_ESCAPE(
            "A backslash and a digit in a string are not followed by two more octal digits.",
            "Write three digits, as in \\012, or \\\\ for a backslash."),
    WHITESPACE_TOO_LONG(
            "More than 1499 blanks and line ends stand in a row; dhcpd gives up on such a file.",
            "Remove some of them.");

    private final String message;
    private final String remedy;

    LexicalFault(String message, String remedy) {
        this.message = message;
        this.remedy = remedy;
    }

    /// The stable code of the problem.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String message() {
        return message;
    }

    public String remedy() {
        return remedy;
    }
}
