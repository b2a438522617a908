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

    /// Whether it can name something: any word, keywords included, but no plain number. dhcpd takes
    /// a single octet above 127 for a word, too.
    public boolean isIdentifier() {
        return switch (kind) {
            case WORD, NAME, NUMBER_OR_NAME -> true;
            case PUNCTUATION -> raw.charAt(0) > 127;
            case STRING, NUMBER, END -> false;
        };
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
        Quoted.from(raw, 1, out);
        return Octets.of(out.toByteArray());
    }

    /// The text of a string or the spelling of a word.
    public String text() {
        return kind == Kind.STRING ? octets().text() : raw;
    }
}
