package org.twinlease.dhcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.twinlease.config.words.Parameter.*;
import static org.twinlease.wire.dhcp.OptionType.*;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinlease.config.Scope;
import org.twinlease.config.Site;
import org.twinlease.lease.Lease;
import org.twinlease.value.ReasonCode;
import org.twinlease.wire.dhcp.OptionType;

import java.util.HexFormat;

/// How long leases are, and what the client is told of it.
class LeaseTimesTest {
    private static final String MAC = "02:00:00:00:00:0a";

    private final Site site = Site.small();

    private static long seconds(Heard heard, OptionType type) {
        String hex = heard.option(type);
        return hex.equals("none") ? -1 : HexFormat.fromHexDigitsToLong(hex.replace(":", ""));
    }

    /// Ten addresses; from 50 percent on leases are short.
    @Test
    void inAPoolThatIsNearlyFullLeasesAreShort() {
        site.set(ADAPTIVE_LEASE_TIME_THRESHOLD, 50).set(MIN_LEASE_TIME, 400);
        Scene scene = new Scene(site);
        for (int i = 0; i < 5; i++) {
            Heard offer = scene.guest("02:00:00:00:01:0" + i).discovers();
            assertThat(seconds(offer, DHCP_LEASE_TIME)).isEqualTo(43_200);
            scene.guest("02:00:00:00:01:0" + i).selects(offer.address());
        }
        Heard sixth = scene.guest(MAC).discovers();
        assertThat(seconds(sixth, DHCP_LEASE_TIME)).isEqualTo(400);
        assertThat(sixth.why()).endsWith(ReasonCode.TIME_ADAPTIVE);
    }

    @Test
    void whatAClientHasLeftOfItsLeaseIsNotTakenFromIt() {
        site.set(ADAPTIVE_LEASE_TIME_THRESHOLD, 10);
        Scene scene = new Scene(site);
        scene.guest(MAC).joins();
        scene.pass(30_000);
        assertThat(seconds(scene.guest(MAC).renews("10.0.1.10"), DHCP_LEASE_TIME))
                .isEqualTo(13_200);
        scene.pass(13_000);
        assertThat(seconds(scene.guest(MAC).renews("10.0.1.10"), DHCP_LEASE_TIME)).isEqualTo(300);
    }

    /// Wish and settings, -1 for none; the time and its reason.
    @ParameterizedTest
    @CsvSource({
        "-1, -1, -1, -1, 43200, TIME_DEFAULT",
        "-1, 600, -1, -1, 600, TIME_DEFAULT",
        "900, 600, -1, -1, 900, TIME_WISHED",
        "90000, -1, -1, -1, 86400, TIME_MAX",
        "-1, 5000, 3600, -1, 3600, TIME_MAX",
        "0, -1, -1, -1, 300, TIME_MIN",
        "10, -1, 60, -1, 60, TIME_MIN",
        "10, -1, -1, 20, 20, TIME_MIN",
        "1000, -1, 500, 700, 700, TIME_MIN",
        "4294967295, -1, -1, -1, 86400, TIME_MAX",
        "4294967295, -1, 4294967295, -1, 4294967295, TIME_INFINITE",
        "-1, 4294967295, 4294967295, -1, 4294967295, TIME_INFINITE",
    })
    void theTimeIsTheWishWithinItsBounds(
            long wish, long usual, long max, long min, long expected, ReasonCode why) {
        if (usual >= 0) site.set(DEFAULT_LEASE_TIME, usual);
        if (max >= 0) site.set(MAX_LEASE_TIME, max);
        if (min >= 0) site.set(MIN_LEASE_TIME, min);
        Scene scene = new Scene(site);
        Guest guest = scene.guest(MAC);
        if (wish >= 0) guest.wishes(wish);
        Heard offer = guest.discovers();
        assertThat(seconds(offer, DHCP_LEASE_TIME)).isEqualTo(expected);
        assertThat(offer.why()).endsWith(why);
        Heard ack = guest.selects(offer.address());
        assertThat(seconds(ack, DHCP_LEASE_TIME)).isEqualTo(expected);
        long ends = expected == Scope.INFINITE ? Lease.NEVER : scene.clock() + expected;
        assertThat(scene.lease(offer.address()).ends()).isEqualTo(ends);
    }

    @Test
    void renewalComesAtHalfTimeAndRebindingAtSevenEighths() {
        Heard offer = new Scene(site).guest(MAC).wishes(1000).discovers();
        assertThat(seconds(offer, DHCP_RENEWAL_TIME)).isEqualTo(500);
        assertThat(seconds(offer, DHCP_REBINDING_TIME)).isEqualTo(875);
    }

    @ParameterizedTest
    @CsvSource({
        "100, 200, 100, 200",
        "100, 5000, 100, 875",
        "5000, 700, 500, 700",
        "900, 800, 500, 800",
        "900, 400, 400, 400",
    })
    void configuredTimesHoldAsLongAsTheyAreInOrder(long t1, long t2, long first, long second) {
        site.octets(DHCP_RENEWAL_TIME, 0, 0, (int) t1 >> 8, (int) t1 & 255);
        site.octets(DHCP_REBINDING_TIME, 0, 0, (int) t2 >> 8, (int) t2 & 255);
        Heard offer = new Scene(site).guest(MAC).wishes(1000).discovers();
        assertThat(seconds(offer, DHCP_RENEWAL_TIME)).isEqualTo(first);
        assertThat(seconds(offer, DHCP_REBINDING_TIME)).isEqualTo(second);
    }

