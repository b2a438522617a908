package org.twinlease.sim;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// How long things take that happen now and then.
public final class Chances {

    private Chances() {}

    /// Chance that comes from a seed.
    public static RandomGenerator of(long seed) {
        return new SplittableRandom(seed);
    }

    /// Milliseconds until the next time, when it is so many seconds on average.
    public static long wait(RandomGenerator random, long meanSeconds) {
        // StrictMath: the same number on every machine, as a seed promises.
        double share = -StrictMath.log(1 - random.nextDouble());
        return 1 + (long) (1000.0 * meanSeconds * share);
    }
}
