package org.twinlease.control;

/// Everything that a message between the two servers of a pair can mean, a sentence each, with its
/// operands named in order. The sentences are in `control/failover.properties` under the same
/// names; a test keeps both complete. Times of day are texts, durations are seconds.
public enum MeaningCode {
    /// sender, receiver, name of the pair.
    CONNECT(3),
    /// sender, receiver: no name, which is refused.
    CONNECT_NAMELESS(2),
    /// MCLT.
    CONNECT_MCLT(1),
    /// no MCLT, over which dhcpd hangs up.
    CONNECT_NO_MCLT(0),
    /// updates unanswered, receive timer.
    LIMITS(2),
    /// one of the two limits is missing.
    LIMITS_MISSING(0),
    /// buckets of the primary, buckets of the secondary.
    CONNECT_SPLIT(2),
    /// octets of the hash bucket assignment, which is refused unless they are 32.
    CONNECT_BAD_SPLIT(1),
    /// the program's name and version.
    PROGRAM(1),
    /// sender, receiver, name of the pair.
    CONNECTACK(3),
    /// sender, receiver, reason, its number.
    CONNECTACK_REJECT(4),
    /// what the sender writes beside a reason.
    SAYS(1),
    /// what a reason of refusal that dhcpd sends comes to.
    REASON_ILLEGAL_IP_ADDRESS(0),
    /// the same.
    REASON_FATAL_CONFLICT(0),
    /// the same.
    REASON_TIME_MISMATCH(0),
    /// the same.
    REASON_DUPLICATE_CONNECTION(0),
    /// the same.
    REASON_INVALID_PARTNER(0),
    /// the same.
    REASON_LESS_CRITICAL_BINDING_INFORMATION(0),
    /// the same.
    REASON_NOT_RESERVED(0),
    /// sender, state, since, how long ago.
    STATE(4),
    /// sender, state.
    STATE_UNDATED(2),
    /// sender, number that is no state.
    STATE_INVALID(2),
    /// the sender is in STARTUP.
    STATE_STARTUP(0),
    /// what it means to be in that state.
    STATE_UNKNOWN(0),
    /// the same.
    STATE_NORMAL(0),
    /// the same.
    STATE_COMMUNICATIONS_INTERRUPTED(0),
    /// the same.
    STATE_PARTNER_DOWN(0),
    /// the same.
    STATE_POTENTIAL_CONFLICT(0),
    /// the same.
    STATE_RECOVER(0),
    /// the same.
    STATE_PAUSED(0),
    /// the same.
    STATE_SHUTDOWN(0),
    /// the same.
    STATE_RECOVER_DONE(0),
    /// the same.
    STATE_RESOLUTION_INTERRUPTED(0),
    /// the same.
    STATE_CONFLICT_DONE(0),
    /// the same.
    STATE_RECOVER_WAIT(0),
    /// sender, receiver, client, address, end, how long ago.
    UPDATE_ACTIVE(6),
    /// sender, receiver, client, address.
    UPDATE_ACTIVE_FOR_EVER(4),
    /// sender, receiver, client, address.
    UPDATE_ACTIVE_UNDATED(4),
    /// sender, receiver, client, address, end, how long ago.
    UPDATE_EXPIRED(6),
    /// sender, receiver, client, address.
    UPDATE_EXPIRED_UNDATED(4),
    /// sender, receiver, client, address, end, how long ago.
    UPDATE_RELEASED(6),
    /// sender, receiver, client, address.
    UPDATE_RELEASED_UNDATED(4),
    /// sender, receiver, address.
    UPDATE_FREE(3),
    /// sender, receiver, address.
    UPDATE_FREE_UNUSED(3),
    /// sender, receiver, address.
    UPDATE_BACKUP(3),
    /// sender, receiver, address, until.
    UPDATE_ABANDONED(4),
    /// sender, receiver, address.
    UPDATE_ABANDONED_UNDATED(3),
    /// sender, receiver, address.
    UPDATE_RESET(3),
    /// client that had it last.
    UPDATE_FORMER_CLIENT(1),
    /// until when more may be promised, how long ago that was.
    UPDATE_MAY_PROMISE(2),
    /// there is no end to what may be promised.
    UPDATE_MAY_PROMISE_FOR_EVER(0),
    /// when the client was heard, how long ago.
    UPDATE_HEARD(2),
    /// the address is reserved for the client.
    UPDATE_RESERVED(0),
    /// the lease is one of dynamic BOOTP.
    UPDATE_BOOTP(0),
    /// sender, address, reason, words: cannot be taken.
    UPDATE_FAULTY(4),
    /// sender, number of the update, address.
    ACK(3),
    /// sender, number of the update, address, reason, its number.
    ACK_REJECT(5),
    /// sender, receiver.
    UPDREQALL(2),
    /// sender, receiver.
    UPDREQ(2),
    /// sender, number of the request.
    UPDDONE(2),
    /// sender, receiver.
    POOLREQ(2),
    /// sender, receiver, addresses.
    POOLRESP(3),
    /// sender: no address to give.
    POOLRESP_NONE(1),
    /// sender.
    CONTACT(1),
    /// sender, reason, its number.
    DISCONNECT(3),
    /// sender: without a reason.
    DISCONNECT_PLAIN(1),
    /// number of the message type.
    UNKNOWN_TYPE(1),
    /// what is wrong, at which octet.
    MALFORMED(2),
    /// octets in front of the message that the capture has not.
    LOST(1);

    private final int operands;

    MeaningCode(int operands) {
        this.operands = operands;
    }

    /// How many operands it has.
    public int operands() {
        return operands;
    }
}
