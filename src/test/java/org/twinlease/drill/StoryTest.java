package org.twinlease.drill;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.twinlease.control.AlarmType;
import org.twinlease.control.AlarmView;
import org.twinlease.control.FailoverView;
import org.twinlease.control.Notice;
import org.twinlease.control.PacketView;
import org.twinlease.drill.script.Kind;
import org.twinlease.sim.twin.Happening;
import org.twinlease.sim.twin.Person;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;
import org.twinlease.value.ServerState;

import java.util.List;

/// What is worth a line, and what led to what.
final class StoryTest {

    private static final long NOON = 43_200;
    private static final HardwareAddress HARDWARE = HardwareAddress.ethernet(0x02_00_00_00_00_05L);
    private static final Person ANN = new Person(0, Person.Kind.NEW, "new 1", HARDWARE);
    private static final Client CLIENT = new Client(Kind.NEW, "new 1", HARDWARE);
    private static final Ip4 ADDRESS = Ip4.of("10.0.1.7");

    private final Causes causes = new Causes();
    private final Story story = new Story(causes);

    private List<String> told() {
        return story.lines().stream().map(Line::text).toList();
    }

    private static Notice pair(ServerState state, boolean starting, String why) {
        FailoverView.Link link =
                new FailoverView.Link(null, true, null, 0, 0, 10, -1, -1, 0L, 0, -1, 0, 0, 0);
        Reason reason = Reason.of(ReasonCode.PAIR_LINK_LOST, "demo", why);
        FailoverView view =
                new FailoverView(
                        "demo",
                        true,
                        state,
                        starting,
                        0,
                        reason,
                        ServerState.NORMAL,
                        0,
                        600,
                        List.of(0),
                        -1,
                        link);
        return new Notice.PairChanged(view, reason, 0);
    }

    private static PacketView packet(Reason... reasons) {
        return new PacketView(
                1,
                0,
                "DHCPDISCOVER",
                null,
                HARDWARE,
                null,
                null,
                ADDRESS,
                Ip4.ZERO,
                1,
                -1,
                List.of(reasons));
    }

    private static final Reason DRY = Reason.of(ReasonCode.SILENT_NO_FREE, "10.0.0.0/16");
    private static final Reason OPENS =
            Reason.of(ReasonCode.SILENT_PARTNER_OPENS, "demo", 12L, 43_800L);

    @Test
    void aStateIsToldWhenItChangesWithItsReason() {
        story.begins(0, "normal");
        story.notice(NOON, 0, pair(ServerState.NORMAL, false, "reset"));
        story.notice(NOON, 0, pair(ServerState.COMMUNICATIONS_INTERRUPTED, false, "reset"));
        assertThat(told())
                .containsExactly(
                        "12:00:00  A     normal -> communications-interrupted. The connection to"
                                + " the partner of demo was lost: reset.");
        assertThat(story.state(0)).isEqualTo("communications-interrupted");
    }

    @Test
    void bothAreNormalWhenBothAre() {
        story.begins(0, "normal");
        story.begins(1, "normal");
        assertThat(story.isNormal()).isTrue();
        story.power(NOON, new Happening.Power(1, false, "killed"));
        assertThat(story.isNormal()).isFalse();
        assertThat(story.state(1)).isEqualTo(Sample.DOWN);
        story.power(NOON, new Happening.Power(1, true, "started"));
        assertThat(story.state(1)).isEqualTo("startup");
        story.notice(NOON, 1, pair(ServerState.NORMAL, true, ""));
        assertThat(story.isNormal()).isFalse();
        story.notice(NOON, 1, pair(ServerState.NORMAL, false, ""));
        assertThat(story.isNormal()).isTrue();
    }

