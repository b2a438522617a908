package org.twinlease.failover;

import java.util.Arrays;

/// By how much the partner's clock is ahead of this server's, from the times in the headers of its
/// messages. A header has whole seconds and is a while under way; the median of the last readings
/// keeps single late ones out. Positive: the partner is ahead.
final class Skew {

    private static final int READINGS = 9;
    private static final long HALF_SECOND = 500;
    private final long[] readings = new long[READINGS];
    private long count;
    private long halfWayMillis;

    /// What half of a message and its answer took; it is taken off every later reading.
    void roundTrip(long millis) {
        halfWayMillis = millis / 2;
    }

    /// A message with a header of this second was read at this time (milliseconds since 1970).
    void read(long headerSeconds, long wallMillis) {
        long sent = wallMillis - halfWayMillis;
        readings[(int) (count++ % READINGS)] = headerSeconds * 1000 + HALF_SECOND - sent;
    }

    boolean isKnown() {
        return count > 0;
    }

    /// Milliseconds, right to half a second.
    long millis() {
        int known = (int) Math.min(count, READINGS);
        if (known == 0) return 0;
        long[] sorted = Arrays.copyOf(readings, known);
        Arrays.sort(sorted);
        return sorted[known / 2];
    }

    /// By how many seconds the clocks may differ at most; the protocol tolerates a minute.
    long margin() {
        return isKnown() ? (Math.abs(millis()) + 1499) / 1000 : Session.MOST_SKEW;
    }
}
