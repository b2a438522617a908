package org.twinlease.sim.twin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.twinlease.control.AlarmType;
import org.twinlease.control.Command;
import org.twinlease.control.LiveAct;
import org.twinlease.control.LiveDrillView;
import org.twinlease.control.LiveEnd;
import org.twinlease.control.LiveMark;
import org.twinlease.control.Notice;
import org.twinlease.control.Outcome;
import org.twinlease.control.Query;
import org.twinlease.sim.twin.Happening.Answered;
import org.twinlease.sim.twin.Happening.Doubled;
import org.twinlease.sim.twin.Happening.Ended;
import org.twinlease.sim.twin.Happening.Refused;
import org.twinlease.sim.twin.Happening.Told;
import org.twinlease.value.ReasonCode;
import org.twinlease.value.ServerState;

import java.util.List;
import java.util.Objects;

/// Live drills on a pair of real engines with clients: what they do to it, how they end, and that
/// they hurt nobody.
final class LiveDrillsTest {

    private static final int B = 1;

    /// MCLT is 300 s.
    private final Watched twin = new Watched(Watched.site(400), 3, Watched.renewing(60));

    @BeforeEach
    void inNormal() {
        assertThat(states()).containsExactly(ServerState.NORMAL, ServerState.NORMAL);
    }

    private List<ServerState> states() {
        return List.of(twin.world.state(0), twin.world.state(1));
    }

    private LiveDrillView drill(int server) {
        return twin.world.ask(server, new Query.LiveDrill());
    }

    private void order(int server, Command command) {
        assertThat(twin.world.order(server, command)).isEqualTo(new Outcome.Done());
    }

    private String refusal(int server, Command command) {
        if (twin.world.order(server, command) instanceof Outcome.Refused(String why)) return why;
        throw new AssertionError(command + " is obeyed");
    }

    private static Command.BeginDrill begin(LiveAct act, long seconds) {
        return new Command.BeginDrill("demo", act, seconds, "see who waits");
    }

    private void lab(int server) {
        order(server, new Command.MarkDrills(LiveMark.LAB, 0, "nobody depends on it"));
    }

    /// Somebody leads the drill for so long.
    private void lead(int seconds) {
        for (int i = 0; i < seconds; i += 5) {
            twin.minutes(5 / 60.0);
            if (drill(B).running() != null) order(B, new Command.HoldDrill("demo"));
        }
    }

    private void nobodyIsHurt() {
        assertThat(twin.all(Doubled.class)).isEmpty();
        assertThat(twin.all(Refused.class)).isEmpty();
        assertThat(twin.all(Ended.class)).isEmpty();
        assertThat(twin.world.lost()).isEmpty();
    }

    @Test
    void aServerThatIsNotMarkedRefuses() {
        assertThat(refusal(B, begin(LiveAct.PAUSE_LINK, 60))).contains("not marked");
        assertThat(drill(B)).isEqualTo(LiveDrillView.NONE);
        lab(B);
        assertThat(drill(B).mark()).isEqualTo(LiveMark.LAB);
        order(B, new Command.MarkDrills(LiveMark.NONE, 0, ""));
        assertThat(refusal(B, begin(LiveAct.PAUSE_LINK, 60))).contains("not marked");
    }

    @ParameterizedTest
    @CsvSource({
        "4, see who waits, lasts 5 s to 150 s",
        "151, see who waits, half of MCLT",
        "60, '  ', Say what",
    })
    void whatIsTooLongOrHasNoReasonIsRefused(long seconds, String reason, String why) {
        lab(B);
        var order = new Command.BeginDrill("demo", LiveAct.PAUSE_LINK, seconds, reason);
        assertThat(refusal(B, order)).contains(why);
        assertThat(twin.world.ask(B, new Query.Consequence(order)).allowed()).isFalse();
    }

    @Test
    void aMaintenanceWindowHoldsTheWholeDrillAndEndsByItself() {
        order(B, new Command.MarkDrills(LiveMark.MAINTENANCE, 90, "Sunday"));
        assertThat(refusal(B, begin(LiveAct.PAUSE_LINK, 120))).contains("maintenance window ends");
        twin.minutes(2);
        assertThat(drill(B).mark()).isEqualTo(LiveMark.NONE);
        assertThat(refusal(B, begin(LiveAct.PAUSE_LINK, 30))).contains("not marked");
        assertThat(refusal(B, new Command.MarkDrills(LiveMark.MAINTENANCE, 0, "x")))
                .contains("at least 5 s");
        assertThat(refusal(B, new Command.MarkDrills(LiveMark.LAB, 9, "x"))).contains("no end");
        assertThat(refusal(B, new Command.MarkDrills(LiveMark.LAB, 0, ""))).contains("Say why");
    }

    @Test
    void thePausedLinkIsLikeACutOneAndComesBackWhenTheTimeIsOver() {
        lab(B);
        order(B, begin(LiveAct.PAUSE_LINK, 120));
        lead(60);
        assertThat(states()).containsOnly(ServerState.COMMUNICATIONS_INTERRUPTED);
        LiveDrillView.Running running = Objects.requireNonNull(drill(B).running());
        assertThat(running.leftMillis()).isBetween(50_000L, 60_000L);
        lead(90);
        assertThat(states()).containsOnly(ServerState.NORMAL);
        LiveDrillView.Ended last = Objects.requireNonNull(drill(B).last());
        assertThat(last.how()).isEqualTo(LiveEnd.OVER);
        assertThat(last.atMillis() - last.begunMillis()).isBetween(119_000L, 121_000L);
        twin.minutes(15);
        nobodyIsHurt();
    }

