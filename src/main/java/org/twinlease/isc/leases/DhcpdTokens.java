package org.twinlease.isc.leases;

import org.jspecify.annotations.Nullable;
import org.twinlease.isc.tree.ConfTree;
import org.twinlease.isc.tree.LexicalFault;
import org.twinlease.isc.tree.Token;
import org.twinlease.value.Octets;

import java.io.ByteArrayOutputStream;

/// The tokens of a lease file as a dhcpd takes them one by one, whatever entry they belong to, and
/// how it goes on after what it does not understand.
final class DhcpdTokens {
    private final ConfTree tree;
    private int at;

    DhcpdTokens(ConfTree tree) {
        this.tree = tree;
    }

    /// The index of the next token.
    int position() {
        return at;
    }

    /// The next token. A NUL that is looked at is gone.
    Token peek() {
        Token token = tree.token(at);
        if (token.raw().equals("\0")) at++;
        return token;
    }

    Token next() {
        Token token = tree.token(at);
        // A string without an end reaches to the end of the file.
        if (token.fault() == LexicalFault.STRING_NOT_CLOSED) at = tree.size() - 1;
        else if (token.kind() != Token.Kind.END) at++;
        return token;
    }

    boolean atEnd() {
        return tree.token(at).kind() == Token.Kind.END;
    }

    /// Takes the next token if it is the given one.
    boolean skip(String text) {
        boolean sees = peek().is(text);
        if (sees) next();
        return sees;
    }

    /// The octets of a string that was taken.
    Octets octets(int index) {
        Token token = tree.token(index);
        if (token.fault() != LexicalFault.STRING_NOT_CLOSED) return token.octets();
        var rest = new StringBuilder(token.raw());
        for (int i = index + 1; i < tree.size(); i++) {
            rest.append(tree.token(i).trivia()).append(tree.token(i).raw());
        }
        int escape = rest.lastIndexOf("\\");
        if (escape >= 0 && rest.length() - escape < 4) rest.setLength(escape);
        return new Token(token.kind(), "", rest.append('"').toString(), 0, 0, null).octets();
    }

    /// Goes behind the next semicolon, or behind the brace that closes what was opened on the way.
    void skipToSemicolon() {
        skipToBrace(0);
    }

    /// Goes behind the brace that closes `open` blocks; with none open a semicolon ends it, too.
    void skipToBrace(int open) {
        int count = open;
        do {
            Token token = peek();
            if (token.is("}")) {
                count = Math.max(0, count - 1);
                if (count == 0) {
                    next();
                    return;
                }
            } else if (token.is("{")) {
                count++;
            } else if (token.is(";") && count == 0) {
                next();
                return;
            }
        } while (next().kind() != Token.Kind.END);
    }

    /// Takes a semicolon; where there is none, everything up to one.
    boolean semicolon() {
        if (next().is(";")) return true;
        skipToSemicolon();
        return false;
    }

    /// Takes a semicolon behind a token that was no semicolon itself.
    void skipUnless(Token semicolon) {
        if (!semicolon.is(";")) skipToSemicolon();
    }

    /// Four numbers with dots between; null, and passed over, where they are not.
    @Nullable String address() {
        var text = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            if (i > 0) {
                Token dot = peek();
                if (!dot.is(".")) {
                    if (!dot.is("{") && !dot.is("}")) dot = next();
                    skipUnless(dot);
                    return null;
                }
                next();
                text.append('.');
            }
            Token number = next();
            if (number.kind() != Token.Kind.NUMBER) {
                if (number.kind() != Token.Kind.END) skipToSemicolon();
                return null;
            }
            text.append(octet(number.raw(), 10));
        }
        return text.toString();
    }

    /// Hexadecimal octets with colons between; null, and passed over, where they are not.
    @Nullable Octets list() {
        var out = new ByteArrayOutputStream();
        do {
            Token octet = next();
            if (octet.kind() == Token.Kind.END) break;
            if (!octet.isHexadecimal()) {
                skipToSemicolon();
                return null;
            }
            out.write(octet(octet.raw(), 16));
        } while (skip(":"));
        return Octets.of(out.toByteArray());
    }

    private static int octet(String raw, int base) {
        int value = 0;
        for (int i = raw.startsWith("-") ? 1 : 0; i < raw.length(); i++) {
            int digit = Character.digit(raw.charAt(i), base);
            if (digit < 0) break;
            value = value * base + digit;
        }
        return (raw.startsWith("-") ? -value : value) & 0xFF;
    }

    /// Names with dots between; empty where there is none.
    String hostName() {
        var name = new StringBuilder();
        while (peek().isIdentifier() || peek().kind() == Token.Kind.NUMBER) {
            name.append(next().raw());
            if (!skip(".")) break;
            name.append('.');
        }
        return name.toString();
    }

    /// What stands between two places.
    String source(int from, int to) {
        return tree.source(from, to);
    }
}
