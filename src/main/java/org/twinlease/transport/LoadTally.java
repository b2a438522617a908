package org.twinlease.transport;

import org.HdrHistogram.Histogram;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.LongStream;

/// The counting side of a load: what happened, how long it took, and who holds which address.
final class LoadTally {
    private static final long LONGEST_MICROS = 60_000_000;
    private final Histogram offer = new Histogram(LONGEST_MICROS, 3);
    private final Histogram ack = new Histogram(LONGEST_MICROS, 3);
    private final Map<Integer, Integer> holders = new HashMap<>();
    private final long[] perServer;
    long started;
    long completed;
    long inTime;
    long dropped;
    long refused;
    long skipped;
    long strays;
    private long duplicates;

    LoadTally(int servers) {
        perServer = new long[servers];
    }

    /// Forgets all figures, but not who holds what.
    void restart() {
        offer.reset();
        ack.reset();
        Arrays.fill(perServer, 0);
        started = 0;
        completed = 0;
        inTime = 0;
        dropped = 0;
        refused = 0;
        skipped = 0;
        strays = 0;
    }

    void offered(long nanos, int server) {
        record(offer, nanos);
        perServer[server]++;
    }

    void acknowledged(long nanos, int server) {
        record(ack, nanos);
        perServer[server]++;
    }

    private static void record(Histogram histogram, long nanos) {
        histogram.recordValue(Math.clamp(nanos / 1_000, 0, LONGEST_MICROS));
    }

    /// A client was given an address; counts when another one holds it still.
    void holds(int client, int address) {
        Integer other = holders.put(address, client);
        if (other != null && other != client) duplicates++;
    }

    /// A client has an address no more.
    void leaves(int client, int address) {
        holders.remove(address, client);
    }

    LoadReport report(LoadPlan plan, double seconds, long unleased) {
        return new LoadReport(
                plan.mix(),
                seconds,
                started,
                completed,
                inTime,
                dropped,
                refused,
                skipped,
                duplicates,
                strays,
                unleased,
                LoadReport.Latency.of(offer),
                LoadReport.Latency.of(ack),
                LongStream.of(perServer).boxed().toList());
    }
}
