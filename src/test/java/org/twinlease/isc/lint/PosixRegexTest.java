package org.twinlease.isc.lint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What glibc's `regcomp` with `REG_EXTENDED`, as dhcpd calls it, makes of patterns: each verdict
/// here is its own.
final class PosixRegexTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "^MSFT 5\\.0",
                "^[a-z]+(x*y){1,3}$",
                "a**",
                "a{2}{3}",
                "a{,3}",
                "a{,}",
                "a{3,}",
                "a{32767}",
                "a)b",
                ")*",
                "()",
                "(a|)",
                "a||b",
                "(a)(b)\\2\\1",
                "[]a]",
                "[^]a]",
                "[a-]",
                "[--z]",
                "[a\\]",
                "[[:alpha:][:digit:]-]",
                "[[.a.]-z]",
                "[[=a=]]",
                "a}",
                "]",
                "\\(",
                "\\*",
                "\\ba",
                "a$b",
                "a^b",
                "\\w+"
            })
    void aPatternThatCompilesHasNoFault(String pattern) {
        assertThat(PosixRegex.fault(pattern)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "*x; nothing stands before '*'",
                "+; nothing stands before '+'",
                "a|?; nothing stands before '?'",
                "(*a); nothing stands before '*'",
                "^*; nothing stands before '*'",
                "a$+; nothing stands before '+'",
                "\\b*; nothing stands before '*'",
                "\\<+; nothing stands before '+'",
                "{1}; nothing stands before '{'",
                "(a; '(' is not closed",
                "((a); '(' is not closed",
                "[a; '[' is not closed",
                "[]; '[' is not closed",
                "[^]; '[' is not closed",
                "[z-a]; the range z-a is backwards",
                "[[:foo:]]; [:foo:] is no class",
                "[[:alpha]; '[:' is not closed",
                "a{; '{' is not closed",
                "a{1; '{' is not closed",
                "a{x}; {x} is no count",
                "a{}; {} is no count",
                "a{2,1}; {2,1} is no count",
                "a{32768}; {32768} is no count",
                "a{99999999999}; {99999999999} is no count",
                "a{-1}; {-1} is no count",
                "a\\; it ends with a backslash",
                "\\1; \\1 refers to no group",
                "(a)\\2; \\2 refers to no group",
                "(a\\1); \\1 refers to no group",
            })
    void onePatternThatDoesNotSaysWhatIsWrong(String pattern, String fault) {
        assertThat(PosixRegex.fault(pattern)).isEqualTo(fault);
    }
}
