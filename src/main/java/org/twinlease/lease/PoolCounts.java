package org.twinlease.lease;

import org.twinlease.value.BindingState;

/// How many rows of each pool are in each state.
final class PoolCounts {

    private static final int STATES = BindingState.values().length;
    private final long[] counts;

    PoolCounts(int pools) {
        counts = new long[pools * STATES];
    }

    void add(int pool, BindingState state, int by) {
        counts[pool * STATES + state.ordinal()] += by;
    }

    long of(int pool, BindingState state) {
        return counts[pool * STATES + state.ordinal()];
    }
}
