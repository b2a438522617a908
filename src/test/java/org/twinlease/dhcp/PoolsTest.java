package org.twinlease.dhcp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.twinlease.config.Permit.Kind;
import org.twinlease.config.Site;
import org.twinlease.config.words.Parameter;
import org.twinlease.lease.Lease;
import org.twinlease.value.BindingState;
import org.twinlease.value.Octets;
import org.twinlease.value.ReasonCode;
import org.twinlease.wire.dhcp.OptionType;

/// Which addresses a client may have, and which of them it gets.
class PoolsTest {
    private static final String ANNA = "02:00:00:00:00:0a";
    private static final String BERT = "02:00:00:00:00:0b";
    private static final String CARL = "02:00:00:00:00:0c";

    /// One address for known clients, one for unknown ones.
    private static Site split() {
        return new Site()
                .subnet(
                        "10.0.1.0/24",
                        net -> {
                            net.pool("10.0.1.10", "10.0.1.10").allow(Kind.KNOWN);
                            net.pool("10.0.1.20", "10.0.1.20").allow(Kind.UNKNOWN);
                        });
    }

    private static Site single(Kind allow, Kind deny) {
        return new Site()
                .subnet(
                        "10.0.1.0/24",
                        net -> net.pool("10.0.1.10", "10.0.1.19").allow(allow).deny(deny));
    }

    @Test
    void knownAndUnknownClientsHaveTheirOwnPools() {
        Scene scene = new Scene(split().host("anna", ANNA));
        scene.guest(ANNA).discovers().mustBe("OFFER 10.0.1.10");
        scene.guest(BERT).discovers().mustBe("OFFER 10.0.1.20");
        Heard full = scene.guest(CARL).discovers().mustBe("silence");
        assertThat(full.why()).containsExactly(ReasonCode.SILENT_NO_FREE, ReasonCode.POOL_WANTS);
    }

    @Test
    void aPoolThatAClientMayNotUseIsRefusedEvenWhenItAsksForIt() {
        Scene scene = new Scene(split().host("anna", ANNA));
        scene.guest(BERT).discovers("10.0.1.10").mustBe("OFFER 10.0.1.20");
        Heard nak = scene.guest(BERT).selects("10.0.1.10").mustBe("NAK");
        assertThat(nak.why()).containsExactly(ReasonCode.NAK_NOT_PERMITTED);
    }

    @Test
    void aDenyGoesBeforeAnAllow() {
        new Scene(single(Kind.ALL, Kind.UNKNOWN)).guest(BERT).discovers().mustBe("silence");
        new Scene(single(Kind.ALL, Kind.KNOWN)).guest(BERT).discovers().mustBe("OFFER 10.0.1.10");
        new Scene(single(Kind.AUTHENTICATED, Kind.KNOWN)).guest(BERT).discovers().mustBe("silence");
    }

    @Test
    void aPoolMayOpenAtATime() {
        Site site =
                new Site()
                        .subnet(
                                "10.0.1.0/24",
                                net ->
                                        net.pool("10.0.1.10", "10.0.1.19")
                                                .permit(true, Kind.AFTER, "1700000100"));
        Scene scene = new Scene(site);
        scene.guest(ANNA).discovers().mustBe("silence");
        scene.pass(100).guest(ANNA).discovers().mustBe("OFFER 10.0.1.10");
    }

    @Test
    void aLeaseIsNotRenewedOnceItsPoolNoLongerAdmitsTheClient() {
        Scene scene = new Scene(split().set(Parameter.AUTHORITATIVE, 1));
        Guest bert = scene.guest(BERT);
        bert.joins();
        Scene changed = new Scene(split().set(Parameter.AUTHORITATIVE, 1).host("bert", BERT));
        changed.world.leases().apply(scene.lease("10.0.1.20"));
        changed.guest(BERT).renews("10.0.1.20").mustBe("NAK");
        changed.guest(BERT).discovers().mustBe("OFFER 10.0.1.10");
    }

    @Test
    void unknownClientsCanBeDeniedEverywhere() {
        Site site = Site.small().set(Parameter.BOOT_UNKNOWN_CLIENTS, 0).host("anna", ANNA);
        Scene scene = new Scene(site);
        scene.guest(ANNA).discovers().mustBe("OFFER 10.0.1.10");
        Heard heard = scene.guest(BERT).discovers().mustBe("silence");
        assertThat(heard.why()).containsExactly(ReasonCode.SILENT_UNKNOWN_CLIENT);
    }

    @Test
    void aHostThatMayNotBootIsNotServed() {
        Site site = Site.small().host("anna", ANNA, host -> host.set(Parameter.ALLOW_BOOTING, 0));
        Heard heard = new Scene(site).guest(ANNA).discovers().mustBe("silence");
        assertThat(heard.why()).containsExactly(ReasonCode.SILENT_BOOTING);
    }

