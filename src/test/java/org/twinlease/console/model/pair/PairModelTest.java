package org.twinlease.console.model.pair;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.twinlease.console.model.Banner;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.Fact;
import org.twinlease.console.model.FakeChannel;
import org.twinlease.console.model.Field;
import org.twinlease.console.model.Samples;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.Wizard;
import org.twinlease.console.model.pair.PairDeeds.Verb;
import org.twinlease.console.model.window.ConsoleModels;
import org.twinlease.console.model.window.Desk;
import org.twinlease.console.model.window.PairDesk;
import org.twinlease.control.AlarmType;
import org.twinlease.control.AlarmView;
import org.twinlease.control.Command;
import org.twinlease.control.FailoverMessageView;
import org.twinlease.control.FailoverView;
import org.twinlease.control.Notice;
import org.twinlease.control.Outcome;
import org.twinlease.control.Preview;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;
import org.twinlease.value.ServerState;

import java.util.List;

/// What a console says of a pair, from what its two servers tell.
final class PairModelTest {

    private final PairDesk pair = new PairDesk();
    private final FakeChannel first = pair.first;
    private final FakeChannel second = pair.second;
    private final Desk desk = pair.desk;
    private final ConsoleModels models = pair.models;

    private PairModel.Truth truth() {
        return models.pair().truth().state();
    }

    private PairModel.State page() {
        return models.pair().shown().state();
    }

    @Test
    void inNormalTheBarSaysWhoServesWhomWhatIsOwedAndWhatRunsOutNext() {
        assertThat(truth().name()).isEqualTo("campus");
        assertThat(truth().states())
                .extracting(Fact::words)
                .containsExactly("dhcp-a NORMAL 4 min", "dhcp-b NORMAL 4 min");
        assertThat(truth().sharing().words()).startsWith("Both answer");
        assertThat(truth().numbers().words()).isEqualTo("unacked 3 / 0  \u00b7  skew +0.2 s");
        assertThat(truth().next().words()).isEqualTo("If dhcp-a dies now: 9 left in voice");
        assertThat(truth().next().tone()).isEqualTo(Tone.WATCH);
        assertThat(truth().banners()).isEmpty();
    }

    @Test
    void whatBothServersSayInTheSameWordsIsSaidOnce() {
        var full = new AlarmView(AlarmType.POOL_EMPTY, Samples.NOW, false, "voice");
        var slow = new AlarmView(AlarmType.OVERLOAD, Samples.NOW, false, "900 dropped");
        models.on(0, List.of(new Notice.Alarm(full), new Notice.Alarm(slow)));
        models.on(1, List.of(new Notice.Alarm(full)));
        pair.pass(1);
        assertThat(truth().banners())
                .extracting(Banner::title)
                .satisfiesExactlyInAnyOrder(
                        title -> assertThat(title).startsWith("dhcp-a, dhcp-b: Pool is full"),
                        title -> assertThat(title).startsWith("dhcp-a: "));
    }

    @Test
    void aServerThatIsMissedIsToldWithWhatItMeansAndWhatToDo() {
        pair.interrupt();
        assertThat(truth().states().getLast())
                .isEqualTo(new Fact("dhcp-b DOES NOT ANSWER", Tone.BAD));
        assertThat(truth().sharing().words()).startsWith("dhcp-a serves every client that asks");
        assertThat(truth().next().words()).isEqualTo("Left for new clients: 40 in voice");
        assertThat(truth().banners())
                .extracting(Banner::title)
                .containsExactly(
                        "dhcp-a is in COMMUNICATIONS INTERRUPTED since 14:26",
                        "dhcp-b does not answer");
        assertThat(truth().banners().getFirst().happened()).contains("9 s");
        assertThat(truth().banners().getFirst().advice()).contains("only when");
        assertThat(truth().banners())
                .extracting(Banner::way)
                .containsExactly(new Banner.Way(Wizard.PARTNER_DOWN, 0, "campus"), null);
    }

