package org.twinlease.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.twinlease.config.Site;
import org.twinlease.config.words.Parameter;
import org.twinlease.control.AlarmType;
import org.twinlease.control.AlarmView;
import org.twinlease.control.Command;
import org.twinlease.control.Counter;
import org.twinlease.control.Notice;
import org.twinlease.control.Outcome;
import org.twinlease.control.PacketView;
import org.twinlease.control.PoolView;
import org.twinlease.control.Query;
import org.twinlease.control.StoryLine;
import org.twinlease.dhcp.Plan;
import org.twinlease.sim.SimDisk;
import org.twinlease.value.BindingState;
import org.twinlease.value.Ip4;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The promise: on disk before anybody is told, and memory never ahead of a disk that said no.
class EngineTest {
    private final Site site = Site.small().set(Parameter.ABANDON_LEASE_TIME, 600);
    private final Server server;

    EngineTest() throws IOException {
        server = new Server(site);
    }

    private List<ReasonCode> lastReasons() {
        List<PacketView> packets = server.ask(new Query.RecentPackets(1));
        return packets.getFirst().reasons().stream().map(Reason::code).toList();
    }

    private List<AlarmType> alarms() {
        return server.ask(new Query.Status()).alarms().stream().map(AlarmView::type).toList();
    }

    @Test
    void aClientIsServedAndItsAckLeavesAfterTheSync() {
        server.batch(server.discover(1));
        assertThat(server.said()).isEqualTo("DHCPOFFER 10.0.1.10");
        long before = server.disk.syncs();
        server.batch(server.request(1, "10.0.1.10"));
        assertThat(server.said()).isEqualTo("DHCPACK 10.0.1.10");
        assertThat(server.syncsAtSend.getLast()).isGreaterThan(before);
    }

    @Test
    void aBatchOfManyIsOneSync() {
        Input[] requests = new Input[10];
        for (int i = 0; i < 10; i++) requests[i] = server.request(i + 1, "10.0.1.1" + i);
        long before = server.disk.syncs();
        server.batch(requests);
        assertThat(server.sent).hasSize(10);
        assertThat(server.syncsAtSend).containsOnly(before + 1);
    }

    @Test
    void nobodyIsAnsweredWhenTheSyncFailsAndMemoryIsAsItWas() {
        server.disk.failNext(SimDisk.Op.SYNC);
        server.batch(server.request(1, "10.0.1.10"), server.request(2, "10.0.1.11"));
        assertThat(server.said()).isEmpty();
        assertThat(server.state("10.0.1.10")).isEqualTo(BindingState.FREE);
        assertThat(lastReasons()).containsExactly(ReasonCode.SILENT_DISK);
        assertThat(server.notices).noneMatch(n -> n instanceof Notice.LeaseChanged);
        assertThat(server.notices).anyMatch(n -> n instanceof Notice.Alarm(var a) && !a.over());
    }

    @Test
    void whoTookUpAnOfferThatTheDiskRefusedIsStillTheOneItIsHeldFor() {
        server.batch(server.discover(1));
        server.pass(60_000);
        server.disk.failNext(SimDisk.Op.SYNC);
        server.batch(server.request(1, "10.0.1.10"));
        server.said();
        server.pass(1_000).batch(server.discover(2), server.request(3, "10.0.1.10"));
        assertThat(server.said())
                .as("not to others")
                .isEqualTo("DHCPOFFER 10.0.1.11, DHCPNAK 0.0.0.0");
        server.pass(100_000).batch(server.request(1, "10.0.1.10"));
        assertThat(server.said()).isEqualTo("DHCPACK 10.0.1.10");
    }

    @Test
    void anOfferThatWasTakenUpIsNotHeldAgainByALaterFailure() {
        server.batch(server.discover(1));
        server.batch(server.request(1, "10.0.1.10"));
        server.batch(server.release(1, "10.0.1.10"));
        server.disk.failNext(SimDisk.Op.SYNC);
        server.batch(server.request(2, "10.0.1.11"));
        server.said();
        server.pass(1_000).batch(server.request(3, "10.0.1.10"));
        assertThat(server.said()).isEqualTo("DHCPACK 10.0.1.10");
    }

