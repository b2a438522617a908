package org.twinlease.console.model.livedrill;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.twinlease.console.model.Banner;
import org.twinlease.console.model.FakeChannel;
import org.twinlease.console.model.Samples;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.Wizard;
import org.twinlease.console.model.livedrill.LiveDrillModel.Event;
import org.twinlease.console.model.livedrill.LiveDrillModel.State;
import org.twinlease.console.model.window.PairDesk;
import org.twinlease.console.model.wizard.Block;
import org.twinlease.control.Command;
import org.twinlease.control.FailoverView;
import org.twinlease.control.LiveAct;
import org.twinlease.control.LiveDrillView;
import org.twinlease.control.LiveEnd;
import org.twinlease.control.LiveMark;
import org.twinlease.control.Outcome;
import org.twinlease.control.Preview;
import org.twinlease.value.ServerState;

import java.util.List;

/// A live drill that is led from a console.
final class LiveDrillModelTest {

    private final PairDesk pair = new PairDesk();
    private final LiveDrillModel model = pair.models.liveDrill();

    private State state() {
        return model.shown().state();
    }

    private static LiveDrillView.Running running(long leftMillis) {
        return new LiveDrillView.Running(
                "campus", LiveAct.PAUSE_LINK, Samples.NOW, leftMillis, 14_000, "a look");
    }

    private static void runs(FakeChannel server, boolean runs) {
        var over =
                new LiveDrillView.Ended(
                        "campus", LiveAct.PAUSE_LINK, Samples.NOW, Samples.NOW, LiveEnd.OVER);
        server.drill =
                new LiveDrillView(
                        LiveMark.LAB,
                        0,
                        "cellar",
                        runs ? running(42_000) : null,
                        runs ? null : over);
    }

    private void ready() {
        pair.second.preview = new Preview(true, "The connection is closed.");
        model.reason("a look");
        pair.pass(1);
    }

    @Test
    void withoutAReasonNothingIsAskedAndNothingBegins() {
        pair.second.considered.clear();
        pair.pass(2);
        assertThat(pair.second.considered).isEmpty();
        assertThat(state().ready()).isFalse();
        model.begin();
        assertThat(state().countdown()).isZero();
        assertThat(state().consequence().words()).startsWith("Say what it is for");
        model.reason("a look");
        model.lasts("soon");
        assertThat(state().consequence().tone()).isEqualTo(Tone.BAD);
        assertThat(state().ready()).isFalse();
    }

    @Test
    void whatItWouldDoIsAskedOfTheServerThatIsMeant() {
        ready();
        assertThat(pair.second.considered)
                .contains(new Command.BeginDrill("campus", LiveAct.PAUSE_LINK, 60, "a look"));
        assertThat(state().consequence().words()).isEqualTo("The connection is closed.");
        assertThat(state().ready()).isTrue();
        pair.first.preview = new Preview(false, "Not marked.");
        model.server(0);
        model.act(LiveAct.STOP_SERVING);
        model.lasts("2m");
        assertThat(pair.first.considered.getLast())
                .isEqualTo(new Command.BeginDrill("campus", LiveAct.STOP_SERVING, 120, "a look"));
        assertThat(state().ready()).isFalse();
        assertThat(state().consequence().tone()).isEqualTo(Tone.BAD);
    }

    @Test
    void itBeginsAfterACountdownThatCanBeStopped() {
        ready();
        model.begin();
        assertThat(state().countdown()).isEqualTo(5);
        pair.pass(3);
        model.stop();
        pair.pass(9);
        assertThat(pair.second.ordered).isEmpty();
        model.begin();
        model.act(LiveAct.BLOCK_PORT);
        pair.pass(9);
        assertThat(pair.second.ordered).as("another one than was counted down").isEmpty();
    }

    @Test
    void whileItRunsTheServerHearsThatThisConsoleIsThere() {
        ready();
        model.begin();
        pair.pass(5);
        assertThat(pair.second.ordered)
                .startsWith(new Command.BeginDrill("campus", LiveAct.PAUSE_LINK, 60, "a look"));
        runs(pair.second, true);
        pair.pass(3);
        assertThat(pair.second.ordered)
                .filteredOn(Command.HoldDrill.class::isInstance)
                .hasSizeGreaterThanOrEqualTo(3);
        assertThat(pair.first.ordered).isEmpty();
        assertThat(model.bar().state().on()).isTrue();
        assertThat(model.bar().state().left()).isEqualTo("00:42");
        assertThat(model.bar().state().words())
                .isEqualTo(
                        "Pause the failover link on dhcp-b, for: a look. Led from this console.");
        assertThat(state().ready()).as("one at a time").isFalse();

        runs(pair.second, false);
        pair.second.outcome = new Outcome.Refused("It is over.");
        pair.pass(2);
        assertThat(model.bar().state()).isEqualTo(LiveBar.OFF);
        assertThat(state().events())
                .extracting(event -> event.what().words())
                .contains("Live drill over: its time was up");
        int orders = pair.second.ordered.size();
        pair.pass(3);
        assertThat(pair.second.ordered).as("nobody is held any more").hasSize(orders);
    }

