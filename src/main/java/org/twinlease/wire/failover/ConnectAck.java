package org.twinlease.wire.failover;

import org.jspecify.annotations.Nullable;

/// What a secondary answers to CONNECT: its own name of the pair (empty: absent), limits and
/// program, a TLS reply if there was a TLS request, and for a refusal the number of its reason and
/// words. Numbers are -1 where they are absent; dhcpd leaves out its limits when it does not know
/// the pair.
public record ConnectAck(
        String name,
        long maxUnacked,
        long receiveTimer,
        String vendorClass,
        int protocolVersion,
        int tlsReply,
        int reject,
        String words) {

    /// In place of a reject reason's number: the connection is taken.
    public static final int ACCEPTED = -1;

    /// Accepts a CONNECT, version 1 and without TLS.
    public static ConnectAck accept(
            Connect connect, long maxUnacked, long receiveTimer, String vendorClass) {
        return new ConnectAck(
                connect.name(),
                maxUnacked,
                receiveTimer,
                vendorClass,
                Connect.VERSION,
                tlsReply(connect),
                ACCEPTED,
                "");
    }

    /// The same answer as a refusal.
    public ConnectAck rejected(RejectReason reason, String message) {
        return new ConnectAck(
                name,
                maxUnacked,
                receiveTimer,
                vendorClass,
                protocolVersion,
                tlsReply,
                reason.code(),
                message);
    }

    private static int tlsReply(Connect connect) {
        return connect.tlsRequest() == Connect.ABSENT ? Connect.ABSENT : 0;
    }

    /// Whether the connection is taken.
    public boolean isAccepted() {
        return reject == ACCEPTED;
    }

    /// The reason of a refusal; null for an acceptance and for a number that is none.
    public @Nullable RejectReason reason() {
        return RejectReason.ofCode(reject);
    }

    /// The message, its options in dhcpd's order, to be stamped with the xid of the CONNECT.
    public FailoverMessage message() {
        FailoverMessage.Builder out = FailoverMessage.of(MessageType.CONNECTACK);
        Messages.putText(out, FailoverOption.RELATIONSHIP_NAME, name);
        Messages.putNumber(out, FailoverOption.MAX_UNACKED_BNDUPD, maxUnacked);
        Messages.putNumber(out, FailoverOption.RECEIVE_TIMER, receiveTimer);
        Messages.putText(out, FailoverOption.VENDOR_CLASS_IDENTIFIER, vendorClass);
        Messages.putNumber(out, FailoverOption.PROTOCOL_VERSION, protocolVersion);
        Messages.putNumber(out, FailoverOption.TLS_REPLY, tlsReply);
        Messages.putReject(out, reject, words);
        return out.build();
    }

    /// Reads a CONNECTACK.
    public static ConnectAck read(FailoverMessage message) {
        return new ConnectAck(
                message.text(FailoverOption.RELATIONSHIP_NAME),
                Messages.number(message, FailoverOption.MAX_UNACKED_BNDUPD),
                Messages.number(message, FailoverOption.RECEIVE_TIMER),
                message.text(FailoverOption.VENDOR_CLASS_IDENTIFIER),
                (int) Messages.number(message, FailoverOption.PROTOCOL_VERSION),
                (int) Messages.number(message, FailoverOption.TLS_REPLY),
                Messages.reject(message),
                message.text(FailoverOption.MESSAGE));
    }
}
