package org.twinlease.dhcp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.twinlease.config.Site;
import org.twinlease.config.words.Parameter;
import org.twinlease.lease.Lease;
import org.twinlease.value.BindingState;
import org.twinlease.value.Cast;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;
import org.twinlease.wire.dhcp.MessageType;
import org.twinlease.wire.dhcp.OptionType;
import org.twinlease.wire.dhcp.PacketBuilder;

/// Who is who: identifiers, hardware addresses, clients that move, leave, and come back.
class ClientsTest {
    private static final String ANNA = "02:00:00:00:00:0a";
    private static final String BERT = "02:00:00:00:00:0b";

    private final Site site =
            Site.small()
                    .set(Parameter.AUTHORITATIVE, 1)
                    .subnet("10.0.2.0/24", net -> net.pool("10.0.2.10", "10.0.2.19"));
    private final Scene scene = new Scene(site);

    @Test
    void aWholeLife() {
        Guest anna = scene.guest(ANNA);
        anna.discovers().mustBe("OFFER 10.0.1.10");
        anna.selects("10.0.1.10").mustBe("ACK 10.0.1.10");
        assertThat(scene.state("10.0.1.10")).isEqualTo(BindingState.ACTIVE);
        scene.pass(21_600);
        anna.renews("10.0.1.10").mustBe("ACK 10.0.1.10");
        scene.pass(40_000);
        assertThat(anna.renews("10.0.1.10").why()).startsWith(ReasonCode.ACK_REBINDING);
        anna.reboots("10.0.1.10").mustBe("ACK 10.0.1.10");
        anna.releases("10.0.1.10").mustBe("noted");
        assertThat(scene.state("10.0.1.10")).isEqualTo(BindingState.FREE);
        anna.discovers().mustBe("OFFER 10.0.1.10");
    }

    @Test
    void twoClientsAtOnceAreOfferedTwoAddresses() {
        scene.guest(ANNA).discovers().mustBe("OFFER 10.0.1.10");
        scene.guest(BERT).discovers().mustBe("OFFER 10.0.1.11");
        scene.guest(BERT).discovers("10.0.1.10").mustBe("OFFER 10.0.1.11");
        scene.guest(BERT).selects("10.0.1.10").mustBe("NAK");
        scene.guest(ANNA).selects("10.0.1.10").mustBe("ACK 10.0.1.10");
    }

    @Test
    void anOfferNotTakenIsHeldForAWhileOnly() {
        scene.guest(ANNA).discovers().mustBe("OFFER 10.0.1.10");
        scene.pass(119).guest(BERT).discovers("10.0.1.10").mustBe("OFFER 10.0.1.11");
        scene.pass(1).guest("02:00:00:00:00:0c").discovers("10.0.1.10").mustBe("OFFER 10.0.1.10");
    }

    @Test
    void theOfferToAClientThatTookAnotherServersIsFreeAtOnce() {
        scene.guest(ANNA).id(1, 2).discovers().mustBe("OFFER 10.0.1.10");
        scene.guest(ANNA).id(1, 2).selects("10.9.9.9", "10.0.1.2").mustBe("silence");
        assertThat(scene.world.offers().size()).isZero();
        scene.guest(BERT).discovers().mustBe("OFFER 10.0.1.10");
    }

    @Test
    void aClientIsItsIdentifierWhateverItsHardware() {
        scene.guest(ANNA).id(0, 'l').joins();
        scene.guest(BERT).id(0, 'l').discovers().mustBe("OFFER 10.0.1.10");
        scene.guest(BERT).id(0, 'l').renews("10.0.1.10").mustBe("ACK 10.0.1.10");
        assertThat(scene.lease("10.0.1.10").hardware()).isEqualTo(HardwareAddress.parse(BERT));
    }

    @Test
    void theOfferToAnIdentifierIsKnownOnOtherHardware() {
        scene.guest(ANNA).id(0, 'l').discovers().mustBe("OFFER 10.0.1.10");
        scene.guest(BERT).id(0, 'l').discovers().mustBe("OFFER 10.0.1.10");
        scene.guest(BERT).id(0, 'l').selects("10.0.1.10").mustBe("ACK 10.0.1.10");
        assertThat(scene.world.offers().size()).isZero();
    }