    @Test
    void oneThatSomebodyElseLeadsIsSeenAndCanBeEnded() {
        runs(pair.first, true);
        pair.pass(1);
        assertThat(model.bar().state().words()).endsWith("Led from somewhere else.");
        assertThat(pair.first.ordered).isEmpty();
        model.restore();
        assertThat(pair.first.ordered).containsExactly(new Command.EndDrill("campus"));
        assertThat(pair.second.ordered).isEmpty();
        assertThat(state().said().words()).isEqualTo("dhcp-a is open again.");
    }

    @Test
    void whoeverIsFirstEndsTheCountdownOfTheOther() {
        ready();
        model.begin();
        pair.pass(2);
        runs(pair.first, true);
        pair.pass(9);
        assertThat(state().countdown()).isZero();
        assertThat(pair.second.ordered).isEmpty();
    }

    @Test
    void bothServersAreMarkedAndSayWhatTheyAre() {
        model.mark(LiveMark.MAINTENANCE, "2h", " Sunday ");
        var mark = new Command.MarkDrills(LiveMark.MAINTENANCE, 7200, "Sunday");
        assertThat(pair.first.ordered).containsExactly(mark);
        assertThat(pair.second.ordered).containsExactly(mark);
        model.mark(LiveMark.MAINTENANCE, "a while", "x");
        assertThat(state().said().words()).contains("a while is no time");
        assertThat(pair.first.ordered).hasSize(1);
        pair.first.drill =
                new LiveDrillView(
                        LiveMark.MAINTENANCE, PairDesk.SECOND + 3600, "Sunday", null, null);
        pair.second.outcome = new Outcome.Refused("No.");
        model.mark(LiveMark.LAB, "", "x");
        assertThat(state().said().words()).isEqualTo("dhcp-b: No.");
        pair.pass(1);
        assertThat(state().seats().getFirst().mark().words())
                .isEqualTo("Maintenance until 15:30:00: Sunday");
        assertThat(state().seats().getLast().mark().words()).startsWith("Not marked");
        assertThat(state().seats().getFirst().letter()).isEqualTo("A");
    }

    @Test
    void whatBecomesOfBothIsWrittenDownOnce() {
        pair.pass(1);
        pair.lose();
        pair.pass(2);
        assertThat(state().events()).extracting(Event::who).containsExactly("A");
        pair.tell(0, PairDesk.view(true, ServerState.NORMAL, ServerState.NORMAL, null));
        assertThat(state().events()).hasSize(2);
    }

    @Test
    void theRecordOfChangesHasItsBeginningAndItsEndAndNotEverySecond() {
        ready();
        model.begin();
        pair.pass(9);
        runs(pair.second, true);
        pair.pass(1);
        model.restore();
        assertThat(pair.models.drafts().changes().shown().state().toString())
                .contains("begin-drill pause-link campus", "end-drill campus")
                .doesNotContain("hold-drill");
    }

    @Test
    void whileADrillPartsTheTwoPartnerDownIsNotOffered() {
        pair.tell(0, lost(true));
        pair.tell(1, lost(false));
        assertThat(banners()).allMatch(banner -> banner.way() != null);
        runs(pair.second, true);
        pair.pass(2);
        assertThat(banners()).hasSize(2).allMatch(banner -> banner.way() == null);
        assertThat(banners().getFirst().happened())
                .isEqualTo(
                        "The live drill at dhcp-b has taken the connection away: both servers"
                                + " run.");
        assertThat(banners().getFirst().advice()).startsWith("Order nothing: at the end");
        runs(pair.second, false);
        pair.pass(2);
        assertThat(banners()).as("a partner that stays away").allMatch(b -> b.way() != null);
    }

    @Test
    void thatADrillDidItSpeaksAgainstPartnerDown() {
        runs(pair.second, true);
        pair.pass(1);
        pair.tell(0, lost(true));
        var wizard = pair.models.wizards();
        wizard.open(Wizard.PARTNER_DOWN, 0);
        var first =
                wizard.shown().state().blocks().stream()
                        .filter(Block.Findings.class::isInstance)
                        .flatMap(block -> ((Block.Findings) block).list().stream())
                        .findFirst()
                        .orElseThrow();
        assertThat(first.title()).isEqualTo("Live drill");
        assertThat(first.tone()).isEqualTo(Tone.BAD);
    }

    private List<Banner> banners() {
        return pair.models.pair().truth().state().banners();
    }

    private static FailoverView lost(boolean primary) {
        var state = ServerState.COMMUNICATIONS_INTERRUPTED;
        return PairDesk.view(primary, state, state, null);
    }
}
