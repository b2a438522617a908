package org.twinlease.isc.lint;

import java.util.Set;

/// Whether a text is a POSIX extended regular expression as the C library compiles it for dhcpd
/// (`regcomp` with `REG_EXTENDED`; POSIX.1-2017 9.4).
final class PosixRegex {
    private static final Set<String> CLASSES =
            Set.of(
                    "alnum", "alpha", "blank", "cntrl", "digit", "graph", "lower", "print", "punct",
                    "space", "upper", "xdigit");
    private static final int MOST_REPEATS = 32_767;

    /// What means a place between characters behind a backslash: nothing that could be repeated.
    private static final String PLACES = "bB<>`'";

    private final String text;
    private int at;
    private int depth;
    private int groups;

    /// Whether nothing stands before that an operator could repeat.
    private boolean fresh = true;

    private PosixRegex(String text) {
        this.text = text;
    }

    /// What is wrong, in words; empty when nothing is.
    static String fault(String text) {
        return new PosixRegex(text).run();
    }

    private String run() {
        while (at < text.length()) {
            String fault = step(text.charAt(at++));
            if (!fault.isEmpty()) return fault;
        }
        return depth > 0 ? "'(' is not closed" : "";
    }

    private String step(char c) {
        switch (c) {
            case '\\' -> {
                return escape();
            }
            case '[' -> {
                fresh = false;
                return brackets();
            }
            case '(' -> {
                depth++;
                fresh = true;
            }
            case ')' -> {
                if (depth > 0) {
                    depth--;
                    groups++;
                }
                fresh = false;
            }
            case '|', '^', '$' -> fresh = c != '$' || at < text.length();
            case '*', '+', '?' -> {
                if (fresh) return "nothing stands before '" + c + "'";
            }
            case '{' -> {
                return fresh ? "nothing stands before '{'" : interval();
            }
            default -> fresh = false;
        }
        return "";
    }

    private String escape() {
        if (at == text.length()) return "it ends with a backslash";
        char c = text.charAt(at++);
        fresh = PLACES.indexOf(c) >= 0;
        boolean reference = c >= '1' && c <= '9';
        return reference && c - '0' > groups ? "\\" + c + " refers to no group" : "";
    }

    private String interval() {
        int close = text.indexOf('}', at);
        if (close < 0) return "'{' is not closed";
        String inside = text.substring(at, close);
        at = close + 1;
        if (!inside.matches("[0-9]+|[0-9]*,[0-9]*")) return "{" + inside + "} is no count";
        String[] ends = inside.split(",", -1);
        long low = number(ends[0], 0);
        long high = ends.length == 1 ? low : number(ends[1], MOST_REPEATS);
        if (high > MOST_REPEATS || low > high) return "{" + inside + "} is no count";
        return "";
    }

    private static long number(String digits, long otherwise) {
        if (digits.isEmpty()) return otherwise;
        return digits.length() > 9 ? Integer.MAX_VALUE : Long.parseLong(digits);
    }

    private String brackets() {
        if (at < text.length() && text.charAt(at) == '^') at++;
        boolean first = true;
        char before = 0;
        boolean range = false;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == ']' && !first) return "";
            first = false;
            if (c == '[' && at < text.length() && ":.=".indexOf(text.charAt(at)) >= 0) {
                String fault = named();
                if (!fault.isEmpty()) return fault;
                before = 0;
                range = false;
                continue;
            }
            if (range && before > c) return "the range " + before + "-" + c + " is backwards";
            boolean dash = c == '-' && before != 0 && at < text.length() && text.charAt(at) != ']';
            before = range ? 0 : dash ? before : c;
            range = dash && !range;
        }
        return "'[' is not closed";
    }

    private String named() {
        char kind = text.charAt(at);
        int close = text.indexOf(kind + "]", at + 1);
        if (close < 0) return "'[" + kind + "' is not closed";
        String name = text.substring(at + 1, close);
        at = close + 2;
        return kind == ':' && !CLASSES.contains(name) ? "[:" + name + ":] is no class" : "";
    }
}