    @Test
    void whereBootingIsDeniedNobodyIsServedAnAddress() {
        Scene scene = new Scene(Site.small().set(Parameter.ALLOW_BOOTING, 0));
        Heard heard = scene.guest(ANNA).discovers().mustBe("silence");
        assertThat(heard.why()).containsExactly(ReasonCode.SILENT_BOOTING);
        scene.guest(ANNA).selects("10.0.1.10").mustBe("silence");
        scene.guest(ANNA).informs("10.0.1.77").mustBe("ACK 10.0.1.77");
    }

    @Test
    void aFixedAddressIsNeverGivenToAnotherClient() {
        Site site = Site.small().host("anna", ANNA, "10.0.1.10");
        Scene scene = new Scene(site);
        scene.guest(BERT).discovers("10.0.1.10").mustBe("OFFER 10.0.1.11");
        scene.guest(BERT).selects("10.0.1.10").mustBe("NAK");
        scene.guest(ANNA).discovers().mustBe("OFFER 10.0.1.10");
        assertThat(scene.guest(ANNA).selects("10.0.1.10").changes()).isEmpty();
    }

    @Test
    void aHostOfSeveralNetworksHasItsAddressOfEach() {
        Site site =
                Site.small()
                        .subnet("10.0.2.0/24", net -> net.pool("10.0.2.10", "10.0.2.19"))
                        .host("anna", ANNA, "10.0.1.200", "10.0.2.200");
        Scene scene = new Scene(site);
        scene.guest(ANNA).discovers().mustBe("OFFER 10.0.1.200");
        scene.guest(ANNA).behind("10.0.2.1").discovers().mustBe("OFFER 10.0.2.200");
        scene.guest(ANNA).behind("10.0.2.1").reboots("10.0.1.200").mustBe("silence");
    }

    /// As with a dhcpd: what is declared for an address elsewhere is not for one from a pool.
    @Test
    void aHostOfOtherNetworksIsKnownHereAndGetsNothingThatItsDeclarationSays() {
        Site site =
                Site.small()
                        .set(Parameter.BOOT_UNKNOWN_CLIENTS, 0)
                        .set(Parameter.USE_HOST_DECL_NAMES, 1)
                        .subnet("10.0.2.0/24", net -> net.pool("10.0.2.10", "10.0.2.19"))
                        .host(
                                "anna",
                                ANNA,
                                host -> host.text(Parameter.FILENAME, "boot"),
                                "10.0.1.200");
        Heard here = new Scene(site).guest(ANNA).discovers().mustBe("OFFER 10.0.1.200");
        assertThat(here.packet().file()).isEqualTo("boot");
        assertThat(here.order()).contains(12);
        Heard there = new Scene(site).guest(ANNA).behind("10.0.2.1").discovers();
        assertThat(there.mustBe("OFFER 10.0.2.10").packet().file()).isEmpty();
        assertThat(there.order()).doesNotContain(12);
    }

    @Test
    void aHostIsFoundByItsIdentifierBeforeItsHardware() {
        Site site =
                Site.small()
                        .host("by-hardware", ANNA, "10.0.1.201")
                        .hostById("by-id", Octets.ofText("laptop"), "10.0.1.202");
        Guest laptop = new Scene(site).guest(ANNA).id("laptop".chars().toArray());
        laptop.discovers().mustBe("OFFER 10.0.1.202");
        new Scene(site).guest(ANNA).id(9, 9).discovers().mustBe("OFFER 10.0.1.201");
    }

    @Test
    void neverUsedAddressesGoFirstThenTheLongestUnusedOfAllPools() {
        Site site =
                new Site()
                        .subnet(
                                "10.0.1.0/24",
                                net -> {
                                    net.pool("10.0.1.10", "10.0.1.10");
                                    net.pool("10.0.1.20", "10.0.1.21");
                                });
        Scene scene = new Scene(site);
        Guest anna = scene.guest(ANNA);
        anna.discovers("10.0.1.20");
        anna.selects("10.0.1.20").mustBe("ACK 10.0.1.20");
        scene.pass(10);
        anna.releases("10.0.1.20");
        scene.pass(10);
        Guest bert = scene.guest(BERT);
        bert.selects("10.0.1.10").mustBe("ACK 10.0.1.10");
        bert.releases("10.0.1.10");
        Heard third = scene.guest(CARL).discovers().mustBe("OFFER 10.0.1.21");
        assertThat(third.why()).startsWith(ReasonCode.OFFER_LONGEST_UNUSED);
        scene.guest("02:00:00:00:00:0d").discovers().mustBe("OFFER 10.0.1.20");
    }

