package org.twinlease.isc.tree;

import org.jspecify.annotations.Nullable;
import org.twinlease.value.Octets;

import java.io.ByteArrayOutputStream;

/// One token as written, with the exact octets (blanks, line ends, comments) since the token before
/// it. `line` and `column` count from 1 and are those of the first octet of `raw`.
public record Token(
        Kind kind, String trivia, String raw, int line, int column, @Nullable LexicalFault fault) {

    /// What the spelling makes of a token (`spec/dhcpd-conf.md` 2.3). Keywords are WORD.
    public enum Kind {
        STRING,
        NUMBER,
        NUMBER_OR_NAME,
        NAME,
        WORD,
        PUNCTUATION,
        END
    }

    /// Whether this is the given punctuation or word, in any case.
    public boolean is(String text) {
        return kind != Kind.STRING && raw.equalsIgnoreCase(text);
    }

    /// Whether it can name something: any word, keywords included, but no plain number.
    public boolean isIdentifier() {
        return kind == Kind.WORD || kind == Kind.NAME || kind == Kind.NUMBER_OR_NAME;
    }

    /// Whether it can stand in a hexadecimal list.
    public boolean isHexadecimal() {
        return kind == Kind.NUMBER || kind == Kind.NUMBER_OR_NAME;
    }

    /// The token as a message quotes it.
    public String quoted() {
        if (kind == Kind.END) return "the end of the file";
        String shown = raw.length() > 40 ? raw.substring(0, 40) + "..." : raw;
        return kind == Kind.STRING ? shown : "'" + shown + "'";
    }

    /// The octets of a string, escapes decoded (section 2.2); of any other token, its spelling.
    public Octets octets() {
        if (kind != Kind.STRING) return Octets.ofText(raw);
        var out = new ByteArrayOutputStream(raw.length());
        int end = raw.length() > 1 && raw.endsWith("\"") ? raw.length() - 1 : raw.length();
        int i = 1;
        while (i < end) {
            char c = raw.charAt(i);
            i += c == '\\' && i + 1 < end ? escape(i + 1, end, out) : plain(c, out);
        }
        return Octets.of(out.toByteArray());
    }

    /// The text of a string or the spelling of a word.
    public String text() {
        return kind == Kind.STRING ? octets().text() : raw;
    }

    private static int plain(char c, ByteArrayOutputStream out) {
        out.write(c);
        return 1;
    }

    /// Decodes the escape behind a backslash and says how far it reaches, the backslash included.
    private int escape(int at, int end, ByteArrayOutputStream out) {
        char c = raw.charAt(at);
        int digits = c == 'x' ? 2 : 3;
        int from = c == 'x' ? at + 1 : at;
        if ((c == 'x' || (c >= '0' && c <= '3')) && from + digits <= end) {
            int value = 0;
            int base = c == 'x' ? 16 : 8;
            for (int i = from; i < from + digits && value >= 0; i++) {
                int digit = Character.digit(raw.charAt(i), base);
                value = digit < 0 ? -1 : value * base + digit;
            }
            if (value >= 0) {
                out.write(value);
                return from + digits - at + 1;
            }
        }
        out.write(
                switch (c) {
                    case 't' -> '\t';
                    case 'n' -> '\n';
                    case 'r' -> '\r';
                    case 'b' -> '\b';
                    default -> c;
                });
        return 2;
    }
}
