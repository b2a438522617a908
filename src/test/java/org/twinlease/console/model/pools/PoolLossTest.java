package org.twinlease.console.model.pools;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinlease.console.model.Tone;

import java.util.Random;

/// What is left of a pool without one of its servers.
final class PoolLossTest {

    @ParameterizedTest
    @CsvSource({
        // own, of both, pool, gone an hour, in hours: left, of both, tone
        "40, 60, 100, -1, 0, 40, 60, GOOD",
        "40, 60, 100, -1, 5, 40, 60, GOOD",
        "40, 60, 100, 0, 5, 40, 60, GOOD",
        "40, 60, 100, 12, 0, 40, 60, GOOD",
        "40, 60, 100, 12, 2.5, 20, 30, GOOD",
        "40, 60, 100, 12, 5, 0, 0, BAD",
        "40, 60, 100, 12, 500, 0, 0, BAD",
        "0, 60, 100, 0, 0, 0, 60, BAD",
        "0, 0, 100, -1, 0, 0, 0, BAD",
        "10, 60, 100, 0, 0, 10, 60, GOOD",
        "9, 60, 100, 0, 0, 9, 60, WATCH",
        "40, 60, 100, 40, 0, 40, 60, GOOD",
        "40, 60, 100, 41, 0, 40, 60, WATCH"
    })
    void bothSharesShrinkAlikeUntilTheLoss(
            long own,
            long all,
            long size,
            double pace,
            double hours,
            long left,
            long both,
            Tone tone) {
        var loss = new PoolLoss(own, all, size, pace, hours);
        assertThat(loss.left()).isEqualTo(left);
        assertThat(loss.leftOfBoth()).isEqualTo(both);
        assertThat(loss.words().tone()).isEqualTo(tone);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-1 | 40 left for new clients; 60 once partner-down is ordered and MCLT has passed",
                "0 | 40 left for new clients, enough for more than a week; 60 once partner-down is"
                        + " ordered and MCLT has passed, enough for more than a week",
                "0.3 | 40 left for new clients, enough for 5 d; 60 once partner-down is"
                        + " ordered and MCLT has passed, enough for more than a week",
            })
    void howLongItLastsIsSaidWhereItIsKnown(double pace, String words) {
        assertThat(new PoolLoss(40, 60, 100, pace, 0).words().words()).isEqualTo(words);
    }

    /// Whatever the numbers: never more than now, never less than nothing, never more later.
    @Test
    void itOnlyEverGetsLess() {
        var random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            long all = random.nextInt(5_000);
            long own = all == 0 ? 0 : random.nextLong(all + 1);
            double pace = random.nextInt(100) - 1;
            double hours = random.nextInt(40) / 4.0;
            var now = new PoolLoss(own, all, 6_000, pace, hours);
            var later = new PoolLoss(own, all, 6_000, pace, hours + 0.25);
            assertThat(now.left()).as("%s", now).isBetween(0L, own);
            assertThat(now.leftOfBoth()).as("%s", now).isBetween(now.left(), all);
            assertThat(later.left()).as("%s", now).isLessThanOrEqualTo(now.left());
        }
    }
}
