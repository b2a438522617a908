package org.twinlease.wire.failover;

import org.twinlease.value.Ip4;
import org.twinlease.value.ServerState;

/// The messages that say little, each with dhcpd's options in dhcpd's order. All have time 0 and
/// xid 0 until [FailoverMessage#at] stamps them; BNDACK, UPDDONE and POOLRESP take the xid of what
/// they answer.
public final class Messages {

    /// The bit of server-flags that says STARTUP.
    public static final int STARTUP_FLAG = 1;

    private Messages() {}

    /// STATE: the sender's state (in STARTUP the saved one, with the flag) and since when, in
    /// seconds since 1970.
    ///
    /// @throws IllegalArgumentException for STARTUP and UNKNOWN, which never are on the wire
    public static FailoverMessage state(ServerState state, boolean startup, long startTimeOfState) {
        if (state == ServerState.STARTUP || state == ServerState.UNKNOWN) {
            throw new IllegalArgumentException(state + " is never sent");
        }
        return FailoverMessage.of(MessageType.STATE)
                .put(FailoverOption.SERVER_STATE, state.code())
                .put(FailoverOption.SERVER_FLAGS, startup ? STARTUP_FLAG : 0)
                .put(FailoverOption.START_TIME_OF_STATE, startTimeOfState)
                .build();
    }

    /// BNDACK: the update was taken.
    public static FailoverMessage bndack(Ip4 address) {
        return BindingAck.accept(address).message();
    }

    /// BNDACK: the update was refused.
    public static FailoverMessage bndack(Ip4 address, RejectReason reason, String words) {
        return BindingAck.reject(address, reason, words).message();
    }

    /// UPDREQ: asks for what has not been acknowledged.
    public static FailoverMessage updreq() {
        return FailoverMessage.of(MessageType.UPDREQ).build();
    }

    /// UPDREQALL: asks for everything.
    public static FailoverMessage updreqall() {
        return FailoverMessage.of(MessageType.UPDREQALL).build();
    }

    /// UPDDONE: that was all.
    public static FailoverMessage upddone() {
        return FailoverMessage.of(MessageType.UPDDONE).build();
    }

    /// POOLREQ: asks for free addresses.
    public static FailoverMessage poolreq() {
        return FailoverMessage.of(MessageType.POOLREQ).build();
    }

    /// POOLRESP: how many addresses were handed over.
    public static FailoverMessage poolresp(long count) {
        return FailoverMessage.of(MessageType.POOLRESP)
                .put(FailoverOption.ADDRESSES_TRANSFERRED, count)
                .build();
    }

    /// CONTACT: a sign of life.
    public static FailoverMessage contact() {
        return FailoverMessage.of(MessageType.CONTACT).build();
    }

    /// DISCONNECT: why the connection will be closed.
    public static FailoverMessage disconnect(RejectReason reason, String words) {
        FailoverMessage.Builder out = FailoverMessage.of(MessageType.DISCONNECT);
        putReject(out, reason.code(), words);
        return out.build();
    }

    static void putNumber(FailoverMessage.Builder out, FailoverOption option, long value) {
        if (value >= 0) out.put(option, value);
    }

    static void putText(FailoverMessage.Builder out, FailoverOption option, String value) {
        if (!value.isEmpty()) out.put(option, value);
    }

    static void putReject(FailoverMessage.Builder out, int reject, String words) {
        putNumber(out, FailoverOption.REJECT_REASON, reject);
        putText(out, FailoverOption.MESSAGE, words);
    }

    static long number(FailoverMessage message, FailoverOption option) {
        return message.has(option) ? message.number(option) : -1;
    }

    static int reject(FailoverMessage message) {
        return (int) number(message, FailoverOption.REJECT_REASON);
    }
}