    @Test
    void theCardsTellWhatEachMayGiveAndHowOldThatIs() {
        assertThat(page().cards().getFirst().fields())
                .extracting(Field::value)
                .containsExactly("40", "9", "60", "3 (2 of 10 under way)");
        assertThat(page().cards().getLast().fields().getFirst().value()).isEqualTo("9");
        pair.interrupt();
        PairModel.Card gone = page().cards().getLast();
        assertThat(gone.stale()).isTrue();
        assertThat(gone.told()).isEqualTo("no answer; told 3 s ago");
        assertThat(gone.fields().getFirst().value()).as("never zeros").isEqualTo("9");
    }

    @Test
    void aChangeOfStateIsAStepOfThePathAndAWayInTheDrawing() {
        pair.interrupt();
        assertThat(page().path().getFirst().title()).isEqualTo("dhcp-b does not answer");
        assertThat(page().path())
                .hasSize(2)
                .last()
                .satisfies(
                        step -> {
                            assertThat(step.title())
                                    .isEqualTo("dhcp-a \u2192 COMMUNICATIONS INTERRUPTED");
                            assertThat(step.why()).contains("Nothing was heard");
                        });
        assertThat(page().taken())
                .containsExactly(
                        new PairModel.Edge(
                                ServerState.NORMAL, ServerState.COMMUNICATIONS_INTERRUPTED, 0));
        assertThat(page().nodes())
                .filteredOn(node -> !node.here().isEmpty())
                .singleElement()
                .satisfies(node -> assertThat(node.here()).containsExactly(0));
    }

    @Test
    void aServerThatWasOffIsInNormalSinceItsReturnWhateverItsDiskSays() {
        pair.interrupt();
        desk.millis += 10_000;
        second.gone = false;
        FailoverView normal = second.pairs.getFirst();
        first.pairs = List.of(PairDesk.view(true, ServerState.NORMAL, ServerState.NORMAL, null));
        second.pairs = List.of(starting(normal));
        models.start();
        models.on(0, List.of(new Notice.PairPulse(first.pairs, desk.millis)));
        models.on(1, List.of(new Notice.PairPulse(second.pairs, desk.millis)));
        assertThat(truth().states().getLast().words()).isEqualTo("dhcp-b STARTUP 0 s");
        models.on(1, List.of(new Notice.PairPulse(List.of(normal), desk.millis)));
        desk.millis += 5_000;
        models.on(1, List.of(new Notice.PairPulse(List.of(normal), desk.millis)));
        models.tick();
        assertThat(truth().states().getLast().words()).isEqualTo("dhcp-b NORMAL 5 s");
        assertThat(page().cards().getLast().since()).isEqualTo("since 14:30 (5 s)");
        assertThat(page().path())
                .extracting(PairModel.Step::title)
                .containsExactly(
                        "dhcp-b \u2192 NORMAL",
                        "dhcp-b \u2192 STARTUP",
                        "dhcp-a \u2192 NORMAL",
                        "dhcp-b does not answer",
                        "dhcp-a \u2192 COMMUNICATIONS INTERRUPTED");
        assertThat(page().taken())
                .as("nobody knows how it left the state that it was in")
                .doesNotContain(new PairModel.Edge(ServerState.NORMAL, ServerState.STARTUP, 1));
    }

    private static FailoverView starting(FailoverView of) {
        return new FailoverView(
                of.name(),
                of.primary(),
                of.state(),
                true,
                of.since(),
                of.why(),
                of.partner(),
                of.partnerSince(),
                of.mclt(),
                of.pools(),
                of.balanceDue(),
                of.link());
    }

    @Test
    void anAnswerThatOvertakesTheNewsBeforeItIsNoStepOfThePath() {
        var down = state(ServerState.PARTNER_DOWN);
        pair.interrupt();
        pair.tell(0, down);
        first.pairs = List.of(state(ServerState.NORMAL));
        models.on(
                0,
                List.of(
                        new Notice.Resync(),
                        changed(state(ServerState.POTENTIAL_CONFLICT)),
                        changed(state(ServerState.CONFLICT_DONE)),
                        changed(state(ServerState.NORMAL))));
        assertThat(page().taken())
                .filteredOn(edge -> edge.server() == 0)
                .extracting(PairModel.Edge::to)
                .containsExactly(
                        ServerState.COMMUNICATIONS_INTERRUPTED,
                        ServerState.PARTNER_DOWN,
                        ServerState.POTENTIAL_CONFLICT,
                        ServerState.CONFLICT_DONE,
                        ServerState.NORMAL);
        assertThat(page().taken())
                .contains(
                        new PairModel.Edge(
                                ServerState.PARTNER_DOWN, ServerState.POTENTIAL_CONFLICT, 0));
    }

