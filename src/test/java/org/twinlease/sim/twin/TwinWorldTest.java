package org.twinlease.sim.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.twinlease.sim.twin.Watched.NOON;
import static org.twinlease.sim.twin.Watched.renewing;
import static org.twinlease.sim.twin.Watched.site;

import org.junit.jupiter.api.Test;
import org.twinlease.control.Command;
import org.twinlease.control.Outcome;
import org.twinlease.sim.SimDisk;
import org.twinlease.sim.twin.Happening.Answered;
import org.twinlease.sim.twin.Happening.Doubled;
import org.twinlease.sim.twin.Happening.Ended;
import org.twinlease.sim.twin.Happening.Power;
import org.twinlease.sim.twin.Happening.Refused;
import org.twinlease.sim.twin.TwinWorld.Waiting;
import org.twinlease.value.ServerState;

/// What can be done to a twin, and what its servers and clients make of it.
final class TwinWorldTest {

    @Test
    void aTwinBeginsInNormalWithAllClientsServedByBoth() {
        Watched twin = new Watched(site(100), 1, renewing(20));
        assertThat(twin.world.millis()).isZero();
        assertThat(twin.world.wallSeconds()).isEqualTo(TwinWorld.epoch(NOON));
        assertThat(twin.world.state(0)).isEqualTo(ServerState.NORMAL);
        assertThat(twin.world.state(1)).isEqualTo(ServerState.NORMAL);
        assertThat(twin.world.count()).isEqualTo(new TwinWorld.Count(20, 20, 0));
        assertThat(twin.world.servedBy(0)).isBetween(4, 16);
        assertThat(twin.world.servedBy(0) + twin.world.servedBy(1)).isEqualTo(20);
        assertThat(twin.told).isEmpty();
    }

    @Test
    void clientsRenewHalfwayThroughTheirLeases() {
        Watched twin = new Watched(site(100), 1, renewing(20));
        twin.minutes(10);
        assertThat(twin.all(Answered.class)).hasSizeBetween(38, 44);
        assertThat(twin.all(Answered.class)).allMatch(Answered::renews);
        assertThat(twin.all(Answered.class))
                .allMatch(each -> each.waitedMillis() < 100 && each.seconds() > 590);
    }

    @Test
    void newClientsComeAndGo() {
        Watched twin = new Watched(site(200), 1, new Group(Person.Kind.NEW, 4, 120));
        int before = twin.world.count().on();
        twin.minutes(20);
        assertThat(before).isPositive();
        assertThat(twin.world.count().on()).isLessThan(30);
        assertThat(twin.all(Answered.class).stream().filter(each -> !each.renews()).count())
                .isBetween(50L, 110L);
        twin.world.arrive(0, 60);
        twin.minutes(60);
        assertThat(twin.world.count().on()).isZero();
    }

    @Test
    void sleepersWakeWithTheAddressThatTheyHadOrAskForIt() {
        Watched twin = new Watched(site(100), 1, new Group(Person.Kind.SLEEPING, 30, 0));
        twin.minutes(240);
        assertThat(twin.world.count().on()).isBetween(2, 25);
        assertThat(twin.all(Answered.class)).isNotEmpty();
        assertThat(twin.all(Ended.class)).isEmpty();
        assertThat(twin.all(Refused.class)).isEmpty();
    }

    @Test
    void whoRoamsIsServedWhereverHeIs() {
        Site three = new DemoSite(java.util.Map.of("mclt", 300L), 600, 50, 50, 3).site();
        Watched twin = new Watched(three, 1, new Group(Person.Kind.ROAMING, 6, 0));
        twin.minutes(120);
        assertThat(twin.all(Answered.class).stream().map(each -> each.address().bits() >>> 16))
                .contains(10 << 8, 10 << 8 | 1, 10 << 8 | 2);
        // That it must give up the address of another network is no refusal.
        assertThat(twin.all(Refused.class)).isEmpty();
    }

    @Test
    void whoMisbehavesTakesOneAddressAfterTheOther() {
        Watched twin = new Watched(site(100), 1, new Group(Person.Kind.MISBEHAVING, 3, 0));
        twin.minutes(60);
        assertThat(twin.all(Answered.class).stream().map(Answered::address).distinct().count())
                .isGreaterThan(10);
    }

