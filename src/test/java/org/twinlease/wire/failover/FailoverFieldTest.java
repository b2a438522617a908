package org.twinlease.wire.failover;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.twinlease.value.BindingState;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;
import org.twinlease.value.ServerState;

import java.util.stream.Collectors;

/// What people read of a message's options.
class FailoverFieldTest {

    private static String words(FailoverMessage message) {
        return message.options().stream()
                .map(FailoverField::toString)
                .collect(Collectors.joining(", "));
    }

    @Test
    void anUpdateIsReadWithItsStateAndItsTimes() {
        var update =
                new BindingUpdate(
                        Ip4.of("10.0.0.5"),
                        BindingState.ACTIVE,
                        null,
                        HardwareAddress.ethernet(0x02_00_00_00_00_01L),
                        1_700_000_600,
                        0,
                        1_700_000_000,
                        1_700_000_000,
                        0);
        assertThat(words(update.message()))
                .isEqualTo(
                        "assigned-IP-address 10.0.0.5, binding-status active,"
                                + " client-hardware-address 01:02:00:00:00:00:01,"
                                + " lease-expiration-time 2023-11-14T22:23:20Z,"
                                + " potential-expiration-time never,"
                                + " start-time-of-state 2023-11-14T22:13:20Z,"
                                + " client-last-transaction-time 2023-11-14T22:13:20Z");
    }

    @Test
    void statesAndReasonsAreCalledByTheirNames() {
        assertThat(words(Messages.state(ServerState.RECOVER_WAIT, true, 1_700_000_000)))
                .startsWith("server-state recover-wait, server-flags 1");
        var refused =
                BindingAck.reject(
                        Ip4.of("10.0.0.5"),
                        RejectReason.LESS_CRITICAL_BINDING_INFORMATION,
                        "bell \u0007");
        assertThat(words(refused.message()))
                .isEqualTo(
                        "assigned-IP-address 10.0.0.5, reject-reason 16 ("
                                + RejectReason.LESS_CRITICAL_BINDING_INFORMATION.words()
                                + "), message bell ?");
    }

    @Test
    void whatHasNoRowOrNotItsSizeIsShownAsItStandsThere() {
        assertThat(new FailoverField(77, Octets.of(new byte[] {1, 2})))
                .hasToString("unknown-77 01:02");
        assertThat(new FailoverField(3, Octets.of(new byte[] {1, 2})))
                .hasToString("binding-status 01:02");
        byte[] name = {'f', 'o', 0, (byte) 0xe4, 127, ' ', '~'};
        assertThat(new FailoverField(FailoverOption.RELATIONSHIP_NAME.code(), Octets.of(name)))
                .hasToString("relationship-name fo??? ~");
        assertThat(new FailoverField(24, Octets.of(new byte[] {99})))
                .hasToString("server-state 99");
        assertThat(new FailoverField(3, Octets.of(new byte[] {9}))).hasToString("binding-status 9");
    }
}
