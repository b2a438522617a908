package org.twinlease.isc.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinlease.isc.tree.Token.Kind;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

class LexerTest {

    @ParameterizedTest
    @CsvSource({
        "0, NUMBER",
        "42, NUMBER",
        "-42, NUMBER",
        "007, NUMBER",
        "1a, NUMBER_OR_NAME",
        "0x1F, NUMBER_OR_NAME",
        "00ff, NUMBER_OR_NAME",
        "1host, NAME",
        "1-2, NAME",
        "-a, NUMBER_OR_NAME",
        "-g, NAME",
        "-, NUMBER",
        "0x, NAME",
        "0x1, NUMBER_OR_NAME",
        "0X1, NUMBER_OR_NAME",
        "0xg, NAME",
        "subnet, WORD",
        "SubNet, WORD",
        "elsif, WORD",
        "dynamic-bootp, WORD",
        "true, NAME",
        "elseif, NAME",
        "authoritatve, NAME",
        "x, NUMBER_OR_NAME",
        "z1, NUMBER_OR_NAME",
        "fade, NUMBER_OR_NAME",
        "zg, NAME",
        "v_1, NAME",
        "max-leese-time, NAME",
    })
    void classifiesAWordBySpelling(String word, Kind kind) {
        Token token = lex(word).getFirst();
        assertEquals(kind, token.kind());
        assertEquals(word, token.raw());
    }

    @Test
    void letsTokensTouch() {
        assertEquals("1 . 2 . 3 . 4 ; option x \"a\" { }", raws("1.2.3.4;option x\"a\"{}"));
    }

    @Test
    void takesALoneMinusAndForeignOctetsAsSingleTokens() {
        assertEquals("a - b ü ß", raws("a - b üß"));
        assertEquals(Kind.PUNCTUATION, lex("ü").getFirst().kind());
    }

    @Test
    void keepsCommentsAndBlanksBeforeTheirToken() {
        List<Token> tokens = lex("# one\r\n\t a # two\n\f\u000b b");
        assertEquals("# one\r\n\t ", tokens.get(0).trivia());
        assertEquals(" # two\n\f\u000b ", tokens.get(1).trivia());
        assertEquals(Kind.END, tokens.get(2).kind());
    }

    @Test
    void doesNotSeeCommentsInStrings() {
        assertEquals("option x \"a # b\" ;", raws("option x \"a # b\"; # c"));
    }

    @Test
    void countsLinesByLineFeedsAndColumnsByOctets() {
        List<Token> tokens = lex("a\r\n\tb \"x\ny\" c\n d");
        assertEquals(
                "1:1 2:2 2:4 3:4 4:2 4:3",
                tokens.stream()
                        .map(t -> t.line() + ":" + t.column())
                        .collect(Collectors.joining(" ")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"plain\" | 70:6c:61:69:6e",
                "\"\\\"\\\\\" | 22:5c",
                "\"\\t\\n\\r\\b\" | 09:0a:0d:08",
                "\"\\x41\\xfF\" | 41:ff",
                "\"\\101\\377\\000\" | 41:ff:00",
                "\"\\q\\9\\4\" | 71:39:34",
                "\"\" | ''",
            })
    void decodesTheEscapesOfStrings(String raw, String hex) {
        Token token = lex(raw).getFirst();
        assertEquals(hex, token.octets().hex());
        assertNull(token.fault());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"a\\xZZ\" | BAD_HEX_ESCAPE",
                "\"a\\x1\" | BAD_HEX_ESCAPE",
                "\"a\\1b\" | BAD_OCTAL_ESCAPE",
                "\"a\\0\" | BAD_OCTAL_ESCAPE",
                "\"never closed | STRING_NOT_CLOSED",
                "\"closed by an escape only\\\" | STRING_NOT_CLOSED",
            })
    void notesWhatIsWrongWithAString(String raw, LexicalFault fault) {
        assertEquals(fault, lex(raw).getFirst().fault());
    }

    @Test
    void endsAnUnclosedStringWithItsLine() {
        List<Token> tokens = lex("a \"b c\nd e");
        assertEquals("\"b c", tokens.get(1).raw());
        assertEquals("d", tokens.get(2).raw());
        assertEquals(2, tokens.get(2).line());
    }

    @ParameterizedTest
    @ValueSource(ints = {1499, 1500})
    void boundsStringsAndRunsOfBlanksAsDhcpdDoes(int length) {
        boolean tooLong = length > 1499;
        Token string = lex("\"" + "x".repeat(length) + "\"").getFirst();
        assertEquals(tooLong ? LexicalFault.STRING_TOO_LONG : null, string.fault());
        Token behind = lex("a" + " ".repeat(length) + "b").get(1);
        assertEquals(tooLong ? LexicalFault.WHITESPACE_TOO_LONG : null, behind.fault());
    }

    @Test
    void measuresStringsAfterDecodingThem() {
        assertNull(lex("\"" + "\\000".repeat(1499) + "\"").getFirst().fault());
    }

    @Test
    void letsACommentEndARunOfBlanks() {
        String run = " ".repeat(1000);
        assertNull(lex("a" + run + "#\n" + run + "b").get(1).fault());
    }

    @Test
    void countsOnFromTheFirstLineOfAPart() {
        byte[] octets = "skip\na\nb".getBytes(StandardCharsets.ISO_8859_1);
        List<Token> tokens = Lexer.lex(octets, 5, octets.length, 2);
        assertEquals(2, tokens.get(0).line());
        assertEquals(3, tokens.get(1).line());
    }

    private static List<Token> lex(String text) {
        return Lexer.lex(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String raws(String text) {
        List<Token> tokens = lex(text);
        return tokens.subList(0, tokens.size() - 1).stream()
                .map(Token::raw)
                .collect(Collectors.joining(" "));
    }
}
