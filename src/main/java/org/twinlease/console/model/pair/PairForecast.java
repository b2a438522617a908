package org.twinlease.console.model.pair;

import org.twinlease.control.PoolView;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How long the free addresses of one server of a pair last when it has to serve everybody: by how
/// fast those of both went in the last minutes. Without a minute of that nothing is foretold.
final class PairForecast {

    private static final long WINDOW_MILLIS = 300_000;
    private static final long LEAST_MILLIS = 60_000;
    private static final long FAR_SECONDS = 7 * 86_400;

    private record Sample(long atMillis, long free) {}

    /// How many addresses are left to a server in a pool, and for how many seconds at the pace
    /// seen; -1 when nothing can be said.
    record Shortage(PairSide side, PoolView pool, long left, long seconds)
            implements Comparable<Shortage> {

        boolean isShort() {
            return left * 10 < pool.size() || (seconds >= 0 && seconds < 3_600);
        }

        private double score() {
            double share = (double) left / Math.max(1, pool.size());
            return seconds >= 0 ? seconds : FAR_SECONDS * (1 + share);
        }

        @Override
        public int compareTo(Shortage other) {
            return Double.compare(score(), other.score());
        }
    }

    private final Map<Integer, Deque<Sample>> seen = new HashMap<>();

    void pulse(List<PoolView> pools, long atMillis) {
        for (PoolView pool : pools) {
            Deque<Sample> samples = seen.computeIfAbsent(pool.index(), _ -> new ArrayDeque<>());
            samples.addLast(new Sample(atMillis, pool.free() + pool.backup()));
            while (atMillis - samples.getFirst().atMillis > WINDOW_MILLIS) samples.removeFirst();
        }
    }

    Shortage of(PairSide side, PoolView pool, long left) {
        return new Shortage(side, pool, left, seconds(pool.index(), left));
    }

    private long seconds(int pool, long left) {
        if (left == 0) return 0;
        Deque<Sample> samples = seen.get(pool);
        if (samples == null || samples.isEmpty()) return -1;
        Sample first = samples.getFirst();
        Sample last = samples.getLast();
        long millis = last.atMillis - first.atMillis;
        long gone = first.free - last.free;
        if (millis < LEAST_MILLIS || gone <= 0) return -1;
        long seconds = left * millis / gone / 1_000;
        return seconds > FAR_SECONDS ? -1 : seconds;
    }
}
