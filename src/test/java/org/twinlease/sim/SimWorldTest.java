package org.twinlease.sim;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.twinlease.control.AlarmType;
import org.twinlease.control.AlarmView;
import org.twinlease.control.Counter;
import org.twinlease.control.LeaseView;
import org.twinlease.control.Query;
import org.twinlease.control.StoryLine;
import org.twinlease.sim.SimClient.Holding;
import org.twinlease.sim.SimClient.State;
import org.twinlease.value.BindingState;
import org.twinlease.value.Ip4;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;

import java.time.Duration;
import java.util.Objects;

/// Stories of one server and a few clients, told through real packets, a real journal and the
/// simulated rest.
final class SimWorldTest {

    private static final Ip4 FIRST = Ip4.of("10.0.1.0");

    @Test
    void aClientGetsAnAddressRenewsItHalfwayAndGivesItBack() {
        SimWorld world = new SimWorld(Setting.of(1));
        world.switchOn(0);
        seconds(world, 5);
        assertThat(holding(world, 0).address()).isEqualTo(FIRST);
        assertThat(lease(world, FIRST).state()).isEqualTo(BindingState.ACTIVE);

        long end = lease(world, FIRST).ends();
        seconds(world, 300);
        assertThat(world.client(0).state()).isEqualTo(State.BOUND);
        assertThat(lease(world, FIRST).ends()).isEqualTo(end + 300);

        world.release(0);
        seconds(world, 1);
        assertThat(lease(world, FIRST).state()).isEqualTo(BindingState.FREE);
        assertThat(world.client(0).holding()).isNull();
        world.check();
    }

    @Test
    void aClientThatMovesIsSentToItsNewNetworkAtOnce() {
        SimWorld world = new SimWorld(Setting.of(2).withClients(1, 1));
        world.switchOn(0);
        seconds(world, 5);
        world.move(0, 1);
        seconds(world, 15);
        assertThat(holding(world, 0).address()).isEqualTo(Ip4.of("10.1.1.0"));
        assertThat(world.transcript().text())
                .contains("Refused 10.0.1.0: the client is on 10.1.0.0/16 now");
    }

    @Test
    void aClientComesBackToTheAddressItHad() {
        SimWorld world = new SimWorld(Setting.of(3));
        for (int client = 0; client < 3; client++) world.switchOn(client);
        seconds(world, 5);
        Ip4 had = holding(world, 1).address();
        world.release(1);
        seconds(world, 60);
        world.switchOn(1);
        seconds(world, 5);
        assertThat(holding(world, 1).address()).isEqualTo(had);
    }

    @Test
    void aLeaseLastsAsLongAsItsClientThinks() {
        // Seconds are rounded down where leases end, and the client got its lease late in one.
        SimWorld world = new SimWorld(Setting.of(4).withPools(1, 10));
        world.run(Duration.ofMillis(900));
        world.switchOn(0);
        world.run(Duration.ofMillis(90));
        assertThat(holding(world, 0).untilTick()).isGreaterThan(10_900);
        world.switchOff(0);
        world.run(Duration.ofMillis(9_020));
        world.switchOn(1);
        world.run(Duration.ofMillis(500));
        assertThat(world.client(1).holding()).isNull();
        seconds(world, 30);
        assertThat(holding(world, 1).address()).isEqualTo(FIRST);
    }

    @Test
    void aLeaseEndsOnTimeThoughTheWallClockWentAheadAndBack() {
        SimWorld world = new SimWorld(Setting.of(13).withPools(2, 60));
        world.jump(Duration.ofHours(1));
        seconds(world, 5);
        world.jump(Duration.ofHours(-1));
        world.switchOn(0);
        seconds(world, 5);
        world.switchOff(0);
        seconds(world, 70);
        assertThat(lease(world, FIRST).state()).isEqualTo(BindingState.FREE);
    }

    @Test
    void nobodyIsAnsweredWhileTheDiskIsFullAndServiceResumesByItself() {
        SimWorld world = new SimWorld(Setting.of(5));
        world.switchOn(0);
        seconds(world, 5);
        world.disk().setFull(0);
        world.disk().setBroken(true);
        world.switchOn(1);
        seconds(world, 60);
        assertThat(world.client(1).holding()).isNull();
        assertThat(world.client(0).state()).as("goes on with what it has").isEqualTo(State.BOUND);
        assertThat(world.ask(new Query.Status()).alarms())
                .extracting(AlarmView::type)
                .containsExactly(AlarmType.DISK_FAILING);

        world.disk().setBroken(false);
        world.disk().setRoomy();
        seconds(world, 70);
        assertThat(holding(world, 1).address()).isEqualTo(Ip4.of("10.0.1.1"));
        assertThat(world.ask(new Query.Status()).alarms()).isEmpty();
        world.check();
    }