    @Test
    void aServerWhoseLeaderFallsSilentRestoresItself() {
        lab(B);
        order(B, begin(LiveAct.STOP_SERVING, 150));
        lead(20);
        assertThat(drill(B).running()).isNotNull();
        twin.minutes(16 / 60.0);
        LiveDrillView view = drill(B);
        assertThat(view.running()).isNull();
        assertThat(Objects.requireNonNull(view.last()).how()).isEqualTo(LiveEnd.FORSAKEN);
        assertThat(refusal(B, new Command.HoldDrill("demo"))).contains("it is over");
        twin.minutes(1);
        assertThat(states()).containsOnly(ServerState.NORMAL);
        nobodyIsHurt();
    }

    @Test
    void aStoppedServerAnswersNobodyAndBeginsAgainAsAfterAStart() {
        lab(B);
        order(B, begin(LiveAct.STOP_SERVING, 150));
        long begun = twin.told.size();
        lead(140);
        List<Answered> answered =
                twin.told.stream()
                        .skip(begun)
                        .filter(Answered.class::isInstance)
                        .map(Answered.class::cast)
                        .toList();
        assertThat(answered).isNotEmpty().allMatch(each -> each.by() == 0);
        assertThat(twin.world.state(0)).isEqualTo(ServerState.COMMUNICATIONS_INTERRUPTED);
        order(B, new Command.EndDrill("demo"));
        assertThat(twin.world.state(B)).isEqualTo(ServerState.STARTUP);
        twin.minutes(1);
        assertThat(states()).containsOnly(ServerState.NORMAL);
        twin.minutes(15);
        assertThat(twin.all(Answered.class).getLast()).isNotNull();
        assertThat(twin.world.servedBy(B)).isPositive();
        nobodyIsHurt();
    }

    @Test
    void notEvenAPartnerThatTakesItForAFailureDoublesAnAddress() {
        lab(B);
        order(B, begin(LiveAct.PAUSE_LINK, 150));
        lead(30);
        long now = twin.world.wallSeconds();
        order(0, new Command.PartnerDown("demo", now));
        twin.world.arrive(20, 600);
        lead(150);
        twin.minutes(10);
        assertThat(states()).containsOnly(ServerState.NORMAL);
        assertThat(twin.all(Doubled.class)).isEmpty();
    }

    @Test
    void aBlockedPortLeavesTheConnectionThatThisServerMakes() {
        lab(B);
        order(B, begin(LiveAct.BLOCK_PORT, 120));
        lead(60);
        // Whoever of the two had made the one that was up: B's own attempt passes.
        assertThat(states()).containsOnly(ServerState.NORMAL);
        lead(80);
        assertThat(states()).containsOnly(ServerState.NORMAL);
        nobodyIsHurt();
    }

    @ParameterizedTest
    @EnumSource(LiveAct.class)
    void meanwhileTheRelationshipTakesNoOtherOrder(LiveAct act) {
        lab(B);
        order(B, begin(act, 60));
        long now = twin.world.wallSeconds();
        for (Command command :
                List.of(
                        begin(act, 30),
                        new Command.PartnerDown("demo", now),
                        new Command.Recover("demo"),
                        new Command.Pause("demo"))) {
            assertThat(refusal(B, command)).contains("live drill is under way");
        }
        order(B, new Command.EndDrill("demo"));
        assertThat(refusal(B, new Command.EndDrill("demo"))).contains("No live drill");
    }

    @Test
    void onlyAPairThatIsWellIsDisturbed() {
        lab(B);
        twin.world.cutLink(true);
        twin.minutes(2);
        assertThat(refusal(B, begin(LiveAct.STOP_SERVING, 60)))
                .contains("in communications-interrupted", "not connected");
    }

    @Test
    void nothingOfItOutlivesTheProcess() {
        lab(B);
        order(B, begin(LiveAct.STOP_SERVING, 150));
        lead(10);
        twin.world.kill(B);
        twin.world.start(B);
        twin.minutes(1);
        assertThat(drill(B)).isEqualTo(LiveDrillView.NONE);
        assertThat(states()).containsOnly(ServerState.NORMAL);
    }

    @Test
    void takingTheMarkOffEndsTheDrill() {
        lab(B);
        order(B, begin(LiveAct.PAUSE_LINK, 150));
        order(B, new Command.MarkDrills(LiveMark.NONE, 0, ""));
        assertThat(drill(B).running()).isNull();
        twin.minutes(1);
        assertThat(states()).containsOnly(ServerState.NORMAL);
    }

    @Test
    void itIsToldWithItsReasonWhenItBeginsAndWhenItIsOver() {
        lab(B);
        order(B, begin(LiveAct.PAUSE_LINK, 60));
        order(B, new Command.EndDrill("demo"));
        List<Notice> told =
                twin.all(Told.class).stream()
                        .filter(each -> each.server() == B)
                        .map(Told::notice)
                        .toList();
        assertThat(told)
                .filteredOn(Notice.Alarm.class::isInstance)
                .extracting(each -> ((Notice.Alarm) each).alarm())
                .filteredOn(alarm -> alarm.type() == AlarmType.LIVE_DRILL)
                .extracting(alarm -> alarm.detail() + " " + alarm.over())
                .containsExactly(
                        "pause-link in \"demo\", for: see who waits false",
                        "pause-link in \"demo\", for: see who waits true");
        assertThat(told)
                .filteredOn(Notice.PairChanged.class::isInstance)
                .extracting(each -> ((Notice.PairChanged) each).why().code())
                .contains(ReasonCode.PAIR_DRILL, ReasonCode.PAIR_DRILL_OVER);
    }
}
