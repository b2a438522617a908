package org.twinlease.wire.failover;

import org.jspecify.annotations.Nullable;
import org.twinlease.value.Octets;

/// What a primary says in CONNECT: the name of the pair (empty: absent), how many BNDUPDs it takes
/// unanswered, its receive timer in seconds, its program, the MCLT in seconds, the 32 octets of its
/// hash bucket assignment, protocol version and TLS wish. Numbers are -1 where they are absent.
public record Connect(
        String name,
        long maxUnacked,
        long receiveTimer,
        String vendorClass,
        long mclt,
        @Nullable Octets hba,
        int protocolVersion,
        int tlsRequest) {

    /// A number that is not there.
    public static final int ABSENT = -1;

    /// The protocol version of the draft.
    public static final int VERSION = 1;

    /// A CONNECT as dhcpd sends it: version 1, no TLS.
    public static Connect of(
            String name,
            long maxUnacked,
            long receiveTimer,
            String vendorClass,
            long mclt,
            Octets hba) {
        return new Connect(name, maxUnacked, receiveTimer, vendorClass, mclt, hba, VERSION, 0);
    }

    /// The message, its options in dhcpd's order.
    public FailoverMessage message() {
        FailoverMessage.Builder out = FailoverMessage.of(MessageType.CONNECT);
        Messages.putText(out, FailoverOption.RELATIONSHIP_NAME, name);
        Messages.putNumber(out, FailoverOption.MAX_UNACKED_BNDUPD, maxUnacked);
        Messages.putNumber(out, FailoverOption.RECEIVE_TIMER, receiveTimer);
        Messages.putText(out, FailoverOption.VENDOR_CLASS_IDENTIFIER, vendorClass);
        Messages.putNumber(out, FailoverOption.PROTOCOL_VERSION, protocolVersion);
        Messages.putNumber(out, FailoverOption.TLS_REQUEST, tlsRequest);
        Messages.putNumber(out, FailoverOption.MCLT, mclt);
        if (hba != null) out.put(FailoverOption.HASH_BUCKET_ASSIGNMENT, hba);
        return out.build();
    }

    /// Reads a CONNECT. Whether it is acceptable is for the receiver to say: name, clock, length of
    /// the hash bucket assignment, a second connection, MCLT, in this order.
    public static Connect read(FailoverMessage message) {
        return new Connect(
                message.text(FailoverOption.RELATIONSHIP_NAME),
                Messages.number(message, FailoverOption.MAX_UNACKED_BNDUPD),
                Messages.number(message, FailoverOption.RECEIVE_TIMER),
                message.text(FailoverOption.VENDOR_CLASS_IDENTIFIER),
                Messages.number(message, FailoverOption.MCLT),
                message.bytes(FailoverOption.HASH_BUCKET_ASSIGNMENT),
                (int) Messages.number(message, FailoverOption.PROTOCOL_VERSION),
                (int) Messages.number(message, FailoverOption.TLS_REQUEST));
    }
}
