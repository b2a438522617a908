package org.twinlease.console.model.wizard;

import org.twinlease.control.PacketView;
import org.twinlease.value.Reason;

import java.util.TreeMap;

/// What clients' packets at one server say of its partner: a client that takes another server's
/// offer says that one lives, one that renews here because its own server is silent says the
/// contrary. Counted by the second, for the last hour.
final class Signs {

    private static final int MOST_SECONDS = 3_600;

    /// What was seen in some time: clients' packets, those that took an offer of another server and
    /// which, those that asked everybody because their own server did not answer, and those that
    /// were left to the partner.
    record Seen(long packets, long tookOther, String taken, long rebound, long left) {
        static final Seen NOTHING = new Seen(0, 0, "", 0, 0);

        Seen with(Seen more) {
            return new Seen(
                    packets + more.packets,
                    tookOther + more.tookOther,
                    more.taken.isEmpty() ? taken : more.taken,
                    rebound + more.rebound,
                    left + more.left);
        }
    }

    private final TreeMap<Long, Seen> seconds = new TreeMap<>();
    private long first = Long.MAX_VALUE;
    private long last = -1;
    private long lastMillis;

    /// Counts a packet once, told now or asked for; older ones may come later.
    void add(PacketView packet) {
        long sequence = packet.sequence();
        boolean again = sequence >= first && sequence <= last;
        boolean restarted = sequence <= last && packet.atMillis() > lastMillis;
        if (again && !restarted) return;
        if (restarted) first = last = sequence;
        first = Math.min(first, sequence);
        last = Math.max(last, sequence);
        lastMillis = Math.max(lastMillis, packet.atMillis());
        seconds.merge(packet.atMillis() / 1_000, seen(packet), Seen::with);
        if (seconds.size() > MOST_SECONDS) seconds.pollFirstEntry();
    }

    private static Seen seen(PacketView packet) {
        long took = 0;
        long rebound = 0;
        long left = 0;
        String taken = "";
        for (Reason reason : packet.reasons()) {
            switch (reason.code()) {
                case SILENT_OTHER_SERVER -> {
                    took = 1;
                    taken = String.valueOf(reason.operands().getFirst());
                }
                case ACK_REBINDING -> rebound = 1;
                case SILENT_PARTNERS_CLIENT, SILENT_PARTNERS_LEASE -> left = 1;
                default -> {}
            }
        }
        return new Seen(1, took, taken, rebound, left);
    }

    /// What was seen in the seconds from one to before another.
    Seen between(long from, long to) {
        if (from >= to) return Seen.NOTHING;
        return seconds.subMap(from, to).values().stream().reduce(Seen.NOTHING, Seen::with);
    }
}
