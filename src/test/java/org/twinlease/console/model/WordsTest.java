package org.twinlease.console.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.ZoneOffset;

final class WordsTest {

    @ParameterizedTest
    @CsvSource({"0, 00:00", "285, 04:45", "3600, 1:00:00", "27061, 7:31:01", "273600, 3 d 04 h"})
    void whatIsLeftIsAClock(long seconds, String words) {
        assertThat(Words.countdown(seconds)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"42, 42 s", "95, 1 min", "7500, 2 h 5 min", "50000, 13 h", "400000, 4 d"})
    void aCoarseTimeSaysNoMoreThanPeopleCareFor(long seconds, String words) {
        assertThat(Words.coarse(seconds)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.25, 0.3", "9.94, 9.9", "9.96, 10", "12345.6, '12,346'"})
    void smallRatesHaveADecimal(double rate, String words) {
        assertThat(Words.rate(rate)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"0, 100, 0 %", "1, 1000, under 1 %", "1, 3, 33 %", "3, 3, 100 %", "0, 0, 0 %"})
    void aShareIsNeverRoundedToNothing(long part, long whole, String words) {
        assertThat(Words.percent(part, whole)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"11040, +11.04 ms", "-250.4, \u2212250 \u00b5s", "0, +0 \u00b5s"})
    void aDifferenceOfAnswerTimesIsInTheUnitThatTheyAreIn(double micros, String words) {
        assertThat(Words.signedMicros(micros)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"999, 999 \u00b5s", "1420, 1.42 ms", "-1, ''"})
    void answerTimesChangeTheirUnitAtAMillisecond(long micros, String words) {
        assertThat(Words.micros(micros)).isEqualTo(words);
    }

    @Test
    void aMomentOfAnotherDayHasItsDay() {
        assertThat(Words.moment(Samples.NOW, Samples.NOW, ZoneOffset.UTC)).isEqualTo("14:30");
        assertThat(Words.moment(Samples.NOW - 86_400_000, Samples.NOW, ZoneOffset.UTC))
                .isEqualTo("2 Mar 14:30");
    }

    @Test
    void aMinusIsAsWideAsAPlus() {
        assertThat(Words.signed(-1.25, "%.2f")).isEqualTo("\u22121.25");
        assertThat(Words.signed(1.25, "%.2f")).isEqualTo("+1.25");
    }

    @Test
    void octetsAreWrittenInTheUnitThatIsEasyToRead() {
        assertThat(Words.bytes(412_345)).isEqualTo("412 kB");
        assertThat(Words.bytes(38_500_000)).isEqualTo("38 MB");
        assertThat(Words.bytes(1_240_000_000)).isEqualTo("1.2 GB");
        assertThat(Words.bytes(64_000_000_000L)).isEqualTo("64 GB");
    }
}
