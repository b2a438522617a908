package org.twinlease.app.past;

import java.util.concurrent.atomic.AtomicLong;

/// How many changes of leases may be recorded: 500 a second for long, and 5,000 at once. What is
/// more is counted.
final class Allowance {

    private static final double A_SECOND = 500;
    private static final double AT_ONCE = 5_000;

    private final AtomicLong missed = new AtomicLong();
    private double left = AT_ONCE;
    private long lastMillis;

    /// Whether one more may be recorded at a time that never goes back. Called by one thread.
    boolean take(long atMillis) {
        double passed = Math.max(0, atMillis - lastMillis) / 1_000.0;
        lastMillis = Math.max(lastMillis, atMillis);
        left = Math.min(AT_ONCE, left + passed * A_SECOND);
        if (left < 1) {
            missed.incrementAndGet();
            return false;
        }
        left--;
        return true;
    }

    /// How many were not, since the last time that this was asked; from any thread.
    long missed() {
        return missed.getAndSet(0);
    }
}
