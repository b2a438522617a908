package org.twinlease.console.model.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/// The distance of two clocks over a session.
final class SkewsTest {

    private static final long BEGIN = 1_700_000_000;

    private final Skews skews = new Skews();

    private void day(double millisADay, long first, long seconds) {
        for (long i = 0; i < seconds; i++) {
            skews.add(BEGIN + i, first + Math.round(millisADay * i / 86_400));
        }
    }

    @Test
    void aTrendNeedsTenMinutesOfReadings() {
        day(4_000, 100, 590);
        assertThat(skews.hasTrend()).isFalse();
        skews.add(BEGIN + 605, 128);
        assertThat(skews.hasTrend()).isTrue();
    }

    @Test
    void theLineThroughTheReadingsIsThePace() {
        day(4_000, 1_000, 20_000);
        assertThat(skews.perDay()).isCloseTo(4_000, within(40.0));
        long days = (skews.reaches(60_000) - BEGIN) / 86_400;
        assertThat(days).isBetween(14L, 15L);
    }

    @Test
    void aClockThatFallsBehindReachesTheLimitOnTheOtherSide() {
        day(-8_000, -4_000, 7_200);
        assertThat((skews.reaches(60_000) - BEGIN) / 86_400).isBetween(6L, 7L);
    }

    @Test
    void clocksThatKeepInStepNeverReachIt() {
        day(0, 200, 3_600);
        assertThat(skews.perDay()).isZero();
        assertThat(skews.reaches(60_000)).isZero();
        assertThat(new Skews().reaches(60_000)).isZero();
    }

    @Test
    void aLongSessionKeepsItsBeginningInABoundedNumberOfReadings() {
        day(4_000, 0, 400_000);
        assertThat(skews.readings()).hasSizeBetween(300, 720);
        assertThat(skews.readings().getFirst().second()).isEqualTo(BEGIN);
        assertThat(skews.readings().getLast().second()).isGreaterThan(BEGIN + 395_000);
    }
}
