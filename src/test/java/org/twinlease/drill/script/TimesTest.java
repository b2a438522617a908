package org.twinlease.drill.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TimesTest {

    @ParameterizedTest
    @CsvSource({
        "45s, 45, 45s",
        "90s, 90, 1m30s",
        "10m, 600, 10m",
        "1h30m, 5400, 1h30m",
        "1d, 86400, 1d",
        "2d1s, 172801, 2d1s",
        "+70s, 70, 1m10s",
        "-2m, -120, -2m",
        "0s, 0, 0s"
    })
    void aSpanIsReadAndWritten(String text, long seconds, String words) {
        assertThat(Times.span(text)).hasValue(seconds);
        assertThat(Times.words(seconds)).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "5", "+", "-", "m", "5x", "1m1h", "five", "1.5h", "5 m", "999999999s"})
    void whatIsNoSpanIsNone(String text) {
        assertThat(Times.span(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "00:00, 0, 00:00",
        "12:00, 43200, 12:00",
        "9:05, 32700, 09:05",
        "12:00:30, 43230, 12:00:30",
        "27:00, 97200, 27:00",
        "150:00:05, 540005, 150:00:05"
    })
    void aMomentIsReadAndWritten(String text, long second, String words) {
        assertThat(Times.moment(text)).hasValue(second);
        assertThat(Times.clock(second)).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "12:60", "12:00:60", "12:0", "noon", "-1:00", "1234:00"})
    void whatIsNoMomentIsNone(String text) {
        assertThat(Times.moment(text)).isEmpty();
    }
}
