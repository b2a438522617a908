package org.twinlease.drill;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A line of a story has its seconds always, so that lines stand under each other.
final class LineTest {

    @ParameterizedTest
    @CsvSource({
        "43200, A, dies, '12:00:00  A     dies'",
        "43207, relay-7, asks, '12:00:07  relay-7  asks'",
        "97200, '', over, '27:00:00        over'",
        "540000, B, starts, '150:00:00  B     starts'",
        "540005, B, '', '150:00:05  B'"
    })
    void aLineSaysWhenToWhomAndWhat(long second, String who, String what, String text) {
        assertThat(new Line(second, who, what).text()).isEqualTo(text);
    }
}