    @Test
    void whatTheDiskRefusedHasNotHappened() {
        SimWorld world = new SimWorld(Setting.of(12).withPools(2, 10));
        world.switchOn(0);
        seconds(world, 4);
        world.switchOff(0);
        world.disk().failNext(SimDisk.Op.SYNC);
        seconds(world, 30);
        assertThat(world.disk().count(SimDisk.Op.SYNC)).isGreaterThan(2);
        assertThat(lease(world, FIRST).state()).isEqualTo(BindingState.FREE);
        assertThat(world.ask(new Query.Counters()).get(Counter.EXPIRED)).isEqualTo(1);
        assertThat(world.ask(new Query.Story(FIRST)))
                .flatExtracting(StoryLine::reasons)
                .extracting(Reason::code)
                .containsOnlyOnce(ReasonCode.LEASE_EXPIRED);
        assertThat(world.transcript().text()).contains("The lease journal cannot be written");
    }

    @Test
    void leasesSurviveALossOfPowerAndNobodyElseGetsThem() {
        SimWorld world = new SimWorld(Setting.of(6));
        world.switchOn(0);
        world.switchOn(1);
        seconds(world, 5);
        Ip4 first = holding(world, 0).address();
        world.losePower(Duration.ofSeconds(10));
        world.switchOn(2);
        seconds(world, 60);
        assertThat(lease(world, first).state()).isEqualTo(BindingState.ACTIVE);
        assertThat(holding(world, 2).address()).isEqualTo(Ip4.of("10.0.1.2"));
        seconds(world, 300);
        assertThat(holding(world, 0).address()).isEqualTo(first);
    }

    @Test
    void anAddressThatAnswersAPingIsNotOfferedForAWhile() {
        SimWorld world = new SimWorld(Setting.of(7).withPingCheck());
        world.occupy(FIRST, true);
        world.switchOn(0);
        seconds(world, 10);
        assertThat(lease(world, FIRST).state()).isEqualTo(BindingState.ABANDONED);
        assertThat(holding(world, 0).address()).isEqualTo(Ip4.of("10.0.1.1"));
        var counters = world.ask(new Query.Counters());
        assertThat(counters.get(Counter.PINGS)).isEqualTo(2);
        assertThat(counters.get(Counter.PINGS_ANSWERED)).isEqualTo(1);

        world.occupy(FIRST, false);
        seconds(world, 601);
        assertThat(lease(world, FIRST).state()).isEqualTo(BindingState.FREE);
    }

    @Test
    void aClientThatFindsItsAddressTakenDeclinesItAndGetsAnother() {
        SimWorld world = new SimWorld(Setting.of(8));
        world.occupy(FIRST, true);
        world.switchOn(0);
        seconds(world, 20);
        assertThat(lease(world, FIRST).state()).isEqualTo(BindingState.ABANDONED);
        assertThat(holding(world, 0).address()).isEqualTo(Ip4.of("10.0.1.1"));
        assertThat(world.ask(new Query.Counters()).get(Counter.DECLINE)).isEqualTo(1);
    }

    @Test
    void whenThePoolIsEmptyTheNextClientWaitsForALeaseToEnd() {
        SimWorld world = new SimWorld(Setting.of(9).withPools(2, 60));
        for (int client = 0; client < 3; client++) world.switchOn(client);
        seconds(world, 50);
        assertThat(world.unserved()).as("nothing is free").isEmpty();
        world.switchOff(0);
        world.switchOff(1);
        world.switchOff(2);
        seconds(world, 60);
        for (int client = 0; client < 2; client++) world.switchOn(client);
        seconds(world, 10);
        assertThat(holding(world, 0).address()).isNotEqualTo(holding(world, 1).address());
    }

    @Test
    void theSameSeedTellsTheSameStoryAndAnotherSeedAnother() {
        Setting setting =
                Setting.of(10)
                        .withClients(6, 1)
                        .withPools(10, 60)
                        .withChangeEvery(20)
                        .withFaults(Faults.ALL);
        String once = story(setting);
        assertThat(story(setting)).isEqualTo(once);
        Setting other =
                Setting.of(11)
                        .withClients(6, 1)
                        .withPools(10, 60)
                        .withChangeEvery(20)
                        .withFaults(Faults.ALL);
        assertThat(story(other)).isNotEqualTo(once);
    }

    private static String story(Setting setting) {
        SimWorld world = new SimWorld(setting);
        world.run(Duration.ofMinutes(5));
        return world.transcript().text();
    }

    private static void seconds(SimWorld world, long count) {
        world.run(Duration.ofSeconds(count));
    }

    private static Holding holding(SimWorld world, int client) {
        return Objects.requireNonNull(world.client(client).holding(), "client " + client);
    }

    private static LeaseView lease(SimWorld world, Ip4 address) {
        return Objects.requireNonNull(world.<@Nullable LeaseView>ask(new Query.OneLease(address)));
    }
}
