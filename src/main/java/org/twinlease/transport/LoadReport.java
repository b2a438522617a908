package org.twinlease.transport;

import org.HdrHistogram.Histogram;

import java.util.List;

/// What a load did. An exchange counts in `started` and then in one of `completed`, `refused` (a
/// NAK) and `dropped` (no answer in time).
///
/// @param mix what an exchange was
/// @param seconds for how long exchanges were begun
/// @param started exchanges begun in that time
/// @param completed exchanges that ended well
/// @param inTime those of them that ended before the time was over; the rate is theirs
/// @param dropped exchanges without an answer
/// @param refused exchanges that ended with a NAK
/// @param skipped exchanges of an open loop that no client was free for
/// @param duplicates acknowledged addresses that another client held
/// @param strays answers that nobody waited for, such as a second server's offers
/// @param unleased clients that got no lease before renewals began
/// @param offer time from DISCOVER to OFFER
/// @param ack time from REQUEST to ACK
/// @param perServer answers of each server, in the plan's order
public record LoadReport(
        LoadPlan.Mix mix,
        double seconds,
        long started,
        long completed,
        long inTime,
        long dropped,
        long refused,
        long skipped,
        long duplicates,
        long strays,
        long unleased,
        Latency offer,
        Latency ack,
        List<Long> perServer) {

    /// Takes a copy of the list.
    public LoadReport {
        perServer = List.copyOf(perServer);
    }

    /// Exchanges a second that ended well in time.
    public double perSecond() {
        return inTime / seconds;
    }

    /// A distribution of times in microseconds; all 0 where there were none.
    public record Latency(long count, long p50, long p90, long p99, long p999, long max) {

        static Latency of(Histogram micros) {
            return new Latency(
                    micros.getTotalCount(),
                    micros.getValueAtPercentile(50),
                    micros.getValueAtPercentile(90),
                    micros.getValueAtPercentile(99),
                    micros.getValueAtPercentile(99.9),
                    micros.getMaxValue());
        }
    }
}
