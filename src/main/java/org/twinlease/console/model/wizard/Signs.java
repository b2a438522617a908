package org.twinlease.console.model.wizard;

import org.twinlease.control.PacketView;
import org.twinlease.value.Reason;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeMap;

/// What clients' packets at one server say of its partner: a client that takes another server's
/// offer says that one lives, one that renews here because its own server is silent says the
/// contrary. Counted by the second, for the last hour.
final class Signs {

    private static final int MOST_SECONDS = 3_600;

    /// More than a server tells when it is asked for its newest packets.
    private static final int MOST_KNOWN = 20_000;

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

    /// What tells a packet from another one: a server that was restarted counts anew.
    private record Which(long sequence, long atMillis) {}

    private final TreeMap<Long, Seen> seconds = new TreeMap<>();
    private final Set<Which> counted = new LinkedHashSet<>();

    /// Counts a packet once, whether it was told or asked for, in whatever order they come.
    void add(PacketView packet) {
        if (!counted.add(new Which(packet.sequence(), packet.atMillis()))) return;
        if (counted.size() > MOST_KNOWN) counted.remove(counted.iterator().next());
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
