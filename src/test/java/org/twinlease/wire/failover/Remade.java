package org.twinlease.wire.failover;

import static org.assertj.core.api.Assertions.assertThat;

import org.twinlease.value.BindingState;
import org.twinlease.value.Ip4;
import org.twinlease.value.ServerState;

import java.util.Objects;

/// Reads a message into what it says and makes it again with the factories, as dhcpd would.
final class Remade {

    private Remade() {}

    static FailoverMessage of(FailoverMessage message) {
        FailoverMessage made =
                switch (Objects.requireNonNull(message.type())) {
                    case BNDUPD -> update(message).message();
                    case BNDACK -> BindingAck.read(message).message();
                    case CONNECT -> Connect.read(message).message();
                    case CONNECTACK -> ConnectAck.read(message).message();
                    case STATE -> state(message);
                    case UPDREQ -> Messages.updreq();
                    case UPDREQALL -> Messages.updreqall();
                    case UPDDONE -> Messages.upddone();
                    case POOLREQ -> Messages.poolreq();
                    case POOLRESP ->
                            Messages.poolresp(message.number(FailoverOption.ADDRESSES_TRANSFERRED));
                    case CONTACT -> Messages.contact();
                    case DISCONNECT ->
                            Messages.disconnect(
                                    Objects.requireNonNull(
                                            RejectReason.ofCode(Messages.reject(message))),
                                    message.text(FailoverOption.MESSAGE));
                };
        return made.at(message.time(), message.xid());
    }

    static BindingUpdate update(FailoverMessage message) {
        BindingUpdate.Read read = BindingUpdate.read(message);
        assertThat(read).isInstanceOf(BindingUpdate.Read.Ok.class);
        return ((BindingUpdate.Read.Ok) read).update();
    }

    private static FailoverMessage state(FailoverMessage message) {
        return Messages.state(
                Objects.requireNonNull(
                        ServerState.ofCode((int) message.number(FailoverOption.SERVER_STATE))),
                message.number(FailoverOption.SERVER_FLAGS) == Messages.STARTUP_FLAG,
                message.number(FailoverOption.START_TIME_OF_STATE));
    }

    /// A binding with nothing but an address and a state.
    static BindingUpdate bare(String address, BindingState status) {
        return new BindingUpdate(Ip4.of(address), status, null, null, -1, -1, -1, 0, 0);
    }
}
