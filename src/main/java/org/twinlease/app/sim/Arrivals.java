package org.twinlease.app.sim;

import org.jspecify.annotations.Nullable;
import org.twinlease.control.PacketView;
import org.twinlease.drill.Grounds;
import org.twinlease.isc.LeasesFile;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Octets;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/// How many clients come to a pair and how many renew, by what its servers or lease files remember.
final class Arrivals {

    /// Why an address is offered to a client that had none here.
    private static final Set<ReasonCode> FIRST =
            EnumSet.of(
                    ReasonCode.OFFER_LONGEST_UNUSED,
                    ReasonCode.OFFER_REQUESTED,
                    ReasonCode.OFFER_RECLAIMED);

    private static final Set<ReasonCode> RENEWED =
            EnumSet.of(ReasonCode.ACK_RENEWING, ReasonCode.ACK_REBINDING);

    private int came;
    private int renewed;

    private record Client(@Nullable HardwareAddress hardware, @Nullable Octets id) {}

    private Arrivals() {}

    /// By the newest packets of running servers; null stands for one that could not be asked.
    static Grounds of(@Nullable Snapshot[] servers) {
        Arrivals seen = new Arrivals();
        long from = 0;
        long until = 0;
        for (Snapshot server : servers) {
            if (server == null) continue;
            boolean all = server.packets().size() < Snapshot.PACKETS;
            long first =
                    all ? server.status().startedMillis() : server.packets().getFirst().atMillis();
            from = Math.max(from, first);
            until = Math.max(until, server.millis());
        }
        for (Snapshot server : servers) if (server != null) seen.count(server, from);
        String where = "the packets that the servers remember";
        return Grounds.seen(where, (until - from) / 1000, seen.came, seen.renewed);
    }

    private void count(Snapshot server, long from) {
        Set<Client> fresh = new HashSet<>();
        for (PacketView packet : server.packets()) {
            if (packet.atMillis() < from || packet.reasons().isEmpty()) continue;
            Client client = new Client(packet.hardware(), packet.clientId());
            if ("DHCPOFFER".equals(packet.answer())) {
                // An offer that is repeated is told with another reason.
                if (has(packet, FIRST)) fresh.add(client);
            } else if ("DHCPACK".equals(packet.answer())) {
                if (has(packet, RENEWED)) renewed++;
                else if (fresh.remove(client)) came++;
            }
        }
    }

    private static boolean has(PacketView packet, Set<ReasonCode> codes) {
        return packet.reasons().stream().map(Reason::code).anyMatch(codes::contains);
    }

    /// By what the lease file of A keeps of changes, or that of B where only that is at hand; null
    /// stands for one that is not.
    static Grounds of(LeasesFile.@Nullable History ofA, LeasesFile.@Nullable History ofB) {
        LeasesFile.History history = ofA == null ? ofB : ofA;
        if (history == null) return Grounds.NONE;
        long seconds = history.to() - history.from();
        if (history.from() == 0) {
            return Grounds.unknown(
                    "the lease file has one entry of each address. A dhcpd writes it anew each"
                            + " hour; take it later in the hour.");
        }
        String where = "the changes that the lease file of " + (ofA == null ? "B" : "A") + " keeps";
        return Grounds.seen(where, seconds, history.came(), history.renewed());
    }
}
