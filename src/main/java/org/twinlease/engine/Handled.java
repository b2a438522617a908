package org.twinlease.engine;

import org.jspecify.annotations.Nullable;
import org.twinlease.dhcp.Decision;
import org.twinlease.dhcp.Reply;
import org.twinlease.wire.dhcp.Packet;

/// A datagram and what was decided about it, until the batch is durable and the reply may leave.
/// `packet` is null for one that could not be read.
record Handled(Input.Datagram datagram, @Nullable Packet packet, Decision decision) {

    /// What the client is answered; null for silence.
    @Nullable Reply reply() {
        return switch (decision) {
            case Decision.Offer offer -> offer.reply();
            case Decision.Ack ack -> ack.reply();
            case Decision.Nak nak -> nak.reply();
            case Decision.Silent _, Decision.Note _ -> null;
        };
    }
}
