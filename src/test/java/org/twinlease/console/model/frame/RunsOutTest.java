package org.twinlease.console.model.frame;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.twinlease.console.model.Samples;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.frame.RunsOut.Forecast;
import org.twinlease.control.PoolView;

import java.util.List;

final class RunsOutTest {

    private final Pace pace = new Pace();
    private final RunsOut runsOut = new RunsOut(pace);

    private static PoolView pool(int index, long size, long free) {
        return Samples.pool(index, "10.0." + index + ".0/24", size, free, 0);
    }

    @Test
    void withoutPoolsItSaysSo() {
        assertThat(runsOut.forecast(List.of()))
                .isEqualTo(new Forecast("No pool is configured", Tone.PLAIN));
    }

    @Test
    void aPoolWithoutAFreeAddressComesFirst() {
        var pools = List.of(pool(0, 200, 3), pool(1, 200, 0));
        assertThat(runsOut.forecast(pools))
                .isEqualTo(
                        new Forecast("10.0.1.0/24 is full: new clients get no answer", Tone.BAD));
    }

    @Test
    void theFullestPoolIsNamedWhileNothingShrinks() {
        var pools = List.of(pool(0, 200, 150), pool(1, 200, 90));
        pace.pulse(pools, Samples.NOW);
        pace.pulse(pools, Samples.NOW + 120_000);
        assertThat(runsOut.forecast(pools))
                .isEqualTo(new Forecast("Fullest is 10.0.1.0/24: 90 of 200 free", Tone.GOOD));
    }

    @Test
    void aPoolThatIsNearlyFullIsToBeWatchedEvenWhenCalm() {
        assertThat(runsOut.forecast(List.of(pool(0, 200, 19))).tone()).isEqualTo(Tone.WATCH);
    }

    @Test
    void aShrinkingPoolIsForetoldFromItsPace() {
        pace.pulse(List.of(pool(0, 200, 10), pool(1, 200, 130)), Samples.NOW);
        var later = List.of(pool(0, 200, 10), pool(1, 200, 100));
        pace.pulse(later, Samples.NOW + 120_000);
        assertThat(runsOut.forecast(later))
                .isEqualTo(
                        new Forecast(
                                "Next to run out: 10.0.1.0/24 in about 6 min, 100 of 200 free",
                                Tone.WATCH));
    }

    @Test
    void lessThanAMinuteOfPaceForetellsNothing() {
        pace.pulse(List.of(pool(0, 200, 130)), Samples.NOW);
        var later = List.of(pool(0, 200, 100));
        pace.pulse(later, Samples.NOW + 30_000);
        assertThat(runsOut.forecast(later).words()).startsWith("Fullest is");
    }

    @Test
    void whatHappenedMoreThanAQuarterOfAnHourAgoIsForgotten() {
        pace.pulse(List.of(pool(0, 200, 190)), Samples.NOW);
        var later = List.of(pool(0, 200, 100));
        pace.pulse(later, Samples.NOW + 1_000_000);
        pace.pulse(later, Samples.NOW + 1_100_000);
        assertThat(runsOut.forecast(later).words()).startsWith("Fullest is");
    }
}