    @Test
    void aLeaseForEverHasNoRenewalTimes() {
        site.set(MAX_LEASE_TIME, Scope.INFINITE);
        Heard offer = new Scene(site).guest(MAC).wishes(Scope.INFINITE).discovers();
        assertThat(offer.order()).containsExactly(53, 54, 51, 1);
    }

    @Test
    void aLeaseLongerThanTheClockIsWideNeverEndsInsteadOfBeingOver() {
        site.set(MAX_LEASE_TIME, Scope.INFINITE);
        Scene scene = new Scene(site);
        String address = scene.guest(MAC).wishes(Scope.INFINITE - 5).joins();
        assertThat(scene.lease(address).ends()).isEqualTo(Lease.NEVER);
    }

    @Test
    void anAddressIsSetAsideForEverWhereThatIsConfigured() {
        site.set(ABANDON_LEASE_TIME, Scope.INFINITE);
        Scene scene = new Scene(site);
        Guest guest = scene.guest(MAC);
        String address = guest.joins();
        guest.declines(address);
        assertThat(scene.lease(address).ends()).isEqualTo(Lease.NEVER);
    }

    @Test
    void aClientInsideOneSubnetGetsItsSubnetsTimes() {
        site.subnet(
                "10.0.2.0/24",
                net -> {
                    net.set(DEFAULT_LEASE_TIME, 777);
                    net.pool("10.0.2.10", "10.0.2.19");
                    net.pool("10.0.2.20", "10.0.2.20").set(DEFAULT_LEASE_TIME, 888);
                });
        Guest guest = new Scene(site).guest(MAC).behind("10.0.2.1");
        assertThat(seconds(guest.discovers("10.0.2.11"), DHCP_LEASE_TIME)).isEqualTo(777);
        guest = new Scene(site).guest(MAC).behind("10.0.2.1");
        assertThat(seconds(guest.discovers("10.0.2.20"), DHCP_LEASE_TIME)).isEqualTo(888);
    }

    @Test
    void aYoungLeaseIsAnsweredAsItStandsWithoutAWrite() {
        Scene scene = new Scene(site);
        Guest guest = scene.guest(MAC).wishes(1000);
        String address = guest.joins();
        Heard young = scene.pass(249).guest(MAC).wishes(1000).renews(address);
        assertThat(young.changes()).isEmpty();
        assertThat(young.why()).containsExactly(ReasonCode.ACK_RENEWING, ReasonCode.TIME_UNCHANGED);
        assertThat(seconds(young, DHCP_LEASE_TIME)).isEqualTo(751);
        Heard offer = scene.guest(MAC).wishes(1000).discovers();
        assertThat(offer.why()).endsWith(ReasonCode.TIME_UNCHANGED);
        assertThat(seconds(offer, DHCP_LEASE_TIME))
                .as("offered as it will be given")
                .isEqualTo(751);
        Heard old = scene.pass(1).guest(MAC).wishes(1000).renews(address);
        assertThat(old.changes()).hasSize(1);
        assertThat(seconds(old, DHCP_LEASE_TIME)).isEqualTo(1000);
    }

    @Test
    void aYoungLeaseIsWrittenWhenSomethingAboutItChanges() {
        Scene scene = new Scene(site);
        String address = scene.guest(MAC).wishes(1000).joins();
        scene.pass(100);
        assertThat(scene.guest(MAC).wishes(500).renews(address).changes()).hasSize(1);
        String name = "renamed";
        Guest renamed =
                scene.guest(MAC)
                        .wishes(500)
                        .with(b -> b.option(HOST_NAME, Guest.octets(name.chars().toArray())));
        assertThat(renamed.renews(address).changes()).hasSize(1);
        assertThat(renamed.renews(address).changes()).isEmpty();
    }

    @Test
    void everyRenewalIsWrittenWhereTheThresholdIsZero() {
        site.set(DHCP_CACHE_THRESHOLD, 0);
        Scene scene = new Scene(site);
        Guest guest = scene.guest(MAC);
        String address = guest.joins();
        assertThat(guest.renews(address).changes()).hasSize(1);
    }

    @Test
    void aLeaseForEverIsReservedWhereThatIsConfigured() {
        site.set(MAX_LEASE_TIME, Scope.INFINITE).set(INFINITE_IS_RESERVED, 1);
        Scene scene = new Scene(site);
        Guest guest = scene.guest(MAC).wishes(Scope.INFINITE);
        String address = guest.joins();
        assertThat(scene.lease(address).flags()).isEqualTo(Lease.RESERVED);
        guest.releases(address);
        scene.guest("02:00:00:00:00:0b").discovers(address).mustBe("OFFER 10.0.1.11");
        guest.discovers().mustBe("OFFER " + address);
    }

    @Test
    void theStartOfALeaseIsKeptOverItsRenewals() {
        Scene scene = new Scene(site);
        Guest guest = scene.guest(MAC);
        long started = scene.clock();
        String address = guest.joins();
        scene.pass(30_000);
        guest.renews(address);
        assertThat(scene.lease(address).starts()).isEqualTo(started);
        assertThat(scene.lease(address).cltt()).isEqualTo(started + 30_000);
    }
}
