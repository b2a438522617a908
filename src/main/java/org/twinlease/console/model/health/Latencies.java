package org.twinlease.console.model.health;

import java.util.ArrayDeque;
import java.util.Deque;

/// How long the slowest answers of each second of the last minute took, in microseconds: one slow
/// second is nothing to be told of, several are.
final class Latencies {

    private static final int KEPT = 60;

    /// Clients wait for the disk: slower than this they notice.
    private static final long SLOW_MICROS = 100_000;

    private static final int MANY = 5;

    private final Deque<Long> seconds = new ArrayDeque<>();

    void add(long p99Micros) {
        seconds.addLast(p99Micros);
        if (seconds.size() > KEPT) seconds.removeFirst();
    }

    /// How many seconds were slow.
    long slow() {
        return seconds.stream().filter(each -> each >= SLOW_MICROS).count();
    }

    /// Whether that is more than chance.
    boolean isSlow() {
        return slow() >= MANY;
    }

    /// The slowest.
    long worst() {
        return seconds.stream().mapToLong(Long::longValue).max().orElse(0);
    }
}
