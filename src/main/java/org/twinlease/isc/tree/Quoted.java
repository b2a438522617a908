package org.twinlease.isc.tree;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;

/// Follows a string from behind its opening quote to its end as dhcpd does, whose escapes have
/// their own ways: where `\0` lacks its other two digits, that octet is lost and the next one is
/// escaped, be it a quote (`spec/dhcpd-conf.md` 2.2).
final class Quoted {
    /// What dhcpd's file buffer cannot tell from its end.
    static final char END_OCTET = '\u00ff';

    private final String in;
    private final @Nullable ByteArrayOutputStream out;
    private int at;
    private int length;
    private boolean closed;
    private boolean cut;
    private @Nullable LexicalFault fault;

    private Quoted(String in, int from, @Nullable ByteArrayOutputStream out) {
        this.in = in;
        this.at = from;
        this.out = out;
    }

    /// The string whose inside begins at an index.
    static Quoted from(String in, int from) {
        return from(in, from, null);
    }

    /// The same, with the octets that it means written to `out`.
    static Quoted from(String in, int from, @Nullable ByteArrayOutputStream out) {
        var quoted = new Quoted(in, from, out);
        quoted.follow();
        return quoted;
    }

    /// The index behind the closing quote, or behind what stands in its place.
    int end() {
        return at;
    }

    /// Whether there is a closing quote.
    boolean isClosed() {
        return closed;
    }

    /// How many octets it means.
    int length() {
        return length;
    }

    /// The first thing wrong with its escapes, be it only that the string does not end for it.
    @Nullable LexicalFault fault() {
        return fault == null && cut && !closed ? LexicalFault.BAD_OCTAL_ESCAPE : fault;
    }

    private void follow() {
        while (at < in.length()) {
            char c = in.charAt(at++);
            if (c == END_OCTET) return;
            if (c == '"') {
                closed = true;
                return;
            }
            if (c == '\\') escape();
            else put(c);
        }
    }

    private void escape() {
        while (at < in.length() && in.charAt(at) != END_OCTET) {
            char c = in.charAt(at++);
            switch (c) {
                case 't' -> put('\t');
                case 'n' -> put('\n');
                case 'r' -> put('\r');
                case 'b' -> put('\b');
                case 'x' -> hexadecimal();
                case '0', '1', '2', '3' -> {
                    if (octal(c - '0')) continue;
                }
                default -> put(c);
            }
            return;
        }
    }

    private void hexadecimal() {
        int value = 0;
        for (int i = 0; i < 2 && at < in.length() && in.charAt(at) != END_OCTET; i++) {
            int digit = Character.digit(in.charAt(at++), 16);
            if (digit < 0) {
                complain(LexicalFault.BAD_HEX_ESCAPE);
                return;
            }
            value = value * 16 + digit;
        }
        put(value);
    }

    /// True when what follows is escaped still.
    private boolean octal(int first) {
        int value = first;
        int more = 2;
        while (more > 0 && at < in.length() && in.charAt(at) != END_OCTET) {
            int digit = Character.digit(in.charAt(at++), 8);
            if (digit >= 0) {
                value = value * 8 + digit;
                more--;
            } else if (value == 0) {
                cut = true;
                return true;
            } else {
                complain(LexicalFault.BAD_OCTAL_ESCAPE);
            }
        }
        put(value);
        return false;
    }

    private void complain(LexicalFault found) {
        if (fault == null) fault = found;
    }

    private void put(int octet) {
        length++;
        if (out != null) out.write(octet);
    }
}
