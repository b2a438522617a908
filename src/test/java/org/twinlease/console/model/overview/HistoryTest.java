package org.twinlease.console.model.overview;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.twinlease.console.model.Samples;
import org.twinlease.console.model.overview.History.Track;
import org.twinlease.control.PoolView;

import java.util.List;

final class HistoryTest {

    private static final List<PoolView> POOLS = List.of(Samples.pool(0, "10.0.0.0/24", 100, 60, 0));

    private final History history = new History();

    private void pulse(int second, long requests, long acks) {
        history.pulse(Samples.counters(Samples.NOW + second * 1_000L, requests, acks), POOLS);
    }

    @Test
    void theFirstReadingIsAStartAndNoSample() {
        pulse(0, 1_000_000, 500_000);
        assertThat(history.seconds()).isZero();
        assertThat(history.last(Track.REQUESTS, 60)).isEmpty();
    }

    @Test
    void aSecondLaterTheDifferenceIsTheRate() {
        pulse(0, 1_000, 500);
        pulse(1, 1_240, 620);
        assertThat(history.last(Track.REQUESTS, 60)).containsExactly(240);
        assertThat(history.last(Track.ACKS, 60)).containsExactly(120);
        assertThat(history.last(Track.ACTIVE, 60)).containsExactly(40);
        assertThat(history.last(Track.FREE, 60)).containsExactly(60);
    }

    @Test
    void secondsWithoutAPulseWereQuietAndWhatCameIsOfTheLastOne() {
        pulse(0, 0, 0);
        pulse(1, 100, 50);
        pulse(5, 180, 90);
        assertThat(history.last(Track.REQUESTS, 60)).containsExactly(100, 0, 0, 0, 80);
    }

    @Test
    void whileNothingIsHeardQuietSecondsAreAdded() {
        pulse(0, 0, 0);
        pulse(1, 100, 50);
        history.quiet(Samples.NOW + 4_000);
        assertThat(history.last(Track.REQUESTS, 60)).containsExactly(100, 0, 0);
    }

    @Test
    void aServerThatStartedAnewDoesNotGiveNegativeRates() {
        pulse(0, 900, 900);
        pulse(1, 1_000, 950);
        history.pulse(Samples.counters(Samples.NOW - 5_000, 10, 5), POOLS);
        assertThat(history.last(Track.REQUESTS, 60)).containsExactly(100);
    }

    @Test
    void meansAreOnlyGivenForWhatWasRecorded() {
        for (int second = 0; second <= 70; second++) pulse(second, second * 10L, second * 5L);
        assertThat(history.mean(Track.REQUESTS, 0, 5)).isEqualTo(10);
        assertThat(history.mean(Track.REQUESTS, 60, 5)).isEqualTo(10);
        assertThat(history.mean(Track.REQUESTS, 70, 5)).isNaN();
    }

    @Test
    void anHourIsKeptAndNoMore() {
        for (int second = 0; second <= History.SECONDS + 50; second++) {
            pulse(second, second * 10L, second * 5L);
        }
        assertThat(history.seconds()).isEqualTo(History.SECONDS);
        assertThat(history.last(Track.REQUESTS, 99_999)).hasSize(History.SECONDS);
    }
}