    @Test
    void aServerThatIsKilledIsMissedAtOnceAndOneWithoutPowerLater() {
        Watched killed = new Watched(site(100), 1, renewing(5));
        killed.world.kill(1);
        killed.minutes(0.5);
        assertThat(killed.world.isUp(1)).isFalse();
        assertThat(killed.world.state(0)).isEqualTo(ServerState.COMMUNICATIONS_INTERRUPTED);
        Watched dark = new Watched(site(100), 1, renewing(5));
        dark.world.losePower(1);
        dark.minutes(0.5);
        assertThat(dark.world.state(0)).isEqualTo(ServerState.NORMAL);
        dark.minutes(1);
        assertThat(dark.world.state(0)).isEqualTo(ServerState.COMMUNICATIONS_INTERRUPTED);
        dark.world.start(1);
        dark.minutes(1);
        assertThat(dark.world.state(0)).isEqualTo(ServerState.NORMAL);
        assertThat(dark.all(Power.class))
                .containsExactly(
                        new Power(1, false, "without power"), new Power(1, true, "started"));
    }

    @Test
    void whatIsDownCannotBeKilledAgain() {
        Watched twin = new Watched(site(100), 1);
        twin.world.stop(0);
        twin.world.kill(0);
        twin.world.losePower(0);
        assertThat(twin.all(Power.class)).containsExactly(new Power(0, false, "stopped"));
    }

    @Test
    void aCutLinkIsAMatterOfTheServersAlone() {
        Watched twin = new Watched(site(100), 1, renewing(20));
        twin.world.cutLink(true);
        twin.minutes(12);
        assertThat(twin.world.isLinkCut()).isTrue();
        assertThat(twin.world.state(0)).isEqualTo(ServerState.COMMUNICATIONS_INTERRUPTED);
        assertThat(twin.world.state(1)).isEqualTo(ServerState.COMMUNICATIONS_INTERRUPTED);
        assertThat(twin.world.count().served()).isEqualTo(20);
        twin.world.cutLink(false);
        twin.minutes(1);
        assertThat(twin.world.state(1)).isEqualTo(ServerState.NORMAL);
    }

    @Test
    void aBlockedPortKeepsThePairApartOnlyWhereNoOtherWayIsLeft() {
        Watched one = new Watched(site(100), 1);
        one.world.blockPort(0, true);
        one.minutes(5);
        boolean apart = one.world.state(0) != ServerState.NORMAL;
        one.world.blockPort(1, true);
        one.minutes(5);
        assertThat(one.world.state(0)).isEqualTo(ServerState.COMMUNICATIONS_INTERRUPTED);
        assertThat(one.world.state(1)).isEqualTo(ServerState.COMMUNICATIONS_INTERRUPTED);
        one.world.blockPort(0, false);
        one.world.blockPort(1, false);
        one.minutes(2);
        assertThat(one.world.state(0)).isEqualTo(ServerState.NORMAL);
        // Whichever end has opened the connection: one blocked port leaves the other.
        assertThat(apart).isFalse();
    }

    @Test
    void aServerCutFromItsClientsLeavesThemToTheOther() {
        Watched twin = new Watched(site(100), 1, renewing(20));
        twin.world.cutClients(0, true);
        twin.minutes(12);
        assertThat(twin.world.isCutFromClients(0)).isTrue();
        assertThat(twin.world.state(0)).isEqualTo(ServerState.NORMAL);
        assertThat(twin.world.servedBy(1)).isEqualTo(20);
        twin.world.cutClients(0, false);
        assertThat(twin.world.isCutFromClients(0)).isFalse();
    }

    @Test
    void clientsWaitWhileNobodyAnswers() {
        Watched twin = new Watched(site(100), 1, renewing(20));
        twin.world.cutClients(0, true);
        twin.world.cutClients(1, true);
        twin.minutes(4);
        assertThat(twin.world.waiting()).isNotEmpty().anyMatch(Waiting::renews);
        twin.minutes(8);
        assertThat(twin.world.waiting()).hasSize(20).noneMatch(Waiting::renews);
        assertThat(twin.all(Ended.class)).hasSize(20);
        assertThat(twin.world.count()).isEqualTo(new TwinWorld.Count(20, 0, 20));
        twin.world.heal();
        twin.minutes(2);
        assertThat(twin.world.waiting()).isEmpty();
    }

    @Test
    void aClockThatIsSetWrongIsToldToThePartner() {
        Watched twin = new Watched(site(100), 1);
        twin.world.skew(1, 300);
        twin.world.stop(0);
        twin.world.start(0);
        twin.minutes(2);
        assertThat(twin.world.pair(0).link().trouble()).isNotNull();
        twin.world.skew(1, 0);
        twin.minutes(2);
        assertThat(twin.world.state(0)).isEqualTo(ServerState.NORMAL);
    }

