package org.twinlease.engine;

import org.jspecify.annotations.Nullable;
import org.twinlease.control.UpdateCause;
import org.twinlease.failover.PairEvent;
import org.twinlease.value.Ip4;
import org.twinlease.value.Reason;
import org.twinlease.wire.dhcp.Packet;
import org.twinlease.wire.failover.FailoverOption;
import org.twinlease.wire.failover.MessageType;

import java.util.LinkedHashMap;
import java.util.Map;

/// Why the leases that changed last are as they are, for the updates that tell the partner of them:
/// these may leave long after, and more than once. A bounded number is remembered.
final class Causes {

    private static final int MOST = 1 << 13;

    private final Map<Ip4, UpdateCause> newest =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Ip4, UpdateCause> eldest) {
                    return size() > MOST;
                }
            };

    /// A change by a client's packet.
    static UpdateCause of(Packet packet, Reason why) {
        return new UpdateCause(why, Views.received(packet), packet.xid(), packet.hardware());
    }

    void put(Ip4 address, UpdateCause cause) {
        newest.remove(address);
        newest.put(address, cause);
    }

    /// Why a message goes out; null for one that comes in, is no update, or whose lease changed too
    /// long ago.
    @Nullable UpdateCause of(PairEvent.Message event) {
        var message = event.message();
        boolean update = event.outgoing() && message.type() == MessageType.BNDUPD;
        if (!update || !message.has(FailoverOption.ASSIGNED_IP_ADDRESS)) return null;
        return newest.get(message.ip(FailoverOption.ASSIGNED_IP_ADDRESS));
    }
}
