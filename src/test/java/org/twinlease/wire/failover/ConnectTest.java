package org.twinlease.wire.failover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;
import org.twinlease.value.ServerState;

/// The messages that open a connection, and the answers that say yes or no.
class ConnectTest {

    private static final Connect CONNECT =
            Connect.of("lab", 10, 30, "isc-4.4.3-P1", 3600, LoadBalance.hbaOfSplit(128));
    private static final Connect NOTHING = new Connect("", -1, -1, "", -1, null, -1, -1);

    private static String codes(FailoverMessage message) {
        return message.options().stream().map(FailoverField::code).toList().toString();
    }

    @Test
    void aConnectIsReadAsItWasMade() {
        assertThat(Connect.read(CONNECT.message())).isEqualTo(CONNECT);
        assertThat(codes(CONNECT.message())).isEqualTo("[22, 14, 19, 28, 20, 27, 15, 11]");
    }

    @Test
    void whatAConnectDoesNotSayIsAbsent() {
        assertThat(NOTHING.message().options()).isEmpty();
        assertThat(Connect.read(NOTHING.message())).isEqualTo(NOTHING);
    }

    @Test
    void zeroIsNotAbsent() {
        Connect zero = new Connect("x", 0, 0, "", 0, Octets.EMPTY, 0, 0);
        assertThat(Connect.read(zero.message())).isEqualTo(zero);
    }

    @Test
    void anAnswerNamesTheSamePairAndAnswersTls() {
        ConnectAck ack = ConnectAck.accept(CONNECT, 20, 40, "twin");
        assertThat(codes(ack.message())).isEqualTo("[22, 14, 19, 28, 20, 26]");
        assertThat(ConnectAck.read(ack.message())).isEqualTo(ack);
        assertThat(ack.isAccepted()).isTrue();
        assertThat(ack.reason()).isNull();
        assertThat(codes(ConnectAck.accept(NOTHING, 20, 40, "twin").message()))
                .isEqualTo("[14, 19, 28, 20]");
    }

    @Test
    void aRefusalSaysWhy() {
        ConnectAck no =
                ConnectAck.accept(CONNECT, 20, 40, "twin")
                        .rejected(RejectReason.TIME_MISMATCH, "time offset too large");
        assertThat(codes(no.message())).isEqualTo("[22, 14, 19, 28, 20, 26, 21, 16]");
        assertThat(ConnectAck.read(no.message())).isEqualTo(no);
        assertThat(no.isAccepted()).isFalse();
        assertThat(no.reason()).isEqualTo(RejectReason.TIME_MISMATCH);
        assertThat(no.words()).isEqualTo("time offset too large");
    }

    @Test
    void aRefusalForAReasonWithoutANameIsStillARefusal() {
        FailoverMessage strange =
                FailoverMessage.of(MessageType.CONNECTACK)
                        .put(FailoverOption.REJECT_REASON, 0)
                        .build();
        ConnectAck ack = ConnectAck.read(strange);
        assertThat(ack.isAccepted()).isFalse();
        assertThat(ack.reason()).isNull();
        BindingAck binding =
                BindingAck.read(
                        FailoverMessage.of(MessageType.BNDACK)
                                .put(FailoverOption.REJECT_REASON, 77)
                                .build());
        assertThat(binding).isEqualTo(new BindingAck(Ip4.ZERO, 77, ""));
        assertThat(binding.isAccepted()).isFalse();
        assertThat(binding.reason()).isNull();
    }

    @Test
    void anAcknowledgementHasTheAddressAlone() {
        Ip4 address = Ip4.of("10.77.0.100");
        assertThat(codes(Messages.bndack(address))).isEqualTo("[2]");
        assertThat(BindingAck.read(Messages.bndack(address)).isAccepted()).isTrue();
        FailoverMessage no = Messages.bndack(address, RejectReason.FATAL_CONFLICT, "no");
        assertThat(codes(no)).isEqualTo("[2, 21, 16]");
        assertThat(BindingAck.read(no))
                .isEqualTo(BindingAck.reject(address, RejectReason.FATAL_CONFLICT, "no"));
        assertThat(codes(Messages.bndack(address, RejectReason.FATAL_CONFLICT, "")))
                .isEqualTo("[2, 21]");
    }

    @Test
    void startupIsAFlagAndNeverAState() {
        FailoverMessage state = Messages.state(ServerState.RECOVER_WAIT, true, 5);
        assertThat(state.number(FailoverOption.SERVER_STATE)).isEqualTo(254);
        assertThat(state.number(FailoverOption.SERVER_FLAGS)).isEqualTo(1);
        assertThatThrownBy(() -> Messages.state(ServerState.STARTUP, true, 5))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Messages.state(ServerState.UNKNOWN, true, 5))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
