package org.twinlease.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A program with its arguments as one line, and back.
class ProgramCallTest {

    @Test
    void everyWordStandsInQuotes() {
        assertThat(new ProgramCall("/bin/x", List.of("a b", "", "c\"\\d")).line())
                .isEqualTo("\"/bin/x\" \"a b\" \"\" \"c\\\"\\\\d\"");
        assertThat(new ProgramCall("x", List.of("\n\0é")).line())
                .isEqualTo("\"x\" \"\\u000a\\u0000\\u00e9\"");
    }

    @Test
    void anyWordsComeBack() {
        var random = new Random(3);
        for (int i = 0; i < 2000; i++) {
            List<String> words = new ArrayList<>();
            for (int n = random.nextInt(4); n >= 0; n--) words.add(word(random));
            var call = new ProgramCall(words.getFirst(), words.subList(1, words.size()));
            assertThat(ProgramCall.ofLine(call.line())).isEqualTo(call);
            assertThat(call.line()).matches("[ -~]*");
        }
    }

    private static String word(Random random) {
        var word = new StringBuilder();
        for (int n = random.nextInt(9); n > 0; n--) {
            word.append("\"\\ u00e9ab;$`'".charAt(random.nextInt(13)));
            if (random.nextInt(5) == 0) word.append((char) random.nextInt(256));
        }
        return word.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "\"a", "\"a\" b", "\"a\\", "\"a\" "})
    void whatIsNoSuchLineIsRefused(String line) {
        assertThatThrownBy(() -> ProgramCall.ofLine(line))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
