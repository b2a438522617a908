package org.twinlease.control;

import java.util.Arrays;

/// A reading of all counters, at a time in milliseconds since 1970, with the latency of the answers
/// of the last second (microseconds; 0 where there was none).
public record CountersView(long atMillis, long[] values, long p50Micros, long p99Micros) {

    /// Takes a copy of the values, indexed by [Counter#ordinal].
    public CountersView {
        values = values.clone();
    }

    /// One counter.
    public long get(Counter counter) {
        return values[counter.ordinal()];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CountersView o
                && atMillis == o.atMillis
                && p50Micros == o.p50Micros
                && p99Micros == o.p99Micros
                && Arrays.equals(values, o.values);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(atMillis) * 31 + Arrays.hashCode(values);
    }
}
