package org.twinlease.engine;

import org.jspecify.annotations.Nullable;
import org.twinlease.control.FailoverMessageView;
import org.twinlease.control.FailoverView;
import org.twinlease.control.UpdateCause;
import org.twinlease.failover.PairEvent;
import org.twinlease.failover.PeerView;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;
import org.twinlease.wire.failover.FailoverField;
import org.twinlease.wire.failover.FailoverMessage;
import org.twinlease.wire.failover.FailoverOption;

import java.util.List;

/// Relationships as people see them.
final class PairViews {

    private PairViews() {}

    static FailoverView of(PeerView peer) {
        PeerView.Traffic traffic = peer.traffic();
        return new FailoverView(
                peer.terms().name(),
                peer.terms().primary(),
                peer.state().mine(),
                peer.starting(),
                peer.state().since(),
                peer.why(),
                peer.state().partner(),
                peer.state().partnerSince(),
                peer.mclt(),
                peer.pools(),
                peer.balanceDue(),
                new FailoverView.Link(
                        peer.terms().peerAddress(),
                        peer.up(),
                        peer.trouble(),
                        traffic.unacknowledged(),
                        traffic.inFlight(),
                        traffic.window(),
                        traffic.oldestMillis(),
                        traffic.lagMillis(),
                        traffic.skewMillis(),
                        traffic.lastHeardMillis(),
                        traffic.patienceMillis(),
                        traffic.taken(),
                        traffic.acknowledged(),
                        traffic.refused()));
    }

    static FailoverMessageView message(
            PairEvent.Message event, long sequence, long atMillis, @Nullable UpdateCause cause) {
        FailoverMessage message = event.message();
        boolean named = message.has(FailoverOption.ASSIGNED_IP_ADDRESS);
        return new FailoverMessageView(
                sequence,
                atMillis,
                event.name(),
                event.outgoing(),
                message.type() == null ? "type " + message.typeCode() : message.type().name(),
                message.xid(),
                named ? message.ip(FailoverOption.ASSIGNED_IP_ADDRESS) : Ip4.ZERO,
                words(message.options()),
                Octets.of(message.encode()),
                cause);
    }

    private static String words(List<FailoverField> options) {
        var words = new StringBuilder();
        for (FailoverField option : options) {
            if (!words.isEmpty()) words.append(", ");
            words.append(option);
        }
        return words.toString();
    }
}
