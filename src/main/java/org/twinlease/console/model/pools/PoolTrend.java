package org.twinlease.console.model.pools;

import org.twinlease.control.PoolView;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How the pools were in the last hour while this console watched, a sample every five seconds: the
/// course of what is taken, and how fast free addresses go.
final class PoolTrend {

    private static final long EVERY_MILLIS = 5_000;
    private static final long KEPT_MILLIS = 3_600_000;
    private static final long PACE_MILLIS = 900_000;
    private static final long LEAST_MILLIS = 60_000;

    private record Sample(long atMillis, long free, double taken) {}

    private final Map<Integer, Deque<Sample>> seen = new HashMap<>();

    void pulse(List<PoolView> pools, long atMillis) {
        for (PoolView pool : pools) {
            Deque<Sample> samples = seen.computeIfAbsent(pool.index(), _ -> new ArrayDeque<>());
            Sample last = samples.peekLast();
            if (last != null && atMillis - last.atMillis < EVERY_MILLIS) continue;
            long free = pool.free() + pool.backup();
            double taken = (double) (pool.size() - free) / Math.max(1, pool.size());
            samples.addLast(new Sample(atMillis, free, taken));
            while (atMillis - samples.getFirst().atMillis > KEPT_MILLIS) samples.removeFirst();
        }
    }

    /// The share taken, oldest first.
    List<Double> course(int pool) {
        Deque<Sample> samples = seen.get(pool);
        return samples == null ? List.of() : samples.stream().map(Sample::taken).toList();
    }

    /// How many free addresses went in an hour, by the last quarter of one; 0 when they did not
    /// grow fewer, -1 before a minute of it was seen.
    double perHour(int pool) {
        Deque<Sample> samples = seen.get(pool);
        if (samples == null) return -1;
        Sample last = samples.getLast();
        Sample first = last;
        for (Sample sample : samples) {
            if (last.atMillis - sample.atMillis > PACE_MILLIS) continue;
            first = sample;
            break;
        }
        long millis = last.atMillis - first.atMillis;
        if (millis < LEAST_MILLIS) return -1;
        return Math.max(0, (first.free - last.free) * 3_600_000.0 / millis);
    }
}
