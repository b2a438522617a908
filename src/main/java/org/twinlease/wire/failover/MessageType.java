package org.twinlease.wire.failover;

import org.jspecify.annotations.Nullable;

/// The messages of failover (draft-ietf-dhc-failover-12 section 6.1). Some dissectors have 7 and 9
/// the wrong way round.
public enum MessageType {
    /// Asks the partner to share out free addresses.
    POOLREQ,
    /// How many addresses were handed over.
    POOLRESP,
    /// What has become of one address.
    BNDUPD,
    /// The answer to a BNDUPD: taken, or rejected with a reason.
    BNDACK,
    /// The primary opens the conversation.
    CONNECT,
    /// The secondary accepts or rejects it.
    CONNECTACK,
    /// Asks for all bindings.
    UPDREQALL,
    /// All that was asked for has been sent and answered.
    UPDDONE,
    /// Asks for the bindings that have not been acknowledged.
    UPDREQ,
    /// The sender's server state.
    STATE,
    /// Nothing but a sign of life.
    CONTACT,
    /// Says why the connection will be closed.
    DISCONNECT;

    private static final MessageType[] BY_CODE = values();

    /// The number on the wire, 1 to 12.
    public int code() {
        return ordinal() + 1;
    }

    /// The type of a number; null for any other.
    public static @Nullable MessageType ofCode(int code) {
        return code < 1 || code > BY_CODE.length ? null : BY_CODE[code - 1];
    }
}
