package org.twinlease.console.model.draft;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class QuantityTest {

    @ParameterizedTest
    @CsvSource({
        "3600, 3600",
        "1h, 3600",
        "60 min, 3600",
        "60m, 3600",
        "1h30m, 5400",
        "1h 30 m, 5400",
        "01:00:00, 3600",
        "2 D, 172800",
        "' 45s ', 45"
    })
    void timesAreReadAsPeopleTypeThem(String typed, long seconds) {
        assertThat(Quantity.seconds(typed)).hasValue(seconds);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "h", "1x", "1h x", "-3", "1:2", "00:61:00", "1 month", "12345678901"})
    void anythingElseIsNoTime(String typed) {
        assertThat(Quantity.seconds(typed)).isEmpty();
    }
}
