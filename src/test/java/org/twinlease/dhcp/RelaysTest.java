package org.twinlease.dhcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.twinlease.wire.dhcp.OptionType.*;

import org.junit.jupiter.api.Test;
import org.twinlease.config.Site;
import org.twinlease.config.words.Parameter;
import org.twinlease.value.Cast;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;
import org.twinlease.value.ReasonCode;
import org.twinlease.wire.dhcp.MessageType;

/// Clients behind relays: where they are, what the relay gets back, and where the answer goes.
class RelaysTest {
    private static final String MAC = "02:00:00:00:00:0a";
    private static final String RELAY = "10.0.2.1";

    private final Site site =
            Site.small()
                    .subnet("10.0.2.0/24", net -> net.pool("10.0.2.10", "10.0.2.19"))
                    .subnet("10.0.3.0/24", net -> net.pool("10.0.3.10", "10.0.3.19"))
                    .set(Parameter.AUTHORITATIVE, 1);
    private final Scene scene = new Scene(site);

    private Guest relayed() {
        return scene.guest(MAC).behind(RELAY);
    }

    private static Octets agent(int... subOptions) {
        return Guest.octets(subOptions);
    }

    @Test
    void theRelaysAddressTellsTheNetworkAndGetsTheAnswer() {
        Heard offer = relayed().discovers().mustBe("OFFER 10.0.2.10");
        assertThat(offer.to().way()).isEqualTo(Destination.Way.UNICAST);
        assertThat(offer.to().address()).hasToString(RELAY);
        assertThat(offer.to().port()).isEqualTo(67);
        assertThat(new Ip4(offer.packet().giaddr())).hasToString(RELAY);
    }

    @Test
    void aRelayOfAnUnknownNetworkIsNotAnswered() {
        Heard heard = scene.guest(MAC).behind("172.16.0.1").discovers().mustBe("silence");
        assertThat(heard.why()).containsExactly(ReasonCode.SILENT_NO_SUBNET);
    }

    /// As dhcpd: where the client is nobody knows, but not where its address is from.
    @Test
    void aClientBehindAnUnknownRelayThatWantsAnAddressOfElsewhereIsRefused() {
        Guest lost = scene.guest(MAC).behind("172.16.0.1");
        Heard nak = lost.reboots("10.0.2.10").mustBe("NAK");
        assertThat(nak.why()).containsExactly(ReasonCode.NAK_UNKNOWN_NETWORK);
        assertThat(nak.to().address()).hasToString("172.16.0.1");
        assertThat(nak.packet().broadcast()).isTrue();
        lost.renews("10.0.2.10").mustBe("NAK");
        lost.selects("10.0.2.10").mustBe("NAK");
    }

    @Test
    void behindAnUnknownRelayNothingIsSaidThatThisServerDoesNotKnow() {
        Guest lost = scene.guest(MAC).behind("172.16.0.1");
        assertThat(lost.selects("10.0.2.10", "10.0.1.2").why())
                .containsExactly(ReasonCode.SILENT_OTHER_SERVER);
        assertThat(lost.reboots("192.168.7.7").why()).containsExactly(ReasonCode.SILENT_NO_SUBNET);
        site.set(Parameter.AUTHORITATIVE, 0);
        Heard shy = new Scene(site).guest(MAC).behind("172.16.0.1").reboots("10.0.2.10");
        assertThat(shy.mustBe("silence").why()).containsExactly(ReasonCode.SILENT_NO_SUBNET);
    }

    @Test
    void relayAgentInformationComesBackUnchangedAndLast() {
        Octets agent = agent(1, 2, 'e', '1', 2, 1, 7, 151, 3, 0, 0, 1);
        Guest guest = relayed().id(1, 2).with(b -> b.option(RELAY_AGENT_INFORMATION, agent));
        Heard offer = guest.discovers();
        assertThat(offer.order()).endsWith(82);
        assertThat(offer.packet().option(RELAY_AGENT_INFORMATION)).isEqualTo(agent);
        assertThat(guest.selects(offer.address()).order()).endsWith(82);
        assertThat(guest.selects("10.0.2.99").mustBe("NAK").order()).endsWith(82);
    }

    @Test
    void relayAgentInformationTooLongToFitIsLeftOutRatherThanTheAnswer() {
        byte[] agent = new byte[420];
        for (int i = 0; i < agent.length; i += 42) agent[i + 1] = 40;
        Heard offer =
                relayed()
                        .with(b -> b.option(RELAY_AGENT_INFORMATION, Octets.of(agent)))
                        .discovers();
        assertThat(offer.order()).startsWith(53, 54, 51);
        assertThat(offer.packet().has(RELAY_AGENT_INFORMATION)).isFalse();
    }

    @Test
    void aRelayMaySelectAnotherLinkThanItsOwn() {
        Octets link = agent(5, 4, 10, 0, 3, 0);
        Heard offer = relayed().with(b -> b.option(RELAY_AGENT_INFORMATION, link)).discovers();
        offer.mustBe("OFFER 10.0.3.10");
        assertThat(offer.option(SUBNET_MASK)).isEqualTo("ff:ff:ff:00");
        assertThat(offer.to().address()).hasToString(RELAY);
    }

    @Test
    void aLinkSelectionOfAWrongLengthCountsForNothing() {
        Octets link = agent(5, 2, 10, 0);
        relayed()
                .with(b -> b.option(RELAY_AGENT_INFORMATION, link))
                .discovers()
                .mustBe("OFFER 10.0.2.10");
    }

