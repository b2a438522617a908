package org.twinlease.wire.failover;

import org.jspecify.annotations.Nullable;
import org.twinlease.value.Ip4;

/// What a BNDACK says: the address, and for a refusal the number of its reason and words. Nothing
/// else may be in it: with a client identifier dhcpd mistakes what has been acknowledged.
public record BindingAck(Ip4 address, int reject, String words) {

    /// In place of a reject reason's number: the update was taken.
    public static final int ACCEPTED = -1;

    /// The update was taken.
    public static BindingAck accept(Ip4 address) {
        return new BindingAck(address, ACCEPTED, "");
    }

    /// The update was refused.
    public static BindingAck reject(Ip4 address, RejectReason reason, String words) {
        return new BindingAck(address, reason.code(), words);
    }

    /// Whether the update was taken.
    public boolean isAccepted() {
        return reject == ACCEPTED;
    }

    /// The reason of a refusal; null for an acceptance and for a number that is none.
    public @Nullable RejectReason reason() {
        return RejectReason.ofCode(reject);
    }

    /// The message, to be stamped with the xid of the BNDUPD.
    public FailoverMessage message() {
        FailoverMessage.Builder out =
                FailoverMessage.of(MessageType.BNDACK)
                        .put(FailoverOption.ASSIGNED_IP_ADDRESS, address);
        Messages.putReject(out, reject, words);
        return out.build();
    }

    /// Reads a BNDACK; without an address it is about 0.0.0.0.
    public static BindingAck read(FailoverMessage message) {
        return new BindingAck(
                message.ip(FailoverOption.ASSIGNED_IP_ADDRESS),
                Messages.reject(message),
                message.text(FailoverOption.MESSAGE));
    }
}
