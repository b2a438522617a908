package org.twinlease.isc.tree;

import org.twinlease.config.Problem;
import org.twinlease.config.logic.Origin;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;

/// Walks over the tokens of one statement and reads the compound forms of `spec/dhcpd-conf.md` 2.5
/// and 2.6. What stands at the limit (a semicolon, a brace) can be looked at but not taken. Every
/// method that finds something else than it wants throws [Misread].
public final class Cursor {
    private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

    private final ConfTree tree;
    private final int limit;
    private final int floor;
    private int at;

    public Cursor(ConfTree tree, int from, int limit) {
        this(tree, from, limit, -1);
    }

    /// With a token before which no problem is placed: behind a statement that could not be read,
    /// the token before the next one is none of its business.
    public Cursor(ConfTree tree, int from, int limit, int floor) {
        this.tree = tree;
        this.at = from;
        this.limit = limit;
        this.floor = floor;
    }

    /// Whether problems are not placed before the token that was begun with.
    public boolean hasFloor() {
        return floor >= 0;
    }

    public Token peek() {
        return tree.token(at);
    }

    /// The token behind the next one.
    public Token peekSecond() {
        return tree.token(Math.min(at + 1, limit));
    }

    public boolean atEnd() {
        return at >= limit;
    }

    public int position() {
        return at;
    }

    public void moveTo(int position) {
        at = Math.min(position, limit);
    }

    public Token next() {
        Token token = peek();
        if (at < limit) at++;
        return token;
    }

    /// Whether the next token, before the limit, is the given one.
    public boolean sees(String text) {
        return at < limit && peek().is(text);
    }

    /// Takes the next token if it is the given one.
    public boolean skip(String text) {
        if (!sees(text)) return false;
        at++;
        return true;
    }

    /// Takes the given token.
    public void expect(String text, String code) {
        if (skip(text)) return;
        throw misread(code, "Expected '" + text + "', found " + found() + ".", "");
    }

    /// Skips to the limit.
    public void skipRest() {
        at = limit;
    }

    /// The next token as a message quotes it.
    public String found() {
        return peek().quoted();
    }

    /// The problem that keeps the statement from being read, at the next token.
    public Misread misread(String code, String message, String remedy) {
        return misreadAt(at, code, message, remedy);
    }

    /// As [#misread], at the token that was taken last: where dhcpd says that something is wrong
    /// when it only looked at the next one.
    public Misread misreadBefore(String code, String message, String remedy) {
        return misreadAt(Math.max(at - 1, floor), code, message, remedy);
    }

    /// As [#misread], but at the token before where the next one is a brace, which dhcpd leaves
    /// alone.
    public Misread misreadUnlessBrace(String code, String message, String remedy) {
        boolean brace = peek().is("{") || peek().is("}");
        return brace ? misreadBefore(code, message, remedy) : misread(code, message, remedy);
    }

    /// The place of a token, for what is made of it.
    public Origin origin(int index) {
        Token token = tree.token(index);
        return new Origin(tree.name(), token.line(), token.column());
    }

    /// As [#misread], at another token.
    public Misread misreadAt(int index, String code, String message, String remedy) {
        return new Misread(
                problem(tree, index, Problem.Severity.ERROR, code, message, remedy), index);
    }

    public static Problem problem(
            ConfTree tree,
            int index,
            Problem.Severity severity,
            String code,
            String message,
            String remedy) {
        // dhcpd says line 0 when it complains before the first token has been taken.
        if (index < 0) {
            return new Problem(tree.name(), 0, 0, severity, code, message, remedy);
        }
        Token token = tree.token(index);
        // The file's end has no place of its own: dhcpd names the last token's.
        if (token.kind() == Token.Kind.END && tree.size() > 1) token = tree.token(tree.size() - 2);
        return new Problem(
                tree.name(), token.line(), token.column(), severity, code, message, remedy);
    }

    /// A word that names something.
    public String identifier(String what) {
        if (!atEnd() && peek().isIdentifier()) return next().raw();
        throw misread("name-expected", "Expected " + what + ", found " + found() + ".", "");
    }