    @Test
    void aPoolThatIsUsedUpToItsThresholdIsAnAlarmUntilItIsDownToTheLowerOne() throws IOException {
        Site watched =
                Site.small()
                        .set(Parameter.LOG_THRESHOLD_HIGH, 30)
                        .set(Parameter.LOG_THRESHOLD_LOW, 10);
        server.restart(watched);
        server.batch(server.request(1, "10.0.1.10"), server.request(2, "10.0.1.11"));
        server.pass(1_000);
        assertThat(alarms()).isEmpty();
        server.batch(server.request(3, "10.0.1.12"));
        server.pass(1_000);
        assertThat(alarms()).containsExactly(AlarmType.POOL_NEARLY_FULL);
        server.batch(server.release(3, "10.0.1.12"));
        server.pass(1_000);
        assertThat(alarms()).as("2 of 10 are more than 10 percent").isNotEmpty();
        server.batch(server.release(2, "10.0.1.11"));
        server.pass(1_000);
        assertThat(alarms()).isEmpty();
    }

    @Test
    void serviceResumesByItselfWhenTheDiskDoes() throws IOException {
        server.batch(server.request(1, "10.0.1.10"));
        server.said();
        server.disk.setBroken(true);
        server.batch(server.request(2, "10.0.1.11"));
        server.pass(1000).batch(server.discover(3), server.renew(1, "10.0.1.10"));
        assertThat(alarms()).containsExactly(AlarmType.DISK_FAILING);
        assertThat(server.ask(new Query.Status()).diskOk()).isFalse();
        assertThat(server.said())
                .as("a young lease is on disk already")
                .isEqualTo("DHCPACK 10.0.1.10");
        server.disk.setBroken(false);
        server.pass(1000).batch(server.request(2, "10.0.1.11"));
        assertThat(server.said()).isEqualTo("DHCPACK 10.0.1.11");
        assertThat(alarms()).isEmpty();
        server.restart(site);
        assertThat(server.state("10.0.1.11")).isEqualTo(BindingState.ACTIVE);
    }

    @Test
    void releaseAndDeclineTakeEffectOnlyWhenTheyAreDurable() {
        server.batch(server.request(1, "10.0.1.10"), server.request(2, "10.0.1.11"));
        server.disk.failNext(SimDisk.Op.SYNC);
        server.batch(server.release(1, "10.0.1.10"), server.decline(2, "10.0.1.11"));
        assertThat(server.state("10.0.1.10")).isEqualTo(BindingState.ACTIVE);
        assertThat(server.state("10.0.1.11")).isEqualTo(BindingState.ACTIVE);
        server.pass(1000).batch(server.release(1, "10.0.1.10"), server.decline(2, "10.0.1.11"));
        assertThat(server.state("10.0.1.10")).isEqualTo(BindingState.FREE);
        assertThat(server.state("10.0.1.11")).isEqualTo(BindingState.ABANDONED);
    }

    @Test
    void anAddressIsPingedAndOfferedAfterItsSilence() {
        server.pings = true;
        server.batch(server.discover(1));
        assertThat(server.said()).isEmpty();
        assertThat(server.pinged).containsExactly(Ip4.of("10.0.1.10"));
        server.batch(server.discover(1));
        assertThat(lastReasons()).containsExactly(ReasonCode.SILENT_PING_PENDING);
        assertThat(server.engine.nextWakeTick()).isLessThanOrEqualTo(2_000);
        server.pass(999);
        assertThat(server.said()).isEmpty();
        server.pass(1);
        assertThat(server.said()).isEqualTo("DHCPOFFER 10.0.1.10");
    }

    @Test
    void anAddressThatAnswersIsSetAsideAndAnotherOneIsOffered() {
        server.pings = true;
        server.batch(server.discover(1));
        server.batch(new Input.PingAnswered(Ip4.of("10.0.1.10")));
        assertThat(server.state("10.0.1.10")).isEqualTo(BindingState.ABANDONED);
        assertThat(server.pinged).containsExactly(Ip4.of("10.0.1.10"), Ip4.of("10.0.1.11"));
        server.pass(1000);
        assertThat(server.said()).isEqualTo("DHCPOFFER 10.0.1.11");
        server.batch(new Input.PingAnswered(Ip4.of("10.0.1.11")));
        assertThat(server.state("10.0.1.11")).as("too late").isEqualTo(BindingState.FREE);
        assertThat(server.count(Counter.PINGS)).isEqualTo(2);
        assertThat(server.count(Counter.PINGS_ANSWERED)).isEqualTo(1);
        server.pass(601_000);
        assertThat(server.state("10.0.1.10")).isEqualTo(BindingState.FREE);
    }

