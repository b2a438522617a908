package org.twinlease.isc.tree;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Cuts octets into tokens (`spec/dhcpd-conf.md` section 2). Never throws: whatever is wrong with a
/// token is noted on it, and trivia and raw text of all tokens in a row are the input.
final class Lexer {
    private static final int LONGEST = 1499;
    private static final String[] SINGLE = new String[256];

    static {
        for (int i = 0; i < SINGLE.length; i++) SINGLE[i] = String.valueOf((char) i);
    }

    private final String in;
    private final List<Token> tokens;
    private int at;
    private int line = 1;
    private int lineStart;

    private Lexer(String in) {
        this.in = in;
        this.tokens = new ArrayList<>(in.length() / 6 + 2);
    }

    /// The tokens of a file; the last is always END.
    static List<Token> lex(byte[] octets) {
        return lex(octets, 0, octets.length, 1);
    }

    /// The tokens of a part of a file that begins with the given line.
    static List<Token> lex(byte[] octets, int from, int to, int firstLine) {
        var lexer = new Lexer(new String(octets, from, to - from, StandardCharsets.ISO_8859_1));
        lexer.line = firstLine;
        boolean more;
        do more = lexer.step();
        while (more);
        return lexer.tokens;
    }

    /// Takes one token; false after the end.
    private boolean step() {
        int triviaStart = at;
        LexicalFault fault = skipTrivia() > LONGEST ? LexicalFault.WHITESPACE_TOO_LONG : null;
        String trivia = piece(triviaStart, at);
        int start = at;
        int startLine = line;
        int column = at - lineStart + 1;
        if (at == in.length()) {
            tokens.add(new Token(Token.Kind.END, trivia, "", startLine, column, fault));
            return false;
        }
        char c = in.charAt(at);
        Token.Kind kind;
        if (c == '"') {
            LexicalFault inString = string();
            if (inString != null) fault = inString;
            kind = Token.Kind.STRING;
        } else if (isLetter(c) || isDigit(c) || c == '-') {
            at++;
            while (isWordOctet(at)) at++;
            kind = classify(in, start, at);
        } else {
            at++;
            kind = Token.Kind.PUNCTUATION;
        }
        tokens.add(new Token(kind, trivia, piece(start, at), startLine, column, fault));
        return true;
    }

    /// Moves behind blanks and comments, and behind the octet 255 at the end of a word, which dhcpd
    /// takes for the end of the file and forgets; the longest run of white space is what comes
    /// back.
    private int skipTrivia() {
        int longest = 0;
        int run = 0;
        boolean ends = at < in.length() && in.charAt(at) == Quoted.END_OCTET;
        if (ends && at > 0 && isWordOctet(at - 1)) at++;
        while (at < in.length()) {
            char c = in.charAt(at);
            if (c == '#') {
                longest = Math.max(longest, run);
                run = 0;
                skipComment();
            } else if (c == ' ' || (c >= '\t' && c <= '\r')) {
                at++;
                run++;
                if (c == '\n') newLine();
            } else {
                break;
            }
        }
        return Math.max(longest, run);
    }

    private void skipComment() {
        while (at < in.length() && in.charAt(at) != '\n') {
            if (in.charAt(at++) == Quoted.END_OCTET) return;
        }
    }

    /// Moves behind a string. One that never ends is taken to end with its first line, one with a
    /// wrong escape where it seems to.
    private @Nullable LexicalFault string() {
        int start = at;
        var quoted = Quoted.from(in, at + 1);
        LexicalFault fault = quoted.fault();
        boolean endless = !quoted.isClosed() && quoted.end() == in.length();
        int end = fault != null ? seemingEnd(start) : endless ? -1 : quoted.end();
        if (end < 0) {
            int lineEnd = in.indexOf('\n', start);
            at = lineEnd < 0 ? in.length() : lineEnd;
            return fault != null ? fault : LexicalFault.STRING_NOT_CLOSED;
        }
        while (at < end) if (in.charAt(at++) == '\n') newLine();
        if (fault != null) return fault;
        if (!quoted.isClosed()) return LexicalFault.STRING_NOT_CLOSED;
        return quoted.length() > LONGEST ? LexicalFault.STRING_TOO_LONG : null;
    }

    /// Behind the next quote that has no backslash before it, -1 when there is none.
    private int seemingEnd(int start) {
        for (int i = start + 1; i < in.length(); i++) {
            if (in.charAt(i) == '"') return i + 1;
            if (in.charAt(i) == '\\') i++;
        }
        return -1;
    }

    private void newLine() {
        line++;
        lineStart = at;
    }

    /// The class of a word or number (section 2.3). The first letter of a word that is otherwise
    /// hexadecimal is not looked at, as in dhcpd, for which a lone minus is a number too.
    private static Token.Kind classify(String in, int from, int to) {
        char first = in.charAt(from);
        boolean digits = true;
        boolean hexadecimal = true;
        for (int i = from + 1; i < to; i++) {
            char c = in.charAt(i);
            if (isDigit(c)) continue;
            digits = false;
            boolean prefix = i == from + 1 && first == '0' && (c == 'x' || c == 'X') && i + 1 < to;
            if (!prefix && Character.digit(c, 16) < 0) hexadecimal = false;
        }
        if (isLetter(first)) {
            if (Keywords.contains(in.substring(from, to))) return Token.Kind.WORD;
            return hexadecimal ? Token.Kind.NUMBER_OR_NAME : Token.Kind.NAME;
        }
        if (digits) return Token.Kind.NUMBER;
        return hexadecimal ? Token.Kind.NUMBER_OR_NAME : Token.Kind.NAME;
    }

    private String piece(int from, int to) {
        if (from == to) return "";
        if (to - from > 1) return in.substring(from, to);
        return SINGLE[in.charAt(from)];
    }

    private boolean isWordOctet(int index) {
        if (index >= in.length()) return false;
        char c = in.charAt(index);
        return isLetter(c) || isDigit(c) || c == '_' || c == '-';
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
