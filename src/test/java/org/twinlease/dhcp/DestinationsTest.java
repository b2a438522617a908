package org.twinlease.dhcp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.twinlease.config.Site;
import org.twinlease.config.words.Parameter;
import org.twinlease.value.Cast;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;
import org.twinlease.value.ReasonCode;
import org.twinlease.wire.dhcp.MessageType;
import org.twinlease.wire.dhcp.OptionType;
import org.twinlease.wire.dhcp.PacketBuilder;

/// Where answers go (RFC 2131 section 4.1), and DHCPINFORM, which has rules of its own.
class DestinationsTest {
    private static final String MAC = "02:00:00:00:00:0a";

    private final Site site = Site.small().set(Parameter.AUTHORITATIVE, 1);
    private final Scene scene = new Scene(site);
    private final Guest guest = scene.guest(MAC);

    private static String words(Heard heard) {
        Destination to = heard.to();
        String where = to.address() + ":" + to.port();
        return switch (to.way()) {
            case UNICAST -> "to " + where;
            case BROADCAST -> "to all:" + to.port();
            case HARDWARE -> "to " + to.hardware() + " as " + where;
        };
    }

    @Test
    void aClientWithoutAnAddressIsReachedByItsHardwareAddress() {
        assertThat(words(guest.discovers())).isEqualTo("to " + MAC + " as 10.0.1.10:68");
        assertThat(words(guest.selects("10.0.1.10"))).isEqualTo("to " + MAC + " as 10.0.1.10:68");
    }

    @Test
    void aClientThatCannotTakeUnicastYetGetsBroadcast() {
        guest.with(b -> b.broadcast(true));
        assertThat(words(guest.discovers())).isEqualTo("to all:68");
    }

    @Test
    void aClientThatHasAnAddressIsAnsweredThere() {
        guest.joins();
        guest.with(b -> b.broadcast(true));
        assertThat(words(guest.renews("10.0.1.10"))).isEqualTo("to 10.0.1.10:68");
    }

    @Test
    void aNakIsBroadcast() {
        assertThat(words(guest.renews("10.0.1.99"))).isEqualTo("to all:68");
        assertThat(words(guest.reboots("10.9.9.9"))).isEqualTo("to all:68");
    }

    @Test
    void hardwareThatNoFrameCanBeMadeForGetsBroadcast() {
        HardwareAddress firewire = new HardwareAddress(24, Octets.of(new byte[8]));
        PacketBuilder message = PacketBuilder.request(1, firewire).type(MessageType.DHCPDISCOVER);
        assertThat(words(scene.hears(message))).isEqualTo("to all:68");
    }

    @Test
    void alwaysBroadcastGoesForEveryClientWithoutAnAddress() {
        site.set(Parameter.ALWAYS_BROADCAST, 1);
        Guest late = new Scene(site).guest(MAC);
        Heard offer = late.discovers();
        assertThat(words(offer)).isEqualTo("to all:68");
        assertThat(offer.packet().broadcast()).isTrue();
        assertThat(words(late.boots())).isEqualTo("to all:68");
    }

    @Test
    void aServerOnAPortOfItsOwnFindsItsClientsOnThePortAbove() {
        Arrival arrival =
                new Arrival(0, Ip4.of(Scene.SERVER), 1500, 6767, Ip4.ZERO, 6768, Cast.UNKNOWN, 0);
        byte[] message = guest.message(MessageType.DHCPDISCOVER).encode();
        Heard heard = scene.hears(Scene.packet(message), arrival);
        assertThat(heard.to().port()).isEqualTo(6768);
    }

    @Test
    void anInformIsAnsweredWithOptionsButWithoutALease() {
        Heard ack = guest.informs("10.0.1.77").mustBe("ACK 10.0.1.77");
        assertThat(words(ack)).isEqualTo("to 10.0.1.77:68");
        assertThat(ack.packet().yiaddr()).isZero();
        assertThat(new Ip4(ack.packet().ciaddr())).hasToString("10.0.1.77");
        assertThat(ack.order()).containsExactly(53, 54, 1);
        assertThat(ack.changes()).isEmpty();
    }

    @Test
    void anInformThroughARelayIsStillAnsweredToTheClientItself() {
        guest.behind("10.0.1.2");
        assertThat(words(guest.informs("10.0.1.77"))).isEqualTo("to 10.0.1.77:68");
    }

    @Test
    void anInformThatNamesNoAddressIsAnsweredWhereItCameFrom() {
        byte[] message = guest.message(MessageType.DHCPINFORM).encode();
        Ip4 from = Ip4.of("10.0.1.78");
        Arrival arrival = new Arrival(0, Ip4.of(Scene.SERVER), 1500, 67, from, 68, Cast.UNICAST, 0);
        assertThat(words(scene.hears(Scene.packet(message), arrival))).isEqualTo("to 10.0.1.78:68");
        Heard blind = scene.hears(guest.message(MessageType.DHCPINFORM));
        assertThat(words(blind)).isEqualTo("to all:68");
        assertThat(blind.option(OptionType.SUBNET_MASK)).isEqualTo("ff:ff:ff:00");
        guest.behind("10.0.1.2");
        Heard relayed = scene.hears(guest.message(MessageType.DHCPINFORM));
        assertThat(words(relayed)).isEqualTo("to 10.0.1.2:67");
        assertThat(relayed.packet().broadcast()).isTrue();
    }

    @Test
    void anInformFromAnUnknownSubnetIsNotAnsweredWithTheOptionsOfThisOne() {
        Heard heard = guest.informs("192.168.7.7").mustBe("silence");
        assertThat(heard.why()).containsExactly(ReasonCode.SILENT_NO_SUBNET);
    }

    @Test
    void anInformLeavesTheOfferToItsClientInPlace() {
        guest.discovers().mustBe("OFFER 10.0.1.10");
        guest.informs("10.0.1.77");
        assertThat(scene.world.offers().size()).isEqualTo(1);
    }
}
