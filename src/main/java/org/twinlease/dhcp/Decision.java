package org.twinlease.dhcp;

import org.jspecify.annotations.Nullable;
import org.twinlease.lease.ClientKey;
import org.twinlease.lease.Lease;
import org.twinlease.value.Ip4;
import org.twinlease.value.Reason;

import java.util.ArrayList;
import java.util.List;

/// What is to be done about one message. The reasons are complete: nothing is answered, refused or
/// passed over without one. `changes` are leases as they are to be; they must be on disk before the
/// reply leaves.
public sealed interface Decision {

    /// Why.
    List<Reason> reasons();

    /// The address that this is about; 0.0.0.0 where there is none.
    Ip4 address();

    /// The leases that change.
    default List<Lease> changes() {
        return List.of();
    }

    /// The same with more reasons.
    default Decision and(List<Reason> more) {
        List<Reason> all = new ArrayList<>(reasons());
        all.addAll(more);
        List<Reason> reasons = List.copyOf(all);
        return switch (this) {
            case Offer o ->
                    new Offer(
                            o.address,
                            o.client,
                            o.slot,
                            o.holdUntilTick,
                            o.pingMillis,
                            o.reply,
                            reasons);
            case Ack a -> new Ack(a.address, a.client, a.bootp, a.changes, a.reply, reasons);
            case Nak n -> new Nak(n.address, n.reply, reasons);
            case Note n -> new Note(n.address, n.changes, reasons);
            case Silent s -> new Silent(s.address, s.ended, reasons);
        };
    }

    /// Offer an address: hold it for the client until a tick (slot -1: a fixed address, nothing to
    /// hold), and ping it first when `pingMillis` is above 0.
    record Offer(
            Ip4 address,
            ClientKey client,
            int slot,
            long holdUntilTick,
            long pingMillis,
            Reply reply,
            List<Reason> reasons)
            implements Decision {}

    /// Grant: DHCPACK (also to DHCPINFORM, then without a change) or a BOOTREPLY. `client` is whose
    /// offer is no longer held, null for none.
    record Ack(
            Ip4 address,
            @Nullable ClientKey client,
            boolean bootp,
            List<Lease> changes,
            Reply reply,
            List<Reason> reasons)
            implements Decision {}

    /// Refuse with a DHCPNAK.
    record Nak(Ip4 address, Reply reply, List<Reason> reasons) implements Decision {}

    /// Take note without an answer: DHCPRELEASE, DHCPDECLINE.
    record Note(Ip4 address, List<Lease> changes, List<Reason> reasons) implements Decision {}

    /// Say nothing and change nothing. `ended` is a client whose offer is no longer held, null for
    /// none.
    record Silent(Ip4 address, @Nullable ClientKey ended, List<Reason> reasons)
            implements Decision {

        /// Silence for one reason.
        static Silent because(Ip4 address, Reason reason) {
            return new Silent(address, null, List.of(reason));
        }
    }
}
