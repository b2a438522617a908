package org.twinlease.console.model.pools;

import org.twinlease.control.PoolView;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How much of the pools was taken in the last hour while this console watched, a sample every five
/// seconds.
final class PoolTrend {

    private static final long EVERY_MILLIS = 5_000;
    private static final long KEPT_MILLIS = 3_600_000;

    private record Sample(long atMillis, double taken) {}

    private final Map<Integer, Deque<Sample>> seen = new HashMap<>();

    void pulse(List<PoolView> pools, long atMillis) {
        for (PoolView pool : pools) {
            Deque<Sample> samples = seen.computeIfAbsent(pool.index(), _ -> new ArrayDeque<>());
            Sample last = samples.peekLast();
            if (last != null && atMillis - last.atMillis < EVERY_MILLIS) continue;
            long free = pool.free() + pool.backup();
            double taken = (double) (pool.size() - free) / Math.max(1, pool.size());
            samples.addLast(new Sample(atMillis, taken));
            while (atMillis - samples.getFirst().atMillis > KEPT_MILLIS) samples.removeFirst();
        }
    }

    /// The share taken, oldest first.
    List<Double> course(int pool) {
        Deque<Sample> samples = seen.get(pool);
        return samples == null ? List.of() : samples.stream().map(Sample::taken).toList();
    }
}
