package org.twinlease.console.model.overview;

import org.jspecify.annotations.Nullable;
import org.twinlease.control.Counter;
import org.twinlease.control.CountersView;
import org.twinlease.control.PoolView;

import java.util.Arrays;
import java.util.List;

/// What the console has seen of the counters, one sample a second, at most the last hour. Seconds
/// before the console was opened are absent, not zero.
final class History {

    /// The most seconds kept.
    static final int SECONDS = 3_600;

    /// What is sampled.
    enum Track {
        REQUESTS,
        ACKS,
        LATENCY_MICROS,
        ACTIVE,
        FREE
    }

    private static final List<Counter> ASKED =
            List.of(
                    Counter.DISCOVER,
                    Counter.REQUEST,
                    Counter.INFORM,
                    Counter.DECLINE,
                    Counter.RELEASE,
                    Counter.BOOTREQUEST);

    private final double[][] ring = new double[Track.values().length][SECONDS];
    private int size;
    private int end;
    private @Nullable CountersView last;
    private long sampledMillis;
    private long active;
    private long free;

    /// Takes in a reading. The server sends none while nothing changes, so the seconds since the
    /// last one were quiet but for the newest.
    void pulse(CountersView counters, List<PoolView> pools) {
        CountersView before = last;
        last = counters;
        if (before == null || counters.atMillis() < before.atMillis()) {
            sampledMillis = counters.atMillis();
            remember(pools);
            return;
        }
        quiet(counters.atMillis() - 500);
        remember(pools);
        double seconds = Math.max(0.5, Math.min(1.5, (counters.atMillis() - sampledMillis) / 1e3));
        sampledMillis = counters.atMillis();
        long asked = 0;
        for (Counter counter : ASKED) asked += counters.get(counter) - before.get(counter);
        long acks = counters.get(Counter.ACK) - before.get(Counter.ACK);
        add(asked / seconds, acks / seconds, (double) counters.p99Micros());
    }

    /// Fills in quiet seconds up to `nowMillis`.
    void quiet(long nowMillis) {
        if (last == null) return;
        if (nowMillis - sampledMillis > SECONDS * 1_000L) sampledMillis = nowMillis - 1_000L;
        while (nowMillis - sampledMillis >= 1_500) {
            sampledMillis += 1_000;
            add(0, 0, 0);
        }
    }

    /// How many seconds are recorded.
    int seconds() {
        return size;
    }

    /// The last seconds of a track, oldest first; fewer where fewer are recorded.
    double[] last(Track track, int seconds) {
        int length = Math.min(seconds, size);
        double[] values = new double[length];
        for (int i = 0; i < length; i++) {
            values[i] = ring[track.ordinal()][Math.floorMod(end - length + i, SECONDS)];
        }
        return values;
    }

    /// The mean of `length` seconds that ended `ago` seconds ago; NaN where not recorded.
    double mean(Track track, int ago, int length) {
        if (size < ago + length) return Double.NaN;
        double[] values = last(track, ago + length);
        return Arrays.stream(values, 0, length).average().orElse(Double.NaN);
    }

    private void remember(List<PoolView> pools) {
        active = pools.stream().mapToLong(PoolView::active).sum();
        free = pools.stream().mapToLong(PoolView::free).sum();
    }

    private void add(double asked, double acks, double micros) {
        double[] sample = {asked, acks, micros, active, free};
        for (int i = 0; i < sample.length; i++) ring[i][end] = sample[i];
        end = (end + 1) % SECONDS;
        size = Math.min(size + 1, SECONDS);
    }
}
