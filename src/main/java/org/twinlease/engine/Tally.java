package org.twinlease.engine;

import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import org.twinlease.control.Counter;
import org.twinlease.control.CountersView;
import org.twinlease.dhcp.Decision;
import org.twinlease.wire.dhcp.OptionType;
import org.twinlease.wire.dhcp.Packet;
import org.twinlease.wire.failover.LoadBalance;

/// Counts since start, and the latencies of the second that runs.
final class Tally {

    private static final long LONGEST_MICROS = 60_000_000;
    private final long[] counts = new long[Counter.values().length];
    private final Histogram second = new Histogram(LONGEST_MICROS, 2);
    private long p50;
    private long p99;

    void add(Counter counter) {
        counts[counter.ordinal()]++;
    }

    void set(Counter counter, long value) {
        counts[counter.ordinal()] = value;
    }

    long of(Counter counter) {
        return counts[counter.ordinal()];
    }

    void received(@Nullable Packet packet) {
        add(Counter.RECEIVED);
        if (packet == null) {
            add(Counter.MALFORMED);
            return;
        }
        switch (packet.messageType()) {
            case DHCPDISCOVER -> {
                add(Counter.DISCOVER);
                boolean swapped = LoadBalance.secsInOrder(packet.secs()) != packet.secs();
                if (swapped) add(Counter.SECS_SWAPPED);
            }
            case DHCPREQUEST -> add(Counter.REQUEST);
            case DHCPDECLINE -> add(Counter.DECLINE);
            case DHCPRELEASE -> add(Counter.RELEASE);
            case DHCPINFORM -> add(Counter.INFORM);
            // What no client sends is received, and silence once it is decided.
            case DHCPOFFER, DHCPACK, DHCPNAK -> {}
            case null -> {
                boolean bootp = packet.op() == 1 && !packet.has(OptionType.DHCP_MESSAGE_TYPE);
                if (bootp) add(Counter.BOOTREQUEST);
            }
        }
    }

    void decided(Decision decision, long micros) {
        switch (decision) {
            case Decision.Offer _ -> add(Counter.OFFER);
            case Decision.Ack ack -> add(ack.bootp() ? Counter.BOOTREPLY : Counter.ACK);
            case Decision.Nak _ -> add(Counter.NAK);
            case Decision.Silent _ -> add(Counter.SILENT);
            case Decision.Note _ -> {}
        }
        if (micros >= 0) second.recordValue(Math.min(micros, LONGEST_MICROS));
    }

    /// Ends the second: its latencies are what views show until the next one ends.
    void turnOver() {
        boolean any = second.getTotalCount() > 0;
        p50 = any ? second.getValueAtPercentile(50) : 0;
        p99 = any ? second.getValueAtPercentile(99) : 0;
        second.reset();
    }

    CountersView view(long atMillis) {
        return new CountersView(atMillis, counts, p50, p99);
    }
}
