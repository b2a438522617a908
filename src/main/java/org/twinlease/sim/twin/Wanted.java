package org.twinlease.sim.twin;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/// Work on a twin that takes its time, for as long as somebody wants what comes of it.
public final class Wanted {

    private Wanted() {}

    /// Goes on.
    ///
    /// @throws CancellationException when it is wanted no more
    public static void look(BooleanSupplier wanted) {
        if (!wanted.getAsBoolean()) throw new CancellationException("it is wanted no more");
    }

    /// Goes from a moment to another in strides, with a look before each.
    ///
    /// @throws CancellationException when it is wanted no more
    public static void go(
            BooleanSupplier wanted, long from, long until, long stride, LongConsumer to) {
        for (long at = from; at < until; at += stride) {
            look(wanted);
            to.accept(Math.min(until, at + stride));
        }
    }
}
