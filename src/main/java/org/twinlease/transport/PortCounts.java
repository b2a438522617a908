package org.twinlease.transport;

import java.util.concurrent.atomic.AtomicLong;

/// Counts what the ports lose; read by any thread.
final class PortCounts {
    private final AtomicLong oversize = new AtomicLong();
    private final AtomicLong errors = new AtomicLong();
    private final AtomicLong unsent = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong turnedAway = new AtomicLong();

    void oversize() {
        oversize.incrementAndGet();
    }

    void error() {
        errors.incrementAndGet();
    }

    void unsent() {
        unsent.incrementAndGet();
    }

    void refused() {
        refused.incrementAndGet();
    }

    void turnedAway() {
        turnedAway.incrementAndGet();
    }

    PortLosses read() {
        return new PortLosses(
                oversize.get(), errors.get(), unsent.get(), refused.get(), turnedAway.get());
    }
}