    @Test
    void aSilenceIsToldOnceUntilSomethingIsDone() {
        story.notice(NOON, 0, new Notice.PacketSeen(packet(DRY)));
        story.notice(NOON + 1, 0, new Notice.PacketSeen(packet(DRY)));
        story.act(NOON + 2, "kill B");
        story.notice(NOON + 3, 0, new Notice.PacketSeen(packet(DRY)));
        assertThat(told())
                .containsExactly(
                        "12:00:00  A     DHCPDISCOVER. No answer: every address of 10.0.0.0/16 that"
                                + " this client may have is in use.",
                        "12:00:02  act   kill B",
                        "12:00:03  A     DHCPDISCOVER. No answer: every address of 10.0.0.0/16 that"
                                + " this client may have is in use.");
    }

    @Test
    void howAPairSharesItsClientsIsNoTrouble() {
        Reason partners = Reason.of(ReasonCode.SILENT_PARTNERS_CLIENT, "demo", 7L, 0L, 3L);
        story.notice(NOON, 0, new Notice.PacketSeen(packet(partners)));
        Reason released = Reason.of(ReasonCode.LEASE_RELEASED, ADDRESS, HARDWARE);
        story.notice(NOON, 0, new Notice.PacketSeen(packet(released)));
        assertThat(told()).isEmpty();
    }

    @Test
    void alarmsAreTold() {
        AlarmView full = new AlarmView(AlarmType.POOL_EMPTY, 0, false, "the pool");
        story.notice(NOON, 1, new Notice.Alarm(full));
        assertThat(told())
                .containsExactly("12:00:00  B     Alarm: No free address is left in the pool.");
    }

    @Test
    void ofManyThingsOfAKindTheFirstThreeAreTold() {
        for (int i = 0; i < 6; i++) {
            story.refused(NOON + i, new Happening.Refused(ANN, ADDRESS, true));
        }
        story.doubled(NOON + 9, new Happening.Doubled(ADDRESS, ANN, 0, ANN, 1));
        story.ended(NOON + 9, new Happening.Ended(ANN, ADDRESS, 5));
        assertThat(told()).hasSize(6);
        assertThat(told().getFirst())
                .isEqualTo("12:00:00        new 1 (02:00:00:00:00:05) is refused 10.0.1.7");
        assertThat(told().get(3)).endsWith("... and more of these");
        assertThat(told().get(4)).contains("10.0.1.7 is with new 1").contains("from B, and still");
        assertThat(told().get(5)).contains("ends while it asks to go on with it");
    }

    @Test
    void aChainHasWhatWasDoneWhatThePairMadeOfItAndTheSilences() {
        causes.acted(NOON - 600, "cut link");
        causes.acted(NOON, "heal link");
        causes.acted(NOON, "kill A");
        causes.changed(NOON, "A killed");
        causes.changed(NOON + 5, "B normal -> communications-interrupted");
        causes.decided(NOON + 10, "B", packet(DRY));
        causes.decided(NOON + 20, "B", packet(DRY));
        causes.acted(NOON + 500, "start A");
        assertThat(causes.of(CLIENT, NOON + 7, NOON + 60))
                .containsExactly(
                        "12:00:00 heal link",
                        "12:00:00 kill A",
                        "12:00:00 A killed",
                        "12:00:05 B normal -> communications-interrupted",
                        "12:00:10 B: No answer: every address of 10.0.0.0/16 that this client may"
                                + " have is in use. (2 times)");
        causes.answered(CLIENT);
        assertThat(causes.of(CLIENT, NOON + 7, NOON + 60)).hasSize(4);
    }

    @Test
    void whoIsToldWhenAddressesOpenWaitsForMclt() {
        assertThat(causes.waitsForMclt(CLIENT)).isFalse();
        causes.decided(NOON, "A", packet(DRY));
        assertThat(causes.waitsForMclt(CLIENT)).isFalse();
        causes.decided(NOON, "A", packet(OPENS));
        assertThat(causes.waitsForMclt(CLIENT)).isTrue();
        causes.answered(CLIENT);
        Reason waits = Reason.of(ReasonCode.SILENT_FAILOVER_STATE, "demo", "recover-wait");
        causes.decided(NOON, "A", packet(waits));
        assertThat(causes.waitsForMclt(CLIENT)).isTrue();
    }
}