    @Test
    void twoIdentifiersOnOneHardwareAreTwoClients() {
        scene.guest(ANNA).id(1).joins();
        scene.guest(ANNA).id(2).discovers().mustBe("OFFER 10.0.1.11");
        scene.guest(ANNA).id(2).renews("10.0.1.10").mustBe("NAK");
    }

    @Test
    void aNetworkBootAndTheSystemThatItStartsAreOneClient() {
        scene.guest(ANNA).joins();
        scene.guest(ANNA).id(0xff, 1, 2, 3).discovers().mustBe("OFFER 10.0.1.10");
        scene.guest(ANNA).id(0xff, 1, 2, 3).selects("10.0.1.10").mustBe("ACK 10.0.1.10");
        assertThat(scene.lease("10.0.1.10").clientId()).isEqualTo(Guest.octets(0xff, 1, 2, 3));
    }

    /// RFC 2131 4.2: without an identifier the hardware address is one, and not that of somebody
    /// who sends another.
    @Test
    void whoSendsNoIdentifierIsNotWhoSendsOne() {
        scene.guest(ANNA).id(1, 2).joins();
        scene.guest(ANNA).discovers().mustBe("OFFER 10.0.1.11");
        scene.guest(ANNA).renews("10.0.1.10").mustBe("NAK");
        scene.guest(ANNA).reboots("10.0.1.10").mustBe("NAK");
        scene.guest(ANNA).selects("10.0.1.11").mustBe("ACK 10.0.1.11");
        scene.guest(ANNA).id(1, 2).renews("10.0.1.10").mustBe("ACK 10.0.1.10");
        scene.guest(ANNA).discovers().mustBe("OFFER 10.0.1.11");
        scene.guest(ANNA).id(1, 2).discovers().mustBe("OFFER 10.0.1.10");
    }

    @Test
    void aSystemIsOfferedWhatItsNetworkBootWas() {
        scene.guest(ANNA).discovers().mustBe("OFFER 10.0.1.10");
        scene.guest(ANNA).id(1, 2).discovers().mustBe("OFFER 10.0.1.10");
        scene.guest(ANNA).discovers().mustBe("OFFER 10.0.1.11");
    }

    @Test
    void aClientMayLeaveWithoutTheIdentifierThatItCameWith() {
        scene.guest(ANNA).id(1, 2).joins();
        scene.guest(BERT).releases("10.0.1.10");
        assertThat(scene.state("10.0.1.10")).isEqualTo(BindingState.ACTIVE);
        scene.guest(ANNA).releases("10.0.1.10");
        assertThat(scene.state("10.0.1.10")).isEqualTo(BindingState.FREE);
    }

    @Test
    void anEmptyIdentifierIsMalformed() {
        Heard heard = scene.guest(ANNA).id().discovers();
        assertThat(heard.why()).containsExactly(ReasonCode.SILENT_MALFORMED);
    }

    /// A server that has lost its leases learns them again from those who go on with them.
    @Test
    void whoGoesOnWithAFreeAddressThatIsUnknownHereMayKeepIt() {
        scene.guest(ANNA).renews("10.0.1.12").mustBe("ACK 10.0.1.12");
        scene.guest(BERT).renews("10.0.1.13", Cast.BROADCAST).mustBe("ACK 10.0.1.13");
        scene.guest(BERT).renews("10.0.1.14").mustBe("NAK");
        scene.guest(BERT).renews("10.0.1.12").mustBe("NAK");
    }

    /// What the address is used for here this server knows, authoritative or not.
    @Test
    void anAddressThatAnotherClientHasHereIsRefusedByAnyServer() {
        site.set(Parameter.AUTHORITATIVE, 0);
        Scene modest = new Scene(site);
        modest.guest(ANNA).joins();
        modest.guest(BERT).reboots("10.0.1.10").mustBe("NAK");
        modest.guest(BERT).renews("10.0.1.10").mustBe("NAK");
        modest.guest(BERT).reboots("10.9.9.9").mustBe("silence");
    }