    /// A string in quotes.
    public Octets string(String code, String what) {
        if (!atEnd() && peek().kind() == Token.Kind.STRING) return next().octets();
        String remedy =
                peek().kind() == Token.Kind.WORD || peek().isIdentifier()
                        ? "Put it in quotes: \"" + peek().raw() + "\"."
                        : "Write it in double quotes.";
        throw misread(code, "Expected " + what + " in quotes, found " + found() + ".", remedy);
    }

    /// A string, or a name without quotes.
    public String stringOrIdentifier(String what) {
        if (!atEnd() && peek().kind() == Token.Kind.STRING) return next().text();
        return identifier(what);
    }

    public boolean seesString() {
        return !atEnd() && peek().kind() == Token.Kind.STRING;
    }

    /// Names or numbers with dots between and perhaps one at the end; blanks do not count.
    public String hostName(String what) {
        var name = new StringBuilder();
        do {
            if (atEnd() || (!peek().isIdentifier() && peek().kind() != Token.Kind.NUMBER)) {
                if (!name.isEmpty()) break;
                throw misreadBefore(
                        "name-expected", "Expected " + what + ", found " + found() + ".", "");
            }
            name.append(next().raw());
            if (!skip(".")) break;
            name.append('.');
        } while (true);
        return name.toString();
    }

    /// A host name where an address could stand, too.
    public String addressName(String what) {
        if (!atEnd() && (peek().isIdentifier() || peek().kind() == Token.Kind.NUMBER)) {
            return hostName(what);
        }
        throw misreadUnlessBrace(
                "name-expected", "Expected " + what + ", found " + found() + ".", "");
    }

    /// Four decimal octets.
    public Ip4 address() {
        int bits = 0;
        for (int i = 0; i < 4; i++) {
            if (i > 0 && !skip(".")) {
                throw misreadUnlessBrace(
                        "address-too-short",
                        "An address needs four numbers with dots between; found "
                                + found()
                                + " after "
                                + i
                                + ".",
                        "Write all four, as in 192.0.2.1.");
            }
            if (atEnd() || peek().kind() != Token.Kind.NUMBER) {
                throw misread(
                        "address-expected",
                        "Expected an IPv4 address, found " + found() + ".",
                        "Write four decimal numbers with dots, as in 192.0.2.1.");
            }
            bits = bits << 8 | ((int) number(10, 8, "An octet of an address") & 0xFF);
        }
        return new Ip4(bits);
    }

    /// An IPv6 address in one of its text forms, without blanks.
    public Octets address6() {
        var text = new StringBuilder();
        int start = at;
        while (at < limit && (at == start || peek().trivia().isEmpty())) {
            if (!peek().isHexadecimal() && !sees(":") && !sees(".") && !sees("add")) break;
            text.append(next().raw());
        }
        byte[] octets = Ip6.parse(text.toString());
        if (octets != null) return Octets.of(octets);
        throw misreadBefore(
                "address-expected",
                "Expected an IPv6 address, found " + tree.token(start).quoted() + ".",
                "Write it as in 2001:db8::1.");
    }

    /// Whether an address in digits comes next, and no host name that begins with a number.
    public boolean seesAddress() {
        return at + 2 < limit
                && peek().kind() == Token.Kind.NUMBER
                && peekSecond().is(".")
                && tree.token(at + 2).kind() == Token.Kind.NUMBER;
    }

    /// Whether a plain number comes next.
    public boolean seesNumber() {
        return !atEnd() && peek().kind() == Token.Kind.NUMBER;
    }

    /// Hexadecimal octets with colons between; a single one stands for itself.
    public Octets octetList() {
        var out = new ByteArrayOutputStream();
        do {
            demandOctet();
            out.write((int) number(16, 8, "An octet"));
        } while (skip(":"));
        return Octets.of(out.toByteArray());
    }

    /// The same where dhcpd takes the whole list before it looks at the numbers in it, the last one
    /// first, and says what is wrong with one where the list ends.
    public Octets octetsCheckedLast() {
        int from = at;
        do {
            demandOctet();
            at++;
        } while (skip(":"));
        int end = at;
        byte[] octets = new byte[(end - from + 1) / 2];
        for (int i = octets.length - 1; i >= 0; i--) {
            at = from + 2 * i;
            try {
                octets[i] = (byte) number(16, 8, "An octet");
            } catch (Misread misread) {
                throw misread.at(tree, end - 1);
            }
        }
        at = end;
        return Octets.of(octets);
    }

