package org.twinlease.isc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinlease.config.logic.Action;

import java.util.List;
import java.util.Random;

/// Expressions with parentheses around everything mean what is written, whatever they are made of
/// (`spec/dhcpd-conf.md` section 7); and each way to write one wrongly is told at its place.
final class ExpressionTreesTest {

    private final Random random = new Random(20_260_101);

    private String any(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private String data(int depth) {
        if (depth == 0 || random.nextInt(4) == 0) {
            return any(
                    "61:62",
                    "00:0a:ff",
                    "option host-name",
                    "option agent.circuit-id",
                    "hardware",
                    "config-option domain-name",
                    "leased-address",
                    "null",
                    "v_x",
                    "filename");
        }
        String of = data(depth - 1);
        return switch (random.nextInt(9)) {
            case 0 -> "substring(" + of + ", " + number(depth - 1) + ", " + number(0) + ")";
            case 1 -> "suffix(" + of + ", " + number(depth - 1) + ")";
            case 2 -> any("lcase(", "ucase(") + of + ")";
            case 3 -> "concat(" + of + ", " + data(depth - 1) + ", " + data(0) + ")";
            case 4 -> "reverse(" + number(depth - 1) + ", " + of + ")";
            case 5 -> "binary-to-ascii(" + number(0) + ", 8, " + data(0) + ", " + of + ")";
            case 6 -> "encode-int(" + number(depth - 1) + ", " + any("8", "16", "32") + ")";
            case 7 -> "pick-first-value(" + of + ", " + data(depth - 1) + ")";
            default -> "packet(" + number(depth - 1) + ", " + number(0) + ")";
        };
    }

    private String number(int depth) {
        if (depth == 0 || random.nextInt(3) == 0) {
            return any("0", "7", "255", "lease-time", "client-state");
        }
        if (random.nextInt(3) == 0) {
            return "extract-int(" + data(depth - 1) + ", " + any("8", "16", "32") + ")";
        }
        String operator = any("+", "*", "/", "%", "&", "|", "^");
        return "(" + number(depth - 1) + " " + operator + " " + number(depth - 1) + ")";
    }

    private String truth(int depth) {
        if (depth == 0) {
            return any("known", "static", "exists host-name", "defined(v_x)", "check default");
        }
        return switch (random.nextInt(5)) {
            case 0, 1 -> "(" + truth(depth - 1) + any(" and ", " or ") + truth(depth - 1) + ")";
            case 2 -> "not " + truth(depth - 1);
            case 3 -> "(" + data(depth - 1) + any(" = ", " != ", " ~~ ") + data(0) + ")";
            // A number that begins a condition is octets, so one is made of octets.
            default ->
                    "(extract-int("
                            + data(depth - 1)
                            + ", 8)"
                            + any(" = ", " != ")
                            + number(depth - 1)
                            + ")";
        };
    }

    private static Action first(String text) {
        return Conf.config(text).global().actions().getFirst();
    }

    @Test
    void aValueIsReadAsItIsWritten() {
        for (int i = 0; i < 2_000; i++) {
            String text = data(4);
            var set = (Action.Assign) first("set v_y = " + text + ";");
            assertThat(ExpressionsTest.words(set.value())).isEqualTo(text);
        }
    }

    @Test
    void aConditionIsReadAsItIsWritten() {
        for (int i = 0; i < 2_000; i++) {
            String text = truth(4);
            String written = text.replace("check default", "check \"default\"");
            var condition = (Action.If) first("if (" + written + ") { }");
            assertThat(ExpressionsTest.words(condition.condition())).isEqualTo(text);
        }
    }

    /// The place is a column of the line.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "substring(hardware, 1) | 22 comma-expected",
                "substring hardware, 1, 2 | 11 parenthesis-expected",
                "concat('a') | 11 comma-expected",
                "encode-int(5, 24) | 15 bad-width",
                "encode-int('a', 8) | 12 wrong-type",
                "lcase(known) | 7 wrong-type",
                "lcase('a' | 10 parenthesis-expected",
                "suffix('a', ) | 11 expression-expected",
                "gethostbyname(host) | 15 string-expected",
                "option no-such-option | 8 unknown-option",
                "5 + 1 | 5 wrong-operand",
            })
    void aValueThatIsWrittenWronglyIsToldAtItsPlace(String written, String problem) {
        String text = "set v_y = " + written.replace('\'', '"') + ";";
        assertThat(Conf.errors(text)).containsExactly(moved(problem, 10));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'a' | 1 wrong-type",
                "'a' = | 5 operand-expected",
                "known and | 7 operand-expected",
                "known = static | 9 wrong-operand",
                "'a' = extract-int('b', 8) | 25 types-differ",
                "not option host-name = 'a' | 12 not-needs-parentheses",
                "not | 1 expression-expected",
                "option host-name ! 'a' | 18 operator-expected",
                "option host-name ~ 'a' | 18 operator-expected",
                "check 'other' | 7 unknown-collection",
                "defined(known) | 9 variable-expected",
                "exists | 8 name-expected",
                "option host-name ~= v_x | 21 wrong-operand",
            })
    void aConditionThatIsWrittenWronglyIsToldAtItsPlace(String written, String problem) {
        String text = "if " + written.replace('\'', '"') + " { }";
        assertThat(Conf.errors(text)).containsExactly(moved(problem, 3));
    }

    private static String moved(String problem, int by) {
        int gap = problem.indexOf(' ');
        return "1:" + (Integer.parseInt(problem.substring(0, gap)) + by) + problem.substring(gap);
    }

    /// What people write who know other languages.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "if option host-name == \"a\" { }",
                "if known && static { }",
                "if known || static { }",
                "if !known { }",
                "set v_y = encode-int(2 - 1, 8);",
                "set v_y = (\"a\" . \"b\");",
                "set v_y = 'a';"
            })
    void whatOtherLanguagesHaveIsRefused(String text) {
        assertThat(Conf.errors(text)).isNotEmpty();
        assertThat(Conf.errors(text)).allMatch(problem -> problem.startsWith("1:"));
    }

    @Test
    void aLongChainIsNoDeepOne() {
        String chain = "known" + " or known".repeat(1_000);
        assertThat(Conf.errors("if " + chain + " { }")).isEmpty();
        assertThat(Conf.errors("if " + "known and ".repeat(6_000) + "known { }"))
                .isEqualTo(List.of("1:50014 expression-too-long"));
    }
}