    private static FailoverView state(ServerState state) {
        return PairDesk.view(true, state, ServerState.NORMAL, null);
    }

    private Notice changed(FailoverView view) {
        return new Notice.PairChanged(view, view.why(), desk.millis);
    }

    @Test
    void messagesAreCountedOnceThoughBothServersTellOfThem() {
        for (int i = 0; i < 20; i++) {
            models.on(0, List.of(new Notice.PairMessage(message(i, true))));
            models.on(1, List.of(new Notice.PairMessage(message(i, false))));
        }
        assertThat(page().link().flows())
                .singleElement()
                .satisfies(flow -> assertThat(flow.right()).isEqualTo("2.0"))
                .satisfies(flow -> assertThat(flow.left()).isEqualTo("0"))
                .satisfies(flow -> assertThat(flow.rightTotal()).isEqualTo("20"));
        assertThat(page().link().newest().getFirst().right()).isTrue();
    }

    private static FailoverMessageView message(long sequence, boolean outgoing) {
        return new FailoverMessageView(
                sequence,
                Samples.NOW - 2_000,
                "campus",
                outgoing,
                "BNDUPD",
                sequence,
                Ip4.of("10.20.8.11"),
                "",
                Octets.of(new byte[0]),
                null);
    }

    @Test
    void theDoctorSaysThatAllIsWellWithNumbersOrNamesTheRemedy() {
        assertThat(page().checks()).allSatisfy(c -> assertThat(c.tone()).isEqualTo(Tone.GOOD));
        assertThat(page().checks().getFirst().words()).contains("MCLT of 1 min");
        pair.interrupt();
        assertThat(page().checks().getFirst().words()).contains("Check the network");
    }

    @Test
    void anOrderIsPreviewedThenConfirmed() {
        PairDeeds deeds = models.pair().deeds();
        first.preview = new Preview(true, "It divides them.");
        deeds.ask(Verb.REBALANCE);
        assertThat(deeds.shown().state().asked())
                .isEqualTo(
                        new PairDeeds.Asked("dhcp-a: Rebalance\u2026", "It divides them.", true));
        assertThat(first.ordered).isEmpty();
        deeds.confirm();
        assertThat(first.ordered).containsExactly(new Command.Rebalance("campus"));
        assertThat(deeds.shown().state().message()).isEqualTo("Done.");
    }

    @Test
    void aRefusalShowsItsReasonAndCannotBeConfirmed() {
        PairDeeds deeds = models.pair().deeds();
        deeds.choose(1);
        second.preview = new Preview(false, "The partner answers.");
        deeds.ask(Verb.FULL_UPDATE);
        deeds.confirm();
        assertThat(second.ordered).isEmpty();
        second.preview = new Preview(true, "It pauses.");
        second.outcome = new Outcome.Refused("not now");
        deeds.ask(Verb.FULL_UPDATE);
        deeds.confirm();
        assertThat(second.ordered).containsExactly(new Command.FullUpdate("campus"));
        assertThat(deeds.shown().state().message()).isEqualTo("Not done: not now");
    }

    @Test
    void oneServerAloneShowsItsPartnerAsItWasToldAndNoPairWithoutARelationship() {
        desk.channels = List.of(first);
        var one = new ConsoleModels(desk.session(ConsoleSession.Mode.SERVER), Runnable::run);
        one.start();
        assertThat(one.pair().shown().state().cards())
                .extracting(PairModel.Card::name)
                .containsExactly("dhcp-a", "partner");
        first.pairs = List.of();
        var none = new ConsoleModels(desk.session(ConsoleSession.Mode.SERVER), Runnable::run);
        none.start();
        assertThat(none.pair().shown().state().paired()).isFalse();
        assertThat(none.pair().truth().state().paired()).isFalse();
    }

    @Test
    void everyStateHasItsWords() {
        for (ServerState state : ServerState.values()) {
            StateWords words = StateWords.of(state);
            assertThat(List.of(words.name(), words.serves(), words.may(), words.ends()))
                    .doesNotContain("");
        }
    }
}