    @Test
    void identifiersCanBeIgnored() {
        site.set(Parameter.IGNORE_CLIENT_UIDS, 1);
        Scene blind = new Scene(site);
        blind.guest(ANNA).id(1).discovers().mustBe("OFFER 10.0.1.10");
        blind.guest(ANNA).id(2).selects("10.0.1.10", "10.0.1.2");
        assertThat(blind.world.offers().size()).isZero();
        blind.guest(ANNA).id(1).joins();
        assertThat(blind.lease("10.0.1.10").clientId()).isNull();
        blind.guest(ANNA).id(2).discovers().mustBe("OFFER 10.0.1.10");
    }

    @Test
    void aClientThatMovesMustAskAnewAndGetsAnAddressOfWhereItIs() {
        scene.guest(ANNA).joins();
        Guest moved = scene.guest(ANNA).behind("10.0.2.1");
        Heard nak = moved.reboots("10.0.1.10").mustBe("NAK");
        assertThat(nak.why()).containsExactly(ReasonCode.NAK_WRONG_NETWORK);
        moved.discovers().mustBe("OFFER 10.0.2.10");
        moved.selects("10.0.2.10").mustBe("ACK 10.0.2.10");
        assertThat(scene.state("10.0.1.10")).isEqualTo(BindingState.ACTIVE);
        scene.guest(ANNA).reboots("10.0.1.10").mustBe("ACK 10.0.1.10");
    }

    @Test
    void aClientOfOneLeaseLosesTheOthersWhenItTakesAnother() {
        site.set(Parameter.ONE_LEASE_PER_CLIENT, 1);
        Scene strict = new Scene(site);
        strict.guest(ANNA).joins();
        Guest moved = strict.guest(ANNA).behind("10.0.2.1");
        moved.discovers();
        Heard ack = moved.selects("10.0.2.10");
        assertThat(ack.changes()).hasSize(2);
        assertThat(strict.state("10.0.1.10")).isEqualTo(BindingState.FREE);
        assertThat(strict.state("10.0.2.10")).isEqualTo(BindingState.ACTIVE);
        assertThat(ack.decision().reasons())
                .endsWith(
                        Reason.of(
                                ReasonCode.LEASE_REPLACED,
                                Ip4.of("10.0.1.10"),
                                Ip4.of("10.0.2.10")));
    }

    @Test
    void aLeaseThatEndedIsItsClientsAgainAsLongAsNobodyTookIt() {
        Guest anna = scene.guest(ANNA);
        anna.joins();
        scene.pass(43_200).expire();
        assertThat(scene.state("10.0.1.10")).isEqualTo(BindingState.FREE);
        scene.guest(BERT).discovers().mustBe("OFFER 10.0.1.11");
        assertThat(anna.discovers().why()).startsWith(ReasonCode.OFFER_PREVIOUS);
        scene.guest("02:00:00:00:00:0c").reboots("10.0.1.10").mustBe("NAK");
    }

    @Test
    void aDeclinedAddressIsSetAsideAndComesBackLater() {
        Guest anna = scene.guest(ANNA);
        anna.joins();
        anna.declines("10.0.1.10").mustBe("noted");
        Lease abandoned = scene.lease("10.0.1.10");
        assertThat(abandoned.state()).isEqualTo(BindingState.ABANDONED);
        assertThat(abandoned.ends()).isEqualTo(scene.clock() + 86_400);
        assertThat(abandoned.hardware()).isNull();
        anna.discovers("10.0.1.10").mustBe("OFFER 10.0.1.11");
        scene.pass(86_399).expire();
        assertThat(scene.state("10.0.1.10")).isEqualTo(BindingState.ABANDONED);
        scene.pass(1).expire();
        assertThat(scene.state("10.0.1.10")).isEqualTo(BindingState.FREE);
    }

