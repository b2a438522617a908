package org.twinlease.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// Times as people write them.
final class MomentTest {

    private static final long NOW = Instant.parse("2026-05-01T12:00:00Z").getEpochSecond();

    private static String read(String text, ZoneId zone) {
        var second = Moment.read(text, NOW, zone);
        return second.isEmpty() ? "" : Instant.ofEpochSecond(second.getAsLong()).toString();
    }

    @ParameterizedTest
    @CsvSource({
        "11:58, 2026-05-01T11:58:00Z",
        "11:58:30, 2026-05-01T11:58:30Z",
        "12:00, 2026-05-01T12:00:00Z",
        "12:01, 2026-04-30T12:01:00Z",
        "90s, 2026-05-01T11:58:30Z",
        "15m, 2026-05-01T11:45:00Z",
        "2h, 2026-05-01T10:00:00Z",
        "1d, 2026-04-30T12:00:00Z",
        "2026-04-01T00:00:00Z, 2026-04-01T00:00:00Z"
    })
    void aTimeOfDayIsTheLastOneAndAnAgeCountsBack(String text, String expected) {
        assertThat(read(text, ZoneOffset.UTC)).isEqualTo(expected);
    }

    @Test
    void aTimeOfDayIsOneOfTheZone() {
        assertThat(read("13:30", ZoneId.of("Europe/Berlin"))).isEqualTo("2026-05-01T11:30:00Z");
        assertThat(read("14:30", ZoneId.of("Europe/Berlin"))).isEqualTo("2026-04-30T12:30:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "25:00", "11:5", "15", "-3m", "2026-05-01", "1w"})
    void whatIsNoTimeIsNone(String text) {
        assertThat(read(text, ZoneOffset.UTC)).isEmpty();
    }
}
