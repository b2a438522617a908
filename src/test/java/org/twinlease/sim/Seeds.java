package org.twinlease.sim;

import java.util.stream.LongStream;

/// The seeds that a test runs: `-Dsim.seed=N` for that one alone, else as many as usual from
/// `-Dsim.first` (1) on.
final class Seeds {

    private Seeds() {}

    /// `count` is the property that has how many, `usual` what stands for it where it is not set.
    static LongStream of(String count, long usual) {
        Long one = Long.getLong("sim.seed");
        if (one != null) return LongStream.of(one);
        long first = Long.getLong("sim.first", 1);
        return LongStream.range(first, first + Long.getLong(count, usual));
    }
}