    @Test
    void anAbandonedAddressIsTriedAgainWhenNothingElseIsLeftAndPingedWhateverIsConfigured() {
        Site site =
                new Site()
                        .set(Parameter.PING_CHECK, 0)
                        .subnet("10.0.1.0/24", net -> net.pool("10.0.1.10", "10.0.1.11"));
        Scene scene = new Scene(site);
        Guest anna = scene.guest(ANNA);
        anna.joins();
        anna.declines("10.0.1.10");
        Heard other = scene.guest(BERT).discovers().mustBe("OFFER 10.0.1.11");
        assertThat(((Decision.Offer) other.decision()).pingMillis()).isZero();
        Heard again = scene.guest(CARL).discovers().mustBe("OFFER 10.0.1.10");
        assertThat(again.why()).startsWith(ReasonCode.OFFER_RECLAIMED);
        assertThat(((Decision.Offer) again.decision()).pingMillis()).isEqualTo(1000);
        scene.guest(CARL).selects("10.0.1.10").mustBe("ACK 10.0.1.10");
        assertThat(scene.state("10.0.1.10")).isEqualTo(BindingState.ACTIVE);
    }

    @Test
    void anAddressIsPingedUnlessItsClientHadItJustNow() {
        Scene scene = new Scene(Site.small().set(Parameter.PING_TIMEOUT_MS, 250));
        Guest anna = scene.guest(ANNA);
        assertThat(ping(anna.discovers())).isEqualTo(250);
        assertThat(ping(anna.discovers())).isZero();
        anna.selects("10.0.1.10");
        assertThat(ping(anna.discovers())).isZero();
        anna.releases("10.0.1.10");
        assertThat(ping(scene.pass(59).guest(ANNA).discovers())).isZero();
        scene.pass(200);
        assertThat(ping(anna.discovers())).isEqualTo(250);
    }

    private static long ping(Heard heard) {
        return ((Decision.Offer) heard.decision()).pingMillis();
    }

    @Test
    void sharedNetworksGiveAddressesOfAllTheirSubnets() {
        Site site =
                new Site()
                        .shared(
                                "campus",
                                net -> {
                                    net.subnet("10.0.1.0/24");
                                    net.subnet("10.0.2.0/24")
                                            .option(OptionType.ROUTERS, "10.0.2.1");
                                    net.pool("10.0.1.10", "10.0.1.10");
                                    net.pool("10.0.2.10", "10.0.2.10");
                                });
        Scene scene = new Scene(site);
        scene.guest(ANNA).discovers().mustBe("OFFER 10.0.1.10");
        Heard second = scene.guest(BERT).discovers().mustBe("OFFER 10.0.2.10");
        assertThat(second.option(OptionType.ROUTERS)).isEqualTo("0a:00:02:01");
        scene.guest(BERT).selects("10.0.2.10").mustBe("ACK 10.0.2.10");
    }

    @Test
    void aClientIsServedOnceItHasWaitedLongEnough() {
        Site site = Site.small().set(Parameter.MIN_SECS, 3);
        Scene scene = new Scene(site);
        Heard early = scene.guest(ANNA).with(b -> b.secs(2)).discovers().mustBe("silence");
        assertThat(early.why()).containsExactly(ReasonCode.SILENT_MIN_SECS);
        scene.guest(ANNA).with(b -> b.secs(3)).discovers().mustBe("OFFER 10.0.1.10");
        site.set(Parameter.CHECK_SECS_BYTE_ORDER, 1);
        new Scene(site).guest(ANNA).with(b -> b.secs(0x0200)).discovers().mustBe("silence");
    }

    /// A pair was dissolved, or its lease file taken over: the partner's share is nobody else's
    /// now.
    @Test
    void aServerAloneGivesWhatAPartnerHadBeforeItSaysThatNothingIsFree() {
        Scene scene = new Scene(Site.small());
        for (int last = 10; last < 20; last++) {
            BindingState state = last < 12 ? BindingState.BACKUP : BindingState.ACTIVE;
            Lease lease = scene.lease("10.0.1." + last).withState(state).withEnds(Lease.NEVER);
            scene.world.leases().apply(lease);
        }
        String address = scene.guest("02:00:00:00:00:0a").joins();
        assertThat(address).isEqualTo("10.0.1.10");
        scene.guest("02:00:00:00:00:0b").reboots("10.0.1.11").mustBe("silence");
        scene.guest("02:00:00:00:00:0b").selects("10.0.1.11").mustBe("ACK 10.0.1.11");
        scene.guest("02:00:00:00:00:0c").discovers().mustBe("silence");
    }
}