    @Test
    void anAddressThatWasOnlyOfferedCanBeDeclinedToo() {
        scene.guest(ANNA).discovers().mustBe("OFFER 10.0.1.10");
        scene.guest(ANNA).declines("10.0.1.10").mustBe("noted");
        assertThat(scene.state("10.0.1.10")).isEqualTo(BindingState.ABANDONED);
    }

    @Test
    void declinesCanBeIgnored() {
        site.set(Parameter.DECLINES, 2);
        Scene deaf = new Scene(site);
        Guest anna = deaf.guest(ANNA);
        anna.joins();
        assertThat(anna.declines("10.0.1.10").why()).containsExactly(ReasonCode.SILENT_DECLINES);
        assertThat(deaf.state("10.0.1.10")).isEqualTo(BindingState.ACTIVE);
    }

    @Test
    void nobodyElseCanGiveAnAddressBackOrDeclineIt() {
        scene.guest(ANNA).id(1).joins();
        scene.guest(BERT).releases("10.0.1.10").mustBe("silence");
        scene.guest(ANNA).id(2).releases("10.0.1.10").mustBe("silence");
        Heard heard = scene.guest(BERT).declines("10.0.1.10").mustBe("silence");
        assertThat(heard.why()).containsExactly(ReasonCode.SILENT_NOT_HOLDER);
        assertThat(scene.state("10.0.1.10")).isEqualTo(BindingState.ACTIVE);
    }

    @Test
    void aReleaseForAnotherServerIsNotThisOnes() {
        scene.guest(ANNA).joins();
        PacketBuilder message =
                scene.guest(ANNA)
                        .message(MessageType.DHCPRELEASE)
                        .ciaddr(Ip4.of("10.0.1.10").bits())
                        .option(OptionType.DHCP_SERVER_IDENTIFIER, Ip4.of("10.0.1.2"));
        assertThat(scene.hears(message).why()).containsExactly(ReasonCode.SILENT_OTHER_SERVER);
    }

    @Test
    void aHostNameIsKeptThroughMessagesThatDoNotSayIt() {
        Octets name = Octets.ofText("laptop");
        scene.guest(ANNA).with(b -> b.option(OptionType.HOST_NAME, name)).joins();
        scene.pass(30_000);
        scene.guest(ANNA).renews("10.0.1.10");
        assertThat(scene.lease("10.0.1.10").hostname()).isEqualTo(name);
        scene.guest(ANNA).releases("10.0.1.10");
        scene.guest(BERT).selects("10.0.1.10").mustBe("ACK 10.0.1.10");
        assertThat(scene.lease("10.0.1.10").hostname()).isNull();
    }

    @Test
    void whetherAClientRenewsOrRebindsIsToldByHowItSpeaksWhateverTheAgeOfItsLease() {
        scene.guest(ANNA).joins();
        Heard early = scene.guest(ANNA).renews("10.0.1.10", Cast.BROADCAST);
        assertThat(early.why()).startsWith(ReasonCode.ACK_REBINDING);
        scene.pass(43_000);
        Heard late = scene.guest(ANNA).renews("10.0.1.10", Cast.UNICAST);
        assertThat(late.why()).startsWith(ReasonCode.ACK_RENEWING);
    }

    @Test
    void aClientThatWasCarriedToAnotherWireIsToldSoWhenItRebindsThere() {
        Site two =
                Site.small()
                        .set(Parameter.AUTHORITATIVE, 1)
                        .subnet("10.0.2.0/24", net -> net.pool("10.0.2.10", "10.0.2.19"));
        Scene wide = new Scene(two);
        wide.guest(ANNA).behind("10.0.2.1").joins();
        wide.guest(ANNA).renews("10.0.2.10", Cast.UNICAST).mustBe("ACK 10.0.2.10");
        Heard heard = wide.guest(ANNA).renews("10.0.2.10", Cast.BROADCAST).mustBe("NAK");
        assertThat(heard.why()).containsExactly(ReasonCode.NAK_WRONG_NETWORK);
        assertThat(heard.to().way()).isEqualTo(Destination.Way.BROADCAST);
    }