    @Test
    void aClientMaySelectItsSubnetAndHearsItsSelectionAgain() {
        Guest guest = scene.guest(MAC).with(b -> b.option(SUBNET_SELECTION, Ip4.of("10.0.3.0")));
        Heard offer = guest.discovers().mustBe("OFFER 10.0.3.10");
        assertThat(offer.option(SUBNET_SELECTION)).isEqualTo("0a:00:03:00");
        assertThat(guest.selects("10.0.3.10").option(SUBNET_SELECTION)).isEqualTo("0a:00:03:00");
    }

    @Test
    void theRelaysSelectionGoesBeforeTheClients() {
        Octets link = agent(5, 4, 10, 0, 3, 0);
        relayed()
                .with(b -> b.option(SUBNET_SELECTION, Ip4.of("10.0.1.0")))
                .with(b -> b.option(RELAY_AGENT_INFORMATION, link))
                .discovers()
                .mustBe("OFFER 10.0.3.10");
    }

    @Test
    void aClientThatSelectsAnUnknownSubnetIsNotGivenAnotherOne() {
        Guest guest = scene.guest(MAC).with(b -> b.option(SUBNET_SELECTION, Ip4.of("172.16.0.0")));
        assertThat(guest.discovers().why()).containsExactly(ReasonCode.SILENT_NO_SUBNET);
    }

    @Test
    void aRelayThatStandsInForTheServerIsNamedAsTheServer() {
        Octets override = agent(11, 4, 10, 0, 2, 1);
        Guest guest = relayed().with(b -> b.option(RELAY_AGENT_INFORMATION, override));
        Heard offer = guest.discovers();
        assertThat(offer.option(DHCP_SERVER_IDENTIFIER)).isEqualTo("0a:00:02:01");
        guest.selects(offer.address(), RELAY).mustBe("ACK 10.0.2.10");
        guest.renews(offer.address()).mustBe("ACK 10.0.2.10");
        guest.selects(offer.address(), "10.0.9.9").mustBe("silence");
    }

    @Test
    void theConfiguredServerIdentifierIsShownAndAccepted() {
        Site named = Site.small().option(DHCP_SERVER_IDENTIFIER, "10.0.1.250");
        Guest guest = new Scene(named).guest(MAC);
        assertThat(guest.discovers().option(DHCP_SERVER_IDENTIFIER)).isEqualTo("0a:00:01:fa");
        guest.selects("10.0.1.10", "10.0.1.250").mustBe("ACK 10.0.1.10");
    }

    @Test
    void aRelayOnAPortOfItsOwnIsAnsweredThere() {
        Octets port = agent(19, 2, 0x20, 0x01);
        Guest guest = relayed().with(b -> b.option(RELAY_AGENT_INFORMATION, port));
        Arrival arrival =
                new Arrival(
                        0, Ip4.of(Scene.SERVER), 1500, 67, Ip4.of(RELAY), 8193, Cast.UNICAST, 0);
        byte[] message = guest.message(MessageType.DHCPDISCOVER).encode();
        assertThat(scene.hears(Scene.packet(message), arrival).to().port()).isEqualTo(8193);
        byte[] plain = relayed().message(MessageType.DHCPDISCOVER).encode();
        assertThat(scene.hears(Scene.packet(plain), arrival).to().port()).isEqualTo(67);
    }

    @Test
    void aServerOnAPortOfItsOwnAnswersRelaysWhereTheySendFrom() {
        Arrival arrival =
                new Arrival(
                        0,
                        Ip4.of(Scene.SERVER),
                        1500,
                        6767,
                        Ip4.of(RELAY),
                        40_000,
                        Cast.UNICAST,
                        0);
        byte[] message = relayed().message(MessageType.DHCPDISCOVER).encode();
        assertThat(scene.hears(Scene.packet(message), arrival).to().port()).isEqualTo(40_000);
    }

    @Test
    void aRelayedNakHasTheBroadcastFlagSoThatTheRelayFindsTheClient() {
        Heard nak = relayed().reboots("10.0.1.10").mustBe("NAK");
        assertThat(nak.packet().broadcast()).isTrue();
        assertThat(nak.to().address()).hasToString(RELAY);
        assertThat(nak.to().way()).isEqualTo(Destination.Way.UNICAST);
    }

    @Test
    void aPacketThatWentInCirclesIsDropped() {
        relayed().with(b -> b.hops(16)).discovers().mustBe("OFFER 10.0.2.10");
        Heard heard = relayed().with(b -> b.hops(17)).discovers().mustBe("silence");
        assertThat(heard.why()).containsExactly(ReasonCode.SILENT_HOPS);
    }

    @Test
    void relayAgentInformationIsKeptForRenewalsThatComeWithoutIt() {
        Octets agent = agent(1, 1, 'x');
        Guest guest = relayed().with(b -> b.option(RELAY_AGENT_INFORMATION, agent));
        String address = guest.joins();
        scene.pass(30_000);
        scene.guest(MAC).renews(address).mustBe("ACK " + address);
        assertThat(scene.lease(address).relayAgent()).isEqualTo(agent);
    }

    @Test
    void aRenewalThroughARelayIsTakenForARebinding() {
        String address = relayed().joins();
        scene.pass(22_000);
        Heard renewed = relayed().renews(address);
        assertThat(renewed.why()).startsWith(ReasonCode.ACK_REBINDING);
        scene.pass(22_000);
        assertThat(scene.guest(MAC).renews(address).why()).startsWith(ReasonCode.ACK_RENEWING);
    }
}