    @Test
    void aLeaseEndsWhenItsTimeIsOverAndTheStoryTellsIt() {
        server.batch(server.discover(1));
        server.batch(server.request(1, "10.0.1.10"));
        server.pass(43_199_000);
        assertThat(server.state("10.0.1.10")).isEqualTo(BindingState.ACTIVE);
        server.pass(3_000);
        assertThat(server.state("10.0.1.10")).isEqualTo(BindingState.FREE);
        assertThat(server.count(Counter.EXPIRED)).isEqualTo(1);
        List<StoryLine> story = server.ask(new Query.Story(Ip4.of("10.0.1.10")));
        assertThat(story)
                .extracting(l -> l.reasons().getFirst().code())
                .containsExactly(
                        ReasonCode.OFFER_LONGEST_UNUSED,
                        ReasonCode.ACK_SELECTING,
                        ReasonCode.LEASE_EXPIRED);
        assertThat(story).extracting(StoryLine::answer).containsExactly("DHCPOFFER", "DHCPACK", "");
    }

    @Test
    void anEndThatDidNotGetToTheDiskIsNotTold() {
        server.batch(server.request(1, "10.0.1.10"));
        server.disk.failNext(SimDisk.Op.SYNC);
        server.pass(43_202_000);
        assertThat(server.state("10.0.1.10")).isEqualTo(BindingState.ACTIVE);
        assertThat(server.count(Counter.EXPIRED)).isZero();
        assertThat(server.ask(new Query.Story(Ip4.of("10.0.1.10")))).hasSize(1);
        server.pass(2_000);
        server.pass(2_000);
        assertThat(server.state("10.0.1.10")).isEqualTo(BindingState.FREE);
        assertThat(server.count(Counter.EXPIRED)).isEqualTo(1);
    }

    @Test
    void anOperatorReleasesAndUnabandonsOrHearsWhyNot() {
        server.batch(server.request(1, "10.0.1.10"), server.request(2, "10.0.1.11"));
        server.batch(server.decline(2, "10.0.1.11"));
        Ip4 leased = Ip4.of("10.0.1.10");
        Ip4 abandoned = Ip4.of("10.0.1.11");
        assertThat(server.order(new Command.Unabandon(leased)).getFirst())
                .isEqualTo(new Outcome.Refused("10.0.1.10 is not abandoned: it is active."));
        assertThat(server.order(new Command.Release(abandoned)).getFirst())
                .isEqualTo(new Outcome.Refused("Nobody holds 10.0.1.11: it is abandoned."));
        assertThat(server.order(new Command.Release(Ip4.of("10.9.9.9"))).getFirst())
                .isEqualTo(new Outcome.Refused("10.9.9.9 is in no pool of this server."));
        assertThat(server.order(new Command.Release(leased))).containsExactly(new Outcome.Done());
        assertThat(server.order(new Command.Unabandon(abandoned)))
                .containsExactly(new Outcome.Done());
        assertThat(server.state("10.0.1.10")).isEqualTo(BindingState.FREE);
        assertThat(server.state("10.0.1.11")).isEqualTo(BindingState.FREE);
    }

    @Test
    void anOrderThatDidNotGetToTheDiskIsRefusedOnce() {
        server.batch(server.request(1, "10.0.1.10"));
        server.disk.setBroken(true);
        assertThat(server.order(new Command.Release(Ip4.of("10.0.1.10"))))
                .singleElement()
                .isInstanceOf(Outcome.Refused.class);
        assertThat(server.order(new Command.Release(Ip4.of("10.0.1.10"))))
                .singleElement()
                .isInstanceOf(Outcome.Refused.class);
        assertThat(server.state("10.0.1.10")).isEqualTo(BindingState.ACTIVE);
    }

    @Test
    void aQuestionIsAnsweredFromWhatIsOnDisk() {
        server.disk.failNext(SimDisk.Op.SYNC);
        List<BindingState> seen = new ArrayList<>();
        server.batch(
                server.request(1, "10.0.1.10"),
                new Input.Question<>(
                        new Query.OneLease(Ip4.of("10.0.1.10")),
                        lease -> seen.add(lease == null ? BindingState.RESET : lease.state())));
        assertThat(seen).containsExactly(BindingState.FREE);
    }

    @Test
    void aRestartKeepsLeasesAndForgetsOffers() throws IOException {
        server.batch(server.request(1, "10.0.1.10"), server.discover(2));
        server.restart(site);
        server.said();
        server.batch(server.renew(1, "10.0.1.10"), server.request(2, "10.0.1.11"));
        assertThat(server.said()).isEqualTo("DHCPACK 10.0.1.10, DHCPACK 10.0.1.11");
    }

