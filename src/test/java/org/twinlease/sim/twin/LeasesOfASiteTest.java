package org.twinlease.sim.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.twinlease.sim.twin.Watched.NOON;
import static org.twinlease.sim.twin.Watched.site;

import org.junit.jupiter.api.Test;
import org.twinlease.control.LeasePage;
import org.twinlease.control.LeaseView;
import org.twinlease.control.Query;
import org.twinlease.lease.Lease;
import org.twinlease.sim.twin.Happening.Answered;
import org.twinlease.sim.twin.Happening.Doubled;
import org.twinlease.sim.twin.Happening.Refused;
import org.twinlease.value.BindingState;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.ServerState;

import java.util.ArrayList;
import java.util.List;

/// A twin that begins with leases from files.
final class LeasesOfASiteTest {

    private static final long THEN = 1_700_000_000;
    private static final Ip4 FIRST = Ip4.of("10.0.1.0");

    /// Leases of ten minutes, given one second after the other until THEN.
    private static List<Lease> leases(int count) {
        List<Lease> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long starts = THEN - i;
            all.add(
                    new Lease(
                            new Ip4(FIRST.bits() + i),
                            BindingState.ACTIVE,
                            0,
                            HardwareAddress.ethernet(0x02_aa_00_00_00_00L + i),
                            null,
                            null,
                            null,
                            starts,
                            starts + 600,
                            starts,
                            starts + 900,
                            starts + 900,
                            0));
        }
        return all;
    }

    @Test
    void leasesAreAsOldAsTheyWereWhenTheDrillBegins() {
        Watched twin = new Watched(site(100).with(leases(20), null), 1);
        assertThat(twin.world.state(0)).isEqualTo(ServerState.NORMAL);
        for (int server = 0; server < 2; server++) {
            LeasePage page = twin.world.ask(server, new Query.Leases(Ip4.ZERO, 100, false));
            assertThat(page.leases()).hasSize(20);
            LeaseView newest = page.leases().getFirst();
            assertThat(newest.address()).isEqualTo(FIRST);
            assertThat(newest.ends())
                    .isBetween(TwinWorld.epoch(NOON) + 470, TwinWorld.epoch(NOON) + 480);
        }
    }

    @Test
    void theirClientsGoOnAsIfNothingHadHappened() {
        Watched twin = new Watched(site(100).with(leases(20), null), 1);
        assertThat(twin.world.count()).isEqualTo(new TwinWorld.Count(20, 20, 0));
        twin.minutes(10);
        assertThat(twin.all(Answered.class)).hasSizeGreaterThanOrEqualTo(20);
        assertThat(twin.all(Answered.class)).allMatch(Answered::renews);
        assertThat(twin.all(Refused.class)).isEmpty();
        assertThat(twin.world.lost()).isEmpty();
    }

    /// Leases of machines whose hardware addresses are those that a twin gives its own clients.
    @Test
    void whoIsNewIsNobodyOfTheLeases() {
        List<Lease> known =
                leases(20).stream()
                        .map(
                                lease ->
                                        lease.withClient(
                                                HardwareAddress.ethernet(
                                                        0x02_00_00_00_00_00L
                                                                + lease.address().bits()
                                                                - FIRST.bits()
                                                                + 20),
                                                null))
                        .toList();
        Watched twin =
                new Watched(site(200).with(known, null), 1, new Group(Person.Kind.NEW, 4, 1200));
        twin.minutes(30);
        assertThat(twin.all(Answered.class)).anyMatch(each -> !each.renews());
        assertThat(twin.all(Doubled.class)).isEmpty();
        assertThat(twin.world.lost()).isEmpty();
    }

    @Test
    void whoShouldHaveRenewedAndHasNotIsAsleep() {
        List<Lease> old =
                leases(400).stream().filter(lease -> lease.starts() < THEN - 350).toList();
        List<Lease> all = new ArrayList<>(old);
        all.addAll(leases(3));
        Watched twin = new Watched(site(1000).with(null, all), 1);
        assertThat(twin.world.count().on()).isEqualTo(3);
        assertThat(twin.world.ask(0, new Query.Leases(Ip4.ZERO, 100, false)).leases())
                .hasSize(old.size() + 3);
    }

    @Test
    void theDrillBeginsWhenTheTwoHaveToldEachOtherWhatTheyOwe() {
        // Five free addresses of twenty-five are the secondary's; leases that were told and not
        // acknowledged are owed too.
        assertThat(site(30).with(leases(20), null).owed()).isEqualTo(20 + 5);
        List<Lease> divided =
                List.of(Lease.unused(Ip4.of("10.0.1.29")).withState(BindingState.BACKUP));
        assertThat(site(30).with(divided, null).owed()).isZero();
        Watched twin = new Watched(site(20_000).with(leases(2_000), null), 1);
        assertThat(twin.world.pair(0).link().unacknowledged()).isLessThan(100);
        assertThat(twin.world.ask(1, new Query.Pools()).getFirst().backup()).isGreaterThan(8_900L);
    }

    @Test
    void whatTheOneHasToldTheOtherWasTold() {
        Lease lease = leases(1).getFirst().withTimes(11, 22, 33);
        Site twins = site(100).with(List.of(lease), null);
        assertThat(twins.secondaryLeases()).containsExactly(lease.withTimes(22, 11, 11));
        assertThat(twins.asOf()).isEqualTo(THEN);
        assertThat(twins.hasLeases()).isTrue();
        assertThat(site(100).hasLeases()).isFalse();
    }

    @Test
    void addressesThatAreNamesOrTheSameAreReplacedByOnesOfDocumentation() {
        Site demo = site(10);
        assertThat(demo.address(0)).isEqualTo(Ip4.of("192.0.2.1"));
        assertThat(demo.address(1)).isEqualTo(Ip4.of("192.0.2.2"));
        assertThat(demo.mclt()).isEqualTo(300);
        assertThat(demo.leaseSeconds()).isEqualTo(600);
    }

    @Test
    void aNetworkIsReachedThroughItsRouter() {
        List<Place> places = Place.of(site(10).primary());
        assertThat(places).hasSize(1);
        assertThat(places.getFirst().relay()).isEqualTo(Ip4.of("10.0.0.254"));
        assertThat(places.getFirst().holds(Ip4.of("10.0.200.1"))).isTrue();
        assertThat(places.getFirst().holds(Ip4.of("10.1.0.1"))).isFalse();
    }
}
