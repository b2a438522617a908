package org.twinlease.console.model.health;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.twinlease.console.model.Samples;
import org.twinlease.control.PacketView;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;

import java.util.List;

/// What packets tell of relays, clients and other servers.
final class EarsTest {

    private static final Ip4 RELAY = Ip4.of("10.9.0.1");

    private final Ears ears = new Ears(2);
    private long millis = Samples.NOW;

    private PacketView packet(
            String type, @Nullable String answer, int client, @Nullable Octets id, Ip4 relay) {
        return new PacketView(
                1,
                millis,
                type,
                answer,
                Samples.hardware(client),
                id,
                null,
                Samples.address(client),
                relay,
                7,
                -1,
                List.of(Reason.of(ReasonCode.OFFER_PREVIOUS, Samples.address(client))));
    }

    private void discover(int server, int client) {
        ears.on(server, packet("DHCPDISCOVER", "DHCPOFFER", client, null, Ip4.ZERO));
    }

    @Test
    void onlyDiscoversSayWhichRelaysAServerHears() {
        ears.on(0, packet("DHCPDISCOVER", null, 1, null, RELAY));
        ears.on(0, packet("DHCPDISCOVER", null, 2, null, RELAY));
        ears.on(1, packet("DHCPREQUEST", null, 1, null, RELAY));
        assertThat(ears.relays().keySet()).containsExactly(RELAY);
        assertThat(ears.relays().get(RELAY)).containsExactly(2, 0);
    }

    @Test
    void aClientThatGetsNoAddressIsALoopUntilItGetsOne() {
        for (int i = 0; i < Ears.LOOP - 1; i++) discover(0, 3);
        discover(1, 3);
        assertThat(ears.loops(millis)).as("each server hears every one").isEmpty();
        millis += 5_000;
        discover(0, 3);
        assertThat(ears.loops(millis))
                .singleElement()
                .satisfies(loop -> assertThat(loop.count()).isEqualTo(Ears.LOOP))
                .satisfies(loop -> assertThat(loop.sinceMillis()).isEqualTo(Samples.NOW));
        assertThat(ears.loops(millis + Ears.LOOP_MILLIS + 1)).as("it is long gone").isEmpty();
        ears.on(1, packet("DHCPREQUEST", "DHCPACK", 3, null, Ip4.ZERO));
        assertThat(ears.loops(millis)).isEmpty();
    }

    @Test
    void oneIdentifierOfTwoDevicesIsShared() {
        Octets id = Octets.of((byte) 0, (byte) 7);
        ears.on(0, packet("DHCPREQUEST", "DHCPACK", 4, id, Ip4.ZERO));
        ears.on(1, packet("DHCPREQUEST", "DHCPACK", 4, id, Ip4.ZERO));
        assertThat(ears.shared()).isEmpty();
        ears.on(0, packet("DHCPREQUEST", "DHCPACK", 5, id, Ip4.ZERO));
        assertThat(ears.shared().get(id)).containsExactly(Samples.hardware(4), Samples.hardware(5));
    }

    @Test
    void nothingGrowsWithoutBound() {
        for (int i = 0; i < 12_000; i++) {
            Octets id = Octets.of((byte) (i >> 8), (byte) i, (byte) 1);
            ears.on(0, packet("DHCPDISCOVER", null, i, id, new Ip4(RELAY.bits() + i)));
        }
        assertThat(ears.packets()).isEqualTo(12_000);
        assertThat(ears.relays()).hasSize(5_000);
        assertThat(ears.clients()).isEqualTo(5_000);
    }
}
