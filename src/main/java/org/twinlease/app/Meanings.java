package org.twinlease.app;

import org.twinlease.control.ClientText;
import org.twinlease.control.Meaning;
import org.twinlease.control.MeaningCode;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;
import org.twinlease.value.ServerState;
import org.twinlease.wire.failover.BindingAck;
import org.twinlease.wire.failover.BindingUpdate;
import org.twinlease.wire.failover.Connect;
import org.twinlease.wire.failover.ConnectAck;
import org.twinlease.wire.failover.FailoverMessage;
import org.twinlease.wire.failover.FailoverOption;
import org.twinlease.wire.failover.LoadBalance;
import org.twinlease.wire.failover.MessageType;
import org.twinlease.wire.failover.Messages;
import org.twinlease.wire.failover.RejectReason;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What one message between two servers means, in an order that reads as a paragraph.
final class Meanings {

    private static final Map<RejectReason, MeaningCode> REASONS =
            Map.of(
                    RejectReason.ILLEGAL_IP_ADDRESS,
                    MeaningCode.REASON_ILLEGAL_IP_ADDRESS,
                    RejectReason.FATAL_CONFLICT,
                    MeaningCode.REASON_FATAL_CONFLICT,
                    RejectReason.TIME_MISMATCH,
                    MeaningCode.REASON_TIME_MISMATCH,
                    RejectReason.DUPLICATE_CONNECTION,
                    MeaningCode.REASON_DUPLICATE_CONNECTION,
                    RejectReason.INVALID_PARTNER,
                    MeaningCode.REASON_INVALID_PARTNER,
                    RejectReason.LESS_CRITICAL_BINDING_INFORMATION,
                    MeaningCode.REASON_LESS_CRITICAL_BINDING_INFORMATION,
                    RejectReason.NOT_RESERVED,
                    MeaningCode.REASON_NOT_RESERVED);

    private final List<Meaning> all = new ArrayList<>();
    private final Ip4 src;
    private final Ip4 dst;
    private final FailoverMessage message;

    Meanings(Ip4 src, Ip4 dst, FailoverMessage message) {
        this.src = src;
        this.dst = dst;
        this.message = message;
    }

    List<Meaning> all() {
        MessageType type = message.type();
        if (type == null) {
            say(MeaningCode.UNKNOWN_TYPE, (long) message.typeCode());
            return all;
        }
        switch (type) {
            case CONNECT -> connect(Connect.read(message));
            case CONNECTACK -> connectAck(ConnectAck.read(message));
            case STATE -> state();
            case BNDUPD ->
                    all.addAll(
                            UpdateMeanings.of(
                                    src, dst, message.time(), BindingUpdate.read(message)));
            case BNDACK -> bindingAck(BindingAck.read(message));
            case UPDREQALL -> say(MeaningCode.UPDREQALL, src, dst);
            case UPDREQ -> say(MeaningCode.UPDREQ, src, dst);
            case UPDDONE -> say(MeaningCode.UPDDONE, src, message.xid());
            case POOLREQ -> say(MeaningCode.POOLREQ, src, dst);
            case POOLRESP -> poolResp(message.number(FailoverOption.ADDRESSES_TRANSFERRED));
            case CONTACT -> say(MeaningCode.CONTACT, src);
            case DISCONNECT -> disconnect();
        }
        return all;
    }

    private void say(MeaningCode code, Object... operands) {
        all.add(Meaning.of(code, operands));
    }

    private void connect(Connect connect) {
        if (connect.name().isEmpty()) say(MeaningCode.CONNECT_NAMELESS, src, dst);
        else say(MeaningCode.CONNECT, src, dst, shown(connect.name()));
        if (connect.mclt() < 0) say(MeaningCode.CONNECT_NO_MCLT);
        else say(MeaningCode.CONNECT_MCLT, connect.mclt());
        limits(connect.maxUnacked(), connect.receiveTimer());
        Octets hba = connect.hba();
        if (hba == null || hba.length() != LoadBalance.HBA_OCTETS) {
            say(MeaningCode.CONNECT_BAD_SPLIT, hba == null ? 0L : (long) hba.length());
        } else {
            long primarys = 0;
            for (byte bits : hba.toArray()) primarys += Integer.bitCount(bits & 255);
            say(MeaningCode.CONNECT_SPLIT, primarys, LoadBalance.BUCKETS - primarys);
        }
        program(connect.vendorClass());
    }

