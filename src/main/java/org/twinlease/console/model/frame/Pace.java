package org.twinlease.console.model.frame;

import org.twinlease.control.PoolView;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How fast the free addresses of a server's pools, its own and those that are its partner's to
/// give, went in the last quarter of an hour. Everything that foretells when a pool runs out does
/// it from this, so that no two places say different things.
final class Pace {

    private static final long EVERY_MILLIS = 5_000;
    private static final long WINDOW_MILLIS = 900_000;
    private static final long LEAST_MILLIS = 60_000;
    private static final double HOUR_MILLIS = 3_600_000;

    private record Sample(long atMillis, long free) {}

    private final Map<Integer, Deque<Sample>> seen = new HashMap<>();

    /// Takes in how many addresses are free now.
    void pulse(List<PoolView> pools, long atMillis) {
        for (PoolView pool : pools) {
            Deque<Sample> samples = seen.computeIfAbsent(pool.index(), _ -> new ArrayDeque<>());
            Sample last = samples.peekLast();
            if (last != null && atMillis - last.atMillis < EVERY_MILLIS) continue;
            samples.addLast(new Sample(atMillis, pool.free() + pool.backup()));
            while (atMillis - samples.getFirst().atMillis > WINDOW_MILLIS) samples.removeFirst();
        }
    }

    /// How many free addresses of a pool, by its number, went in an hour; 0 when they did not grow
    /// fewer, -1 before a minute of it was seen.
    double perHour(int pool) {
        Deque<Sample> samples = seen.get(pool);
        if (samples == null) return -1;
        Sample first = samples.getFirst();
        Sample last = samples.getLast();
        long millis = last.atMillis - first.atMillis;
        if (millis < LEAST_MILLIS) return -1;
        return Math.max(0, (first.free - last.free) * HOUR_MILLIS / millis);
    }
}