    @Test
    void aNewPlanKeepsLeasesStraysAndOffers() throws IOException {
        server.batch(server.request(1, "10.0.1.19"), server.discover(2));
        Site smaller = new Site().subnet("10.0.1.0/24", net -> net.pool("10.0.1.10", "10.0.1.14"));
        server.batch(new Input.NewPlan(new Plan(smaller.config())));
        server.said();
        server.batch(server.discover(3));
        assertThat(server.said()).as(".10 is offered to 2").isEqualTo("DHCPOFFER 10.0.1.11");
        server.restart(smaller);
        server.batch(new Input.NewPlan(new Plan(site.config())));
        assertThat(server.state("10.0.1.19")).isEqualTo(BindingState.ACTIVE);
    }

    @Test
    void aClientOfOneLeaseIsToldOfWhyTheOtherWasTakenBack() throws IOException {
        Server strict = new Server(site.set(Parameter.ONE_LEASE_PER_CLIENT, 1));
        strict.batch(strict.request(1, "10.0.1.10"));
        strict.batch(strict.request(1, "10.0.1.11"));
        assertThat(strict.notices)
                .anyMatch(
                        n ->
                                n instanceof Notice.LeaseChanged(var lease, var why, var _, var _)
                                        && lease.address().equals(Ip4.of("10.0.1.10"))
                                        && why.code() == ReasonCode.LEASE_REPLACED);
        List<StoryLine> story = strict.ask(new Query.Story(Ip4.of("10.0.1.10")));
        assertThat(story.getLast().reasons().getFirst().code())
                .isEqualTo(ReasonCode.LEASE_REPLACED);
    }

    @Test
    void malformedAndOversizePacketsAreCountedWithAReason() {
        byte[] strange = server.discover(1).bytes();
        strange[242] = 13;
        byte[] offer = server.discover(1).bytes();
        offer[242] = 2;
        server.batch(
                server.datagram(new byte[10]),
                server.datagram(new byte[65_508]),
                server.datagram(strange),
                server.datagram(offer));
        assertThat(server.count(Counter.RECEIVED)).isEqualTo(4);
        assertThat(server.count(Counter.MALFORMED)).isEqualTo(2);
        assertThat(server.count(Counter.SILENT)).isEqualTo(4);
        assertThat(server.count(Counter.BOOTREQUEST)).isZero();
        assertThat(server.said()).isEmpty();
        assertThat(server.ask(new Query.RecentPackets(10)))
                .hasSize(4)
                .allMatch(p -> !p.reasons().isEmpty());
    }

    @Test
    void poolsCountWhatIsOfferedAsPartOfWhatIsFree() {
        server.batch(server.request(1, "10.0.1.10"), server.discover(2), server.discover(1));
        PoolView pool = server.ask(new Query.Pools()).getFirst();
        assertThat(pool.size()).isEqualTo(10);
        assertThat(pool.active()).isEqualTo(1);
        assertThat(pool.free()).isEqualTo(9);
        assertThat(pool.offered()).isEqualTo(1);
    }

    @Test
    void anEmptyPoolIsAnAlarmUntilSomethingIsFreeAgain() {
        for (int i = 0; i < 10; i++) server.batch(server.request(i + 1, "10.0.1.1" + i));
        server.pass(1_000);
        assertThat(alarms()).containsExactly(AlarmType.POOL_EMPTY);
        server.batch(server.release(1, "10.0.1.10"));
        server.pass(1_000);
        assertThat(alarms()).isEmpty();
    }

    @Test
    void leasesAreReadPageByPage() {
        server.batch(server.request(1, "10.0.1.10"), server.request(2, "10.0.1.15"));
        var page = server.ask(new Query.Leases(Ip4.ZERO, 1, false));
        assertThat(page.leases()).singleElement().matches(l -> l.state() == BindingState.ACTIVE);
        assertThat(page.next()).hasToString("10.0.1.11");
        assertThat(server.ask(new Query.Leases(Ip4.of("10.0.1.11"), 9, false)).leases()).hasSize(1);
        assertThat(server.ask(new Query.Leases(Ip4.ZERO, 99, true)).leases()).hasSize(10);
        assertThat(server.ask(new Query.OneLease(Ip4.of("10.0.9.9")))).isNull();
    }

    @Test
    void aRingKeepsTheNewestAndNoMore() {
        Ring<Integer> ring = new Ring<>(3);
        assertThat(ring.newest(5, _ -> true)).isEmpty();
        for (int i = 1; i <= 5; i++) ring.add(i);
        assertThat(ring.newest(9, _ -> true)).containsExactly(3, 4, 5);
        assertThat(ring.newest(2, _ -> true)).containsExactly(4, 5);
        assertThat(ring.newest(9, n -> n != 4)).containsExactly(3, 5);
        assertThat(ring.newest(-1, _ -> true)).isEmpty();
    }
}