    private void connectAck(ConnectAck ack) {
        if (ack.isAccepted()) {
            say(MeaningCode.CONNECTACK, src, dst, shown(ack.name()));
            limits(ack.maxUnacked(), ack.receiveTimer());
        } else {
            long number = ack.reject();
            say(MeaningCode.CONNECTACK_REJECT, src, dst, RejectReason.words(ack.reject()), number);
            refusal(ack.reject(), ack.words());
        }
        program(ack.vendorClass());
    }

    private void limits(long maxUnacked, long receiveTimer) {
        if (maxUnacked < 0 || receiveTimer < 0) say(MeaningCode.LIMITS_MISSING);
        else say(MeaningCode.LIMITS, maxUnacked, receiveTimer);
    }

    private void program(String vendorClass) {
        if (!vendorClass.isEmpty()) say(MeaningCode.PROGRAM, shown(vendorClass));
    }

    private void state() {
        int code = (int) message.number(FailoverOption.SERVER_STATE);
        ServerState state = ServerState.ofCode(code);
        if (state == null) {
            say(MeaningCode.STATE_INVALID, src, (long) code);
            return;
        }
        long since = message.number(FailoverOption.START_TIME_OF_STATE);
        if (since <= 0) {
            say(MeaningCode.STATE_UNDATED, src, state.word());
        } else {
            say(
                    MeaningCode.STATE,
                    src,
                    state.word(),
                    UpdateMeanings.clock(since, message.time()),
                    message.time() - since);
        }
        boolean flag = (message.number(FailoverOption.SERVER_FLAGS) & Messages.STARTUP_FLAG) != 0;
        say(
                flag || state == ServerState.STARTUP
                        ? MeaningCode.STATE_STARTUP
                        : MeaningCode.valueOf("STATE_" + state.name()));
    }

    private void bindingAck(BindingAck ack) {
        if (ack.isAccepted()) {
            say(MeaningCode.ACK, src, message.xid(), ack.address());
            return;
        }
        long number = ack.reject();
        say(
                MeaningCode.ACK_REJECT,
                src,
                message.xid(),
                ack.address(),
                RejectReason.words(ack.reject()),
                number);
        refusal(ack.reject(), ack.words());
    }

    private void poolResp(long count) {
        if (count == 0) say(MeaningCode.POOLRESP_NONE, src);
        else say(MeaningCode.POOLRESP, src, dst, count);
    }

    private void disconnect() {
        if (message.has(FailoverOption.REJECT_REASON)) {
            int number = (int) message.number(FailoverOption.REJECT_REASON);
            say(MeaningCode.DISCONNECT, src, RejectReason.words(number), (long) number);
            refusal(number, message.text(FailoverOption.MESSAGE));
        } else {
            say(MeaningCode.DISCONNECT_PLAIN, src);
            says(message.text(FailoverOption.MESSAGE));
        }
    }

    /// What the sender says beside a reason, and what the reason comes to.
    private void refusal(int code, String words) {
        says(words);
        RejectReason reason = RejectReason.ofCode(code);
        MeaningCode meaning = reason == null ? null : REASONS.get(reason);
        if (meaning != null) say(meaning);
    }

    private void says(String words) {
        if (!words.isEmpty()) say(MeaningCode.SAYS, shown(words));
    }

    /// Text from outside must not reach a terminal as it is.
    private static String shown(String text) {
        String shown = ClientText.of(Octets.ofText(text));
        return shown == null ? "" : shown;
    }
}