    private void demandOctet() {
        if (!atEnd() && peek().isHexadecimal()) return;
        throw misread(
                "octets-expected",
                "Expected hexadecimal octets, found " + found() + ".",
                "Write pairs of digits with colons, as in 00:1a:ff.");
    }

    /// A whole number of at most 32 bits as dhcpd reads it: `0x` hexadecimal, `0` octal, else
    /// decimal. Below 32 bits the range is checked, at 32 bits dhcpd wraps and so does this (see
    /// [#wraps]).
    public long integer(int bits) {
        if (atEnd() || !peek().isHexadecimal()) {
            throw misread("number-expected", "Expected a number, found " + found() + ".", "");
        }
        return number(0, bits, "The number") & ((1L << bits) - 1);
    }

    /// Whether the next number is not what it looks like (rule S20): octal, negative, or over 32
    /// bits.
    public boolean wraps() {
        String raw = peek().raw();
        return peek().isHexadecimal()
                && (raw.startsWith("-")
                        || raw.matches("0[0-9]+")
                        || (raw.length() > 9
                                && raw.matches("[0-9]+")
                                && new BigInteger(raw).bitLength() > 32));
    }

    /// A plain decimal number as C's `atoi` takes it: the lower 32 bits of a signed 64-bit number.
    public long decimal(String what) {
        if (atEnd() || peek().kind() != Token.Kind.NUMBER) {
            throw misread(
                    "number-expected",
                    "Expected a number for " + what + ", found " + found() + ".",
                    "Write digits only.");
        }
        String raw = next().raw();
        if (raw.equals("-")) return 0;
        return new BigInteger(raw).max(LEAST).min(MOST).intValue();
    }

    /// A number as dhcpd computes it: in 32 bits, whatever does not fit is lost, and only then is
    /// it held against the wanted size.
    private long number(int base, int size, String what) {
        String raw = peek().raw();
        boolean negative = raw.startsWith("-");
        String digits = negative ? raw.substring(1) : raw;
        int radix = base;
        if (base == 0) {
            radix = radixOf(digits);
            digits = digits.substring(radix == 16 ? 2 : radix == 8 ? 1 : 0);
        }
        if (digits.isEmpty()) throw noDigits(raw);
        int value = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = Character.digit(digits.charAt(i), Character.MAX_RADIX);
            if (digit < 0 || digit >= radix) throw badDigit(raw, digits.charAt(i), radix);
            value = value * radix + digit;
        }
        long most = negative ? 1L << (size - 1) : (1L << size) - 1;
        if (size < 32 && Integer.toUnsignedLong(value) > most) {
            throw misread(
                    "number-out-of-range",
                    what
                            + " "
                            + raw
                            + " is out of range; the limit is "
                            + (negative ? "-" : "")
                            + most
                            + ".",
                    radix == 16
                            ? "Octets are written with two hexadecimal digits each."
                            : "Write "
                                    + (negative ? "-" + most + " or more." : "0 to " + most + "."));
        }
        at++;
        return negative ? -Integer.toUnsignedLong(value) : Integer.toUnsignedLong(value);
    }

    /// `0x` in front makes a number hexadecimal, `0X` does not; another digit behind 0 makes it
    /// octal.
    private static int radixOf(String digits) {
        if (digits.length() < 2 || digits.charAt(0) != '0') return 10;
        char second = digits.charAt(1);
        if (second == 'x') return 16;
        return second >= '0' && second <= '9' ? 8 : 10;
    }

    private Misread noDigits(String raw) {
        return misread("bad-number", "The number " + raw + " has no digits.", "Write digits.");
    }

    private Misread badDigit(String raw, char digit, int radix) {
        String remedy =
                radix == 8
                        ? "A leading 0 makes a number octal: leave it out."
                        : "Write digits that the number's base has.";
        return misread(
                "bad-number",
                "In " + raw + " the '" + digit + "' is no digit of base " + radix + ".",
                remedy);
    }
}
