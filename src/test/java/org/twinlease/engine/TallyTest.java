package org.twinlease.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.twinlease.control.Counter;
import org.twinlease.dhcp.Decision;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;
import org.twinlease.wire.Decoded;
import org.twinlease.wire.dhcp.MessageType;
import org.twinlease.wire.dhcp.OptionType;
import org.twinlease.wire.dhcp.Packet;
import org.twinlease.wire.dhcp.PacketBuilder;

import java.util.List;

final class TallyTest {

    private final Tally tally = new Tally();

    @Test
    void aServersMessageIsReceivedAndPassedOverOnce() {
        hears(blank().type(MessageType.DHCPOFFER));
        assertThat(tally.of(Counter.RECEIVED)).isEqualTo(1);
        assertThat(tally.of(Counter.SILENT)).isEqualTo(1);
        assertThat(tally.of(Counter.OFFER)).isZero();
    }

    @Test
    void aMessageOfAnUnknownTypeIsNoBootp() {
        hears(blank().option(OptionType.DHCP_MESSAGE_TYPE, Octets.of((byte) 13)));
        assertThat(tally.of(Counter.BOOTREQUEST)).isZero();
    }

    @Test
    void aMessageWithoutATypeIsBootp() {
        hears(blank());
        assertThat(tally.of(Counter.BOOTREQUEST)).isEqualTo(1);
    }

    @Test
    void aDiscoverWhoseSecsLooksExchangedIsCountedTwice() {
        hears(blank().type(MessageType.DHCPDISCOVER).secs(3));
        hears(blank().type(MessageType.DHCPDISCOVER).secs(3 << 8));
        hears(blank().type(MessageType.DHCPREQUEST).secs(3 << 8));
        assertThat(tally.of(Counter.DISCOVER)).isEqualTo(2);
        assertThat(tally.of(Counter.SECS_SWAPPED)).isEqualTo(1);
    }

    @Test
    void whatCannotBeReadIsCountedAsThat() {
        tally.received(null);
        assertThat(tally.of(Counter.RECEIVED)).isEqualTo(1);
        assertThat(tally.of(Counter.MALFORMED)).isEqualTo(1);
    }

    private static PacketBuilder blank() {
        return PacketBuilder.request(1, HardwareAddress.ethernet(0x02_00_00_00_00_01L));
    }

    private void hears(PacketBuilder message) {
        byte[] bytes = message.encode();
        tally.received(((Decoded.Ok<Packet>) Packet.decode(bytes, bytes.length)).message());
        Reason why = Reason.of(ReasonCode.SILENT_NOT_FOR_SERVERS, "DHCPOFFER");
        tally.decided(new Decision.Silent(Ip4.ZERO, null, List.of(why)), -1);
    }
}
