package org.twinlease.console.model.pair;

import org.twinlease.control.PoolView;

/// How many addresses are left to a server in a pool when it has to serve everybody, and for how
/// many seconds at the pace seen; -1 when nothing can be said.
record PairForecast(PairSide side, PoolView pool, long left, long seconds)
        implements Comparable<PairForecast> {

    private static final long FAR_SECONDS = 7 * 86_400;

    /// By how fast the addresses of both go in an hour: 0 when they do not, -1 while nobody knows.
    static PairForecast of(PairSide side, PoolView pool, long left, double perHour) {
        long seconds = left == 0 ? 0 : perHour <= 0 ? -1 : (long) (left * 3_600 / perHour);
        return new PairForecast(side, pool, left, seconds > FAR_SECONDS ? -1 : seconds);
    }

    boolean isShort() {
        return left * 10 < pool.size() || (seconds >= 0 && seconds < 3_600);
    }

    private double score() {
        double share = (double) left / Math.max(1, pool.size());
        return seconds >= 0 ? seconds : FAR_SECONDS * (1 + share);
    }

    @Override
    public int compareTo(PairForecast other) {
        return Double.compare(score(), other.score());
    }
}
