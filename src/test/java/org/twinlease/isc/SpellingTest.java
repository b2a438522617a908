package org.twinlease.isc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class SpellingTest {

    @ParameterizedTest
    @CsvSource({
        "range, range, 0", "rnage, range, 1", "rang, range, 1", "ranges, range, 1",
        "renge, range, 1", "egnar, range, 4", "'', range, 5", "range, '', 5",
    })
    void countsLettersToChange(String a, String b, int distance) {
        assertEquals(distance, Spelling.distance(a, b));
    }

    @Test
    void guessesTheNearestWordAndTheFirstOfEquals() {
        List<String> known = List.of("pool", "port", "range");
        assertEquals("Did you mean 'pool'?", Spelling.guess("pol", known, ""));
        assertEquals("Did you mean 'range'?", Spelling.guess("RNAGE", known, ""));
        assertEquals("Did you mean 'pool'?", Spelling.guess("poo", known, ""));
    }

    @Test
    void doesNotGuessWhenNothingIsNear() {
        assertEquals("none", Spelling.guess("subnet", List.of("pool", "range"), "none"));
    }
}