    @Test
    void onAWireThatIsNoSubnetsTheClientsOwnAddressTellsWhereItIs() {
        Scene elsewhere =
                new Scene(
                        new Site()
                                .subnet("10.0.2.0/24", net -> net.pool("10.0.2.10", "10.0.2.19")));
        elsewhere.guest(ANNA).behind("10.0.2.1").joins();
        elsewhere.guest(ANNA).renews("10.0.2.10", Cast.BROADCAST).mustBe("ACK 10.0.2.10");
    }

    /// One machine that starts two systems, each with an identifier of its own.
    private Scene machine(long duplicates, long oneLease) {
        return new Scene(
                Site.small()
                        .set(Parameter.DUPLICATES, duplicates)
                        .set(Parameter.ONE_LEASE_PER_CLIENT, oneLease)
                        .host("pc", ANNA));
    }

    @Test
    void aMachineOfTwoIdentifiersKeepsTwoLeasesWhereDuplicatesAreAllowed() {
        Scene lax = machine(1, 1);
        lax.guest(ANNA).id(1).joins();
        lax.guest(ANNA).id(2).joins();
        assertThat(lax.state("10.0.1.10")).isEqualTo(BindingState.ACTIVE);
        assertThat(lax.state("10.0.1.11")).isEqualTo(BindingState.ACTIVE);
    }

    @Test
    void whereDuplicatesAreDeniedADeclaredMachineHasOneLeaseWhateverItsIdentifier() {
        Scene strict = machine(0, 0);
        strict.guest(ANNA).id(1).joins();
        String next = strict.guest(ANNA).id(2).discovers().address();
        Heard ack = strict.guest(ANNA).id(2).selects(next).mustBe("ACK " + next);
        assertThat(ack.why()).endsWith(ReasonCode.LEASE_DUPLICATE);
        assertThat(strict.state("10.0.1.10")).isEqualTo(BindingState.FREE);
        String first = strict.guest(BERT).id(1).joins();
        strict.guest(BERT).id(2).joins();
        assertThat(strict.state(first)).as("not declared").isEqualTo(BindingState.ACTIVE);
    }

    @Test
    void aRequestThatNamesNoAddressIsMalformed() {
        Heard heard = scene.hears(scene.guest(ANNA).message(MessageType.DHCPREQUEST));
        assertThat(heard.why()).containsExactly(ReasonCode.SILENT_MALFORMED);
    }

    @Test
    void aClientThatCannotBeToldFromOthersIsNotServed() {
        HardwareAddress none = new HardwareAddress(1, Octets.EMPTY);
        PacketBuilder nobody = PacketBuilder.request(1, none).type(MessageType.DHCPDISCOVER);
        assertThat(scene.hears(nobody).why()).containsExactly(ReasonCode.SILENT_NO_IDENTITY);
        nobody.option(OptionType.DHCP_CLIENT_IDENTIFIER, Octets.of((byte) 9));
        scene.hears(nobody).mustBe("OFFER 10.0.1.10");
    }

    @Test
    void anIdentifierLongerThanARecordHoldsIsRefused() {
        Guest endless = scene.guest(ANNA).id(new int[256]);
        assertThat(endless.discovers().why()).containsExactly(ReasonCode.SILENT_MALFORMED);
        scene.guest(ANNA).id(new int[255]).discovers().mustBe("OFFER 10.0.1.10");
    }

    @Test
    void messagesThatOnlyServersSendAreNotAnswered() {
        for (MessageType type : MessageType.values()) {
            boolean servers =
                    type == MessageType.DHCPOFFER
                            || type == MessageType.DHCPACK
                            || type == MessageType.DHCPNAK;
            if (!servers) continue;
            Heard heard = scene.hears(scene.guest(ANNA).message(type));
            assertThat(heard.why()).containsExactly(ReasonCode.SILENT_NOT_FOR_SERVERS);
        }
        Guest strange = scene.guest(ANNA).with(b -> b.option(53, Guest.octets(13)));
        assertThat(strange.boots().why()).containsExactly(ReasonCode.SILENT_NOT_FOR_SERVERS);
    }
}
