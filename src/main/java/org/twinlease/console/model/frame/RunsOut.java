package org.twinlease.console.model.frame;

import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.Words;
import org.twinlease.control.PoolView;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which pool has no address left first, from how many are free and how fast they went in the last
/// minutes. A forecast is only made from a minute or more of what was seen.
final class RunsOut {

    private static final long WINDOW_MILLIS = 300_000;
    private static final long LEAST_MILLIS = 60_000;
    private static final long SOON_SECONDS = 3_600;
    private static final long FAR_SECONDS = 7 * 86_400;

    /// The sentence, and how much attention it asks for.
    record Forecast(String words, Tone tone) {}

    private record Sample(long atMillis, long free) {}

    private final Map<Integer, Deque<Sample>> seen = new HashMap<>();

    /// Takes in how many addresses are free now.
    void pulse(List<PoolView> pools, long atMillis) {
        for (PoolView pool : pools) {
            Deque<Sample> samples = seen.computeIfAbsent(pool.index(), _ -> new ArrayDeque<>());
            samples.addLast(new Sample(atMillis, pool.free()));
            while (atMillis - samples.getFirst().atMillis > WINDOW_MILLIS) samples.removeFirst();
        }
    }

    /// What is to be said of these pools.
    Forecast forecast(List<PoolView> pools) {
        PoolView next = null;
        double nextScore = Double.MAX_VALUE;
        for (PoolView pool : pools) {
            if (pool.size() == 0) continue;
            long left = secondsLeft(pool);
            double score = left < FAR_SECONDS ? left : FAR_SECONDS * (1 + share(pool));
            if (score < nextScore) {
                next = pool;
                nextScore = score;
            }
        }
        if (next == null) return new Forecast(Text.of("runsout.none"), Tone.PLAIN);
        return of(next);
    }

    private Forecast of(PoolView pool) {
        String free = Words.count(pool.free());
        String size = Words.count(pool.size());
        if (pool.free() == 0)
            return new Forecast(Text.of("runsout.full", pool.network()), Tone.BAD);
        long left = secondsLeft(pool);
        if (left < FAR_SECONDS) {
            String words = Text.of("runsout.pace", pool.network(), free, size, Words.coarse(left));
            return new Forecast(words, left < SOON_SECONDS ? Tone.WATCH : Tone.GOOD);
        }
        Tone tone = share(pool) < 0.1 ? Tone.WATCH : Tone.GOOD;
        return new Forecast(Text.of("runsout.calm", pool.network(), free, size), tone);
    }

    /// Seconds until none is free at the pace seen; very many when the pool doesn't shrink.
    private long secondsLeft(PoolView pool) {
        if (pool.free() == 0) return 0;
        Deque<Sample> samples = seen.get(pool.index());
        if (samples == null) return Long.MAX_VALUE;
        Sample first = samples.getFirst();
        Sample last = samples.getLast();
        long millis = last.atMillis - first.atMillis;
        long gone = first.free - last.free;
        if (millis < LEAST_MILLIS || gone <= 0) return Long.MAX_VALUE;
        return pool.free() * millis / gone / 1_000;
    }

    private static double share(PoolView pool) {
        return (double) pool.free() / pool.size();
    }
}