    @Test
    void aDiskThatFailsSilencesItsServer() {
        Watched twin = new Watched(site(100), 1, renewing(20));
        twin.world.breakDisk(0);
        twin.minutes(12);
        assertThat(twin.world.servedBy(1)).isEqualTo(20);
        twin.world.mendDisk(0);
        twin.minutes(2);
        assertThat(twin.world.state(0)).isEqualTo(ServerState.NORMAL);
    }

    @Test
    void aServerThatIsSlowAnswersLate() {
        Watched twin = new Watched(site(100), 1, renewing(20));
        twin.world.slow(0, 2000);
        twin.world.slow(1, 2000);
        twin.minutes(6);
        assertThat(twin.all(Answered.class)).isNotEmpty();
        assertThat(twin.all(Answered.class).getLast().waitedMillis()).isGreaterThan(1900);
    }

    @Test
    void anOldDiskForgetsWhatCameAfterIt() {
        Watched twin = new Watched(site(100), 1, new Group(Person.Kind.NEW, 3, 3600));
        SimDisk.Image first = twin.world.image(0);
        SimDisk.Image second = twin.world.image(1);
        twin.minutes(5);
        twin.world.kill(0);
        twin.world.kill(1);
        twin.world.restore(0, first);
        twin.world.restore(1, second);
        assertThat(twin.world.lost()).isNotEmpty();
        twin.world.start(0);
        twin.world.start(1);
        assertThat(twin.world.lost()).isNotEmpty();
    }

    @Test
    void whatADeadServerHasOnDiskIsNotLost() {
        Watched twin = new Watched(site(100), 1, renewing(20));
        twin.world.kill(0);
        twin.world.kill(1);
        assertThat(twin.world.lost()).isEmpty();
        twin.world.loseLeases(0);
        assertThat(twin.world.lost()).isEmpty();
        twin.world.loseLeases(1);
        assertThat(twin.world.lost()).hasSize(20);
    }

    @Test
    void aServerWithoutItsLeasesFetchesThemAndWaitsForMclt() {
        Watched twin = new Watched(site(100), 1, renewing(20));
        twin.world.kill(1);
        twin.world.loseLeases(1);
        twin.world.start(1);
        twin.minutes(1);
        assertThat(twin.world.state(1)).isEqualTo(ServerState.RECOVER_WAIT);
        assertThat(twin.world.lost()).isEmpty();
        twin.minutes(5);
        assertThat(twin.world.state(1)).isEqualTo(ServerState.NORMAL);
    }

    @Test
    void partnerDownThatIsWrongDoublesAddresses() {
        Watched twin = new Watched(site(60), 1, renewing(20), new Group(Person.Kind.NEW, 3, 300));
        twin.world.cutLink(true);
        twin.minutes(2);
        Command order = new Command.PartnerDown(twin.world.name(), twin.world.wallSeconds());
        assertThat(twin.world.order(0, order)).isEqualTo(new Outcome.Done());
        twin.minutes(60);
        assertThat(twin.all(Doubled.class)).isNotEmpty();
        Doubled first = twin.all(Doubled.class).getFirst();
        assertThat(first.first()).isNotEqualTo(first.second());
        assertThat(first.firstBy()).isNotEqualTo(first.secondBy());
    }

    @Test
    void whoIsDownTakesNoOrder() {
        Watched twin = new Watched(site(60), 1);
        twin.world.kill(0);
        assertThat(twin.world.order(0, new Command.Rebalance(twin.world.name()))).isNull();
    }

    @Test
    void whenThePowerOfAllClientsComesBackEachAsksAgain() {
        Watched twin = new Watched(site(100), 1, renewing(20));
        twin.world.storm();
        assertThat(twin.world.count().served()).isZero();
        twin.minutes(0.2);
        assertThat(twin.world.count().served()).isEqualTo(20);
        assertThat(twin.all(Answered.class)).hasSizeGreaterThanOrEqualTo(20);
    }

    @Test
    void equalMakingsTellTheSame() {
        Watched one = new Watched(site(100), 9, renewing(10), new Group(Person.Kind.NEW, 2, 200));
        Watched two = new Watched(site(100), 9, renewing(10), new Group(Person.Kind.NEW, 2, 200));
        one.minutes(30);
        two.minutes(30);
        assertThat(one.told).hasSizeGreaterThan(100).isEqualTo(two.told);
    }
}
