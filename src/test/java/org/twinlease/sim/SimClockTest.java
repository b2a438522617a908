package org.twinlease.sim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a clock that was set, and that drifts, has shown since a moment.
final class SimClockTest {

    private final SimTime time = new SimTime();
    private final SimClock clock = new SimClock(time);

    /// Right until 10 s, ten minutes ahead until 20 s, half a minute behind since.
    @BeforeEach
    void setForwardAndBack() {
        time.runUntil(10_000);
        clock.set(600_000);
        time.runUntil(20_000);
        clock.set(-30_000);
        time.runUntil(40_000);
    }

    @Test
    void theLeastAndTheGreatestOffsetCountOnlySinceTheMoment() {
        assertThat(clock.least(0)).isEqualTo(-30_000);
        assertThat(clock.most(0)).isEqualTo(600_000);
        assertThat(clock.most(15_000)).isEqualTo(600_000);
        assertThat(clock.most(20_001)).isEqualTo(-30_000);
    }

    /// A lease that ended while the clock was ahead has ended, though the clock was set back.
    @Test
    void theLatestTimeShownIsNotTheTimeNow() {
        assertThat(clock.latest(0)).isEqualTo(620_000);
        assertThat(clock.latest(20_001)).isEqualTo(10_000);
    }

    @Test
    void aDriftIsFollowedFromItsBeginning() {
        clock.drift(100_000);
        time.runUntil(50_000);
        assertThat(clock.offset()).isEqualTo(-29_000);
        assertThat(clock.most(30_000)).isEqualTo(-29_000);
        assertThat(clock.latest(30_000)).isEqualTo(21_000);
    }
}
