package org.twinlease.dhcp.eval;

import org.jspecify.annotations.Nullable;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// POSIX extended regular expressions by way of Java's. A match may look at so many characters and
/// no more: a pattern that goes back and forth for ever is undefined, not slow.
final class Patterns {
    private static final int MOST_LOOKS = 200_000;

    private Patterns() {}

    /// Whether a text has a match; null when the pattern is none or takes too long.
    static @Nullable Boolean find(String pattern, String text, boolean anyCase) {
        try {
            int flags = anyCase ? Pattern.CASE_INSENSITIVE : 0;
            return Pattern.compile(translated(pattern), flags)
                    .matcher(new Counted(text, new int[1]))
                    .find();
        } catch (PatternSyntaxException _) {
            return null;
        } catch (TooLong | StackOverflowError _) {
            return null;
        }
    }

    /// A bracket expression has its own rules in POSIX: no escapes, `]` first is itself, and
    /// classes such as `[:alpha:]`. Outside of one, what Java adds to POSIX is taken literally.
    static String translated(String posix) {
        var out = new StringBuilder();
        int at = 0;
        while (at < posix.length()) {
            char c = posix.charAt(at);
            if (c == '[') {
                at = bracket(posix, at, out);
            } else if (c == '\\' && at + 1 < posix.length()) {
                out.append(Pattern.quote(posix.substring(at + 1, at + 2)));
                at += 2;
            } else if (c == '(' && posix.startsWith("(?", at)) {
                throw new PatternSyntaxException("repeats nothing", posix, at);
            } else {
                boolean stacked =
                        "*+?".indexOf(c) >= 0
                                && !out.isEmpty()
                                && "*+?}".indexOf(out.charAt(out.length() - 1)) >= 0
                                && !out.toString().endsWith("\\E");
                // Java would make the first of two quantifiers lazy or possessive.
                if (!stacked || c == '*') out.append(stacked ? "" : c);
                at++;
            }
        }
        return out.toString();
    }

    private static int bracket(String posix, int open, StringBuilder out) {
        int at = open + 1;
        out.append('[');
        if (at < posix.length() && posix.charAt(at) == '^') {
            out.append('^');
            at++;
        }
        boolean first = true;
        while (at < posix.length() && (first || posix.charAt(at) != ']')) {
            first = false;
            int end = posix.startsWith("[:", at) ? posix.indexOf(":]", at) : -1;
            if (end > 0) {
                out.append(posixClass(posix.substring(at + 2, end), posix, at));
                at = end + 2;
                continue;
            }
            char c = posix.charAt(at++);
            if ("\\[]&^".indexOf(c) >= 0) out.append('\\');
            out.append(c);
        }
        if (at >= posix.length()) throw new PatternSyntaxException("no ]", posix, open);
        out.append(']');
        return at + 1;
    }

    private static String posixClass(String name, String pattern, int at) {
        return switch (name) {
            case "alpha" -> "a-zA-Z";
            case "digit" -> "0-9";
            case "alnum" -> "a-zA-Z0-9";
            case "upper" -> "A-Z";
            case "lower" -> "a-z";
            case "xdigit" -> "0-9a-fA-F";
            case "space" -> "\\s";
            case "blank" -> " \\t";
            case "punct" -> "\\p{Punct}";
            case "print" -> "\\x20-\\x7e";
            case "graph" -> "\\x21-\\x7e";
            case "cntrl" -> "\\x00-\\x1f\\x7f";
            default -> throw new PatternSyntaxException("no such class", pattern, at);
        };
    }

    /// Ends a match that takes too long.
    private static final class TooLong extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLong() {
            super("too long", null, false, false);
        }
    }

    /// A text that counts how often it is looked at.
    private record Counted(String text, int[] looks) implements CharSequence {
        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (++looks[0] > MOST_LOOKS) throw new TooLong();
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }
    }
}
