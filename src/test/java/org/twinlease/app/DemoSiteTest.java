package org.twinlease.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;
import org.twinlease.wire.Decoded;
import org.twinlease.wire.dhcp.MessageType;
import org.twinlease.wire.dhcp.OptionType;
import org.twinlease.wire.dhcp.Packet;
import org.twinlease.wire.dhcp.PacketBuilder;

final class DemoSiteTest {

    @ParameterizedTest
    @EnumSource
    void theRelayAddsItsSubnetAndKeepsTheRest(DemoSite site) {
        byte[] plain =
                PacketBuilder.request(77, HardwareAddress.ethernet(0x020304050607L))
                        .giaddr(Ip4.of("127.0.0.1").bits())
                        .type(MessageType.DHCPDISCOVER)
                        .option(OptionType.HOST_NAME, Octets.ofText(site.machine(4)))
                        .encode();
        byte[] relayed = site.relayed(plain);
        assertThat(Packet.decode(relayed, relayed.length))
                .isInstanceOfSatisfying(
                        Decoded.Ok.class,
                        ok -> {
                            Packet packet = (Packet) ok.message();
                            assertThat(packet.xid()).isEqualTo(77);
                            assertThat(packet.messageType()).isEqualTo(MessageType.DHCPDISCOVER);
                            assertThat(packet.option(OptionType.HOST_NAME))
                                    .isEqualTo(Octets.ofText(site.machine(4)));
                            assertThat(packet.agent(5)).isNotNull();
                            assertThat(packet.agent(1)).isNotNull();
                        });
    }
}
