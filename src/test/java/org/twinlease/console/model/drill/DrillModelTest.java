package org.twinlease.console.model.drill;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.twinlease.console.model.ConsoleSession.Mode;
import org.twinlease.console.model.Field;
import org.twinlease.console.model.Samples;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.drill.DrillModel.Lesson;
import org.twinlease.console.model.drill.DrillModel.State;
import org.twinlease.console.model.drill.RunClock.Phase;
import org.twinlease.console.model.window.Desk;

import java.util.ArrayDeque;
import java.util.Deque;

/// A person who rehearses: everything that the Drill page shows, as text.
final class DrillModelTest {

    private static final String SHORT =
            """
            # The link fails for a while
            pair demo with lease 20m, mclt 5m, addresses 60
            population 10 renewing, 1 new a minute staying 10m, behind 1 relay
            begin 08:00
            at 08:05 cut link
            at 08:15 heal link
            end 08:25
            expect A is communications-interrupted at 08:10
            expect nobody loses an address
            """;

    private final Desk desk = new Desk(Samples.office());
    private final DrillModel model = new DrillModel(desk.session(Mode.DEMO), Runnable::run);

    private State state() {
        return model.shown().state();
    }

    private void pulse(long millis) {
        desk.millis += millis;
        model.pulse();
    }

    private static String value(TwinPicture.Side side, String label) {
        return side.fields().stream()
                .filter(field -> field.label().startsWith(label))
                .map(Field::value)
                .findFirst()
                .orElse("");
    }

    @Test
    void theLibraryStandsThereWithWhatEachDrillTeaches() {
        assertThat(state().lessons()).hasSizeGreaterThanOrEqualTo(16);
        assertThat(state().lessons()).extracting(Lesson::teaches).allMatch(l -> l.length() > 60);
        assertThat(state().script().name()).isEqualTo(state().lesson());
        model.choose("primary-dies-at-noon");
        assertThat(state().script().text())
                .startsWith("# The primary dies at noon\n")
                .endsWith("expect both are normal within 1m");
        assertThat(state().script().blocks()).extracting(Block::words).startsWith("kill A");
        assertThat(state().run().phase()).isEqualTo(Phase.NONE);
        assertThat(model.bar().state().clock()).isEqualTo("11:30:00");
    }

    @Test
    void timePassesAtItsSpeedAndStandsStill() {
        model.script().type(SHORT);
        model.speed(Speed.X60);
        model.run();
        assertThat(state().run().phase()).isEqualTo(Phase.RUNNING);
        pulse(500);
        assertThat(state().run().clock()).isEqualTo("08:00:30");
        pulse(100);
        assertThat(state().run().clock()).isEqualTo("08:00:36");
        assertThat(state().run().words().words()).contains("\u00d760");
        model.pause();
        pulse(5_000);
        assertThat(state().run().clock()).isEqualTo("08:00:36");
        assertThat(state().run().phase()).isEqualTo(Phase.PAUSED);
        model.pause();
        model.speed(Speed.X1);
        pulse(1_000);
        assertThat(state().run().clock()).isEqualTo("08:00:37");
    }

    @Test
    void aStepGoesToTheNextEvent() {
        model.script().type(SHORT);
        model.step();
        assertThat(state().run().phase()).isEqualTo(Phase.PAUSED);
        assertThat(state().run().clock()).isEqualTo("08:05:00");
        assertThat(state().twin().told())
                .containsExactly(new TwinPicture.Told("08:05:00", "act", "cut link", Tone.DEMO));
        assertThat(state().twin().link().tone()).isEqualTo(Tone.BAD);
    }

    @Test
    void theTwinIsShownInMiniatureOnItsOwnClock() {
        model.script().type(SHORT);
        model.speed(Speed.X600);
        model.run();
        pulse(1_000);
        var twin = state().twin();
        assertThat(twin.sides())
                .extracting(side -> side.state().words())
                .containsExactly("COMMUNICATIONS INTERRUPTED", "COMMUNICATIONS INTERRUPTED");
        assertThat(value(twin.sides().getFirst(), "Since")).startsWith("08:05:");
        assertThat(Integer.parseInt(value(twin.sides().getFirst(), "Active"))).isPositive();
        assertThat(twin.passed()).isNotEmpty();
        assertThat(twin.passed()).extracting(TwinPicture.Passed::type).doesNotContain("CONTACT");
        assertThat(twin.stretches())
                .filteredOn(stretch -> stretch.lane() == Block.Lane.A)
                .extracting(TwinPicture.Stretch::tone)
                .containsExactly(Tone.GOOD, Tone.WATCH);
        assertThat(model.bar().state().serving()).contains("A serves", "B serves");
        assertThat(state().verdict().title().words()).isEqualTo("So far");
        assertThat(state().verdict().rulings())
                .extracting(VerdictPicture.Ruling::tone)
                .containsOnly(Tone.PLAIN);
    }

    @Test
    void toTheEndThereIsAVerdictWithItsCauses() {
        model.script().type(SHORT);
        model.finish();
        pulse(0);
        assertThat(state().run().phase()).isEqualTo(Phase.OVER);
        assertThat(state().run().progress()).isEqualTo(1);
        var verdict = state().verdict();
        assertThat(verdict.title().tone()).isEqualTo(Tone.GOOD);
        assertThat(verdict.rulings())
                .extracting(VerdictPicture.Ruling::words)
                .contains("nobody loses an address", "no address is doubled", "no lease is lost");
        assertThat(verdict.figures())
                .extracting(VerdictPicture.Figure::label)
                .contains("Longest wait, new", "Addresses doubled", "Waited for MCLT")
                .contains("Fewest addresses left, A", "Fewest addresses left, B");
    }

    @Test
    void whatDoesNotHoldIsSaid() {
        model.script().type(SHORT + "expect somebody waits longer than 1h\n");
        model.finish();
        pulse(0);
        assertThat(state().verdict().title().tone()).isEqualTo(Tone.BAD);
        assertThat(state().verdict().title().words()).startsWith("1 of 5");
        assertThat(state().verdict().rulings())
                .filteredOn(ruling -> ruling.tone() == Tone.BAD)
                .extracting(VerdictPicture.Ruling::words)
                .containsExactly("somebody waits longer than 1h");
    }

    @Test
    void aWrongTextIsSaidWithItsLineAndNotRun() {
        model.script().type(SHORT.replace("cut link", "cut the cable"));
        assertThat(state().script().faults()).hasSize(1);
        assertThat(state().script().faults().getFirst().line()).isEqualTo(5);
        model.run();
        assertThat(state().run().phase()).isEqualTo(Phase.NONE);
        assertThat(state().said().tone()).isEqualTo(Tone.BAD);
    }

    @Test
    void whatIsDoneByHandBecomesALineOfTheDrill() {
        model.script().type(SHORT);
        model.speed(Speed.X60);
        model.run();
        pulse(1_000);
        model.pause();
        model.script().select(5);
        model.act("kill B");
        assertThat(state().twin().sides().getLast().state().words()).isEqualTo("DOWN");
        assertThat(state().script().text()).contains("at 08:01:01 kill B\nat 08:05 cut link");
        assertThat(state().script().stale()).isFalse();
        assertThat(state().script().chosen()).isZero();
        model.act("no such thing");
        assertThat(state().script().faults()).isEmpty();
        model.finish();
        pulse(0);
        var byHand = state().twin().told();
        // The text that was written by hand goes the same way from the beginning.
        model.script().type(state().script().text() + "\n# again");
        model.finish();
        pulse(0);
        assertThat(state().twin().told()).isEqualTo(byHand);
    }

    @Test
    void aTextThatChangedIsRunAnew() {
        model.script().type(SHORT);
        model.finish();
        pulse(0);
        model.script().select(5);
        model.script().nudge(60);
        assertThat(state().script().text()).contains("at 08:06 cut link");
        assertThat(state().script().stale()).isTrue();
        model.run();
        assertThat(state().script().stale()).isFalse();
        assertThat(state().run().clock()).isEqualTo("08:00:00");
    }

    @Test
    void blocksAreAddedMovedRewrittenTakenOutAndAllOfThatUndone() {
        model.script().type(SHORT);
        model.script().mark(8 * 3_600 + 600);
        Acts.Offer kill =
                model.script().offers().stream()
                        .filter(offer -> offer.words().equals("kill B"))
                        .findFirst()
                        .orElseThrow();
        model.script().add(kill);
        assertThat(state().script().chosenText()).isEqualTo("at 08:10 kill B");
        model.script().nudge(-60);
        assertThat(state().script().chosenText()).isEqualTo("at 08:09 kill B");
        model.script().rewrite("at 08:09 stop B for 1m");
        assertThat(state().script().blocks()).extracting(Block::words).contains("stop B for 1m");
        model.script().remove();
        assertThat(state().script().text()).isEqualTo(SHORT);
        for (int i = 0; i < 4; i++) model.script().undo();
        assertThat(state().script().text()).isEqualTo(SHORT);
        model.script().redo();
        assertThat(state().script().text()).contains("at 08:10 kill B");
        Acts.Offer claim =
                model.script().offers().stream()
                        .filter(offer -> offer.words().equals("no renewal is refused"))
                        .findFirst()
                        .orElseThrow();
        model.script().add(claim);
        assertThat(state().script().chosenText()).isEqualTo("expect no renewal is refused");
        assertThat(state().script().faults()).isEmpty();
    }

    @Test
    void everySentenceThatIsOfferedCanBeRead() {
        model.script().type(SHORT);
        for (Acts.Offer offer : model.script().offers()) {
            DrillText text = DrillText.of("offer", SHORT);
            long noon = 8 * 3_600 + 600;
            DrillText with =
                    offer.lane() == Block.Lane.EXPECT
                            ? text.expecting(offer.words())
                            : text.doing(noon, offer.words());
            assertThat(with.problems()).as(offer.words()).isEmpty();
            assertThat(offer.meaning()).isNotEmpty();
        }
    }

    @Test
    void theScreenNeverWaitsForATwin() {
        Deque<Runnable> work = new ArrayDeque<>();
        Desk slow = new Desk(Samples.office());
        slow.background = work::add;
        var waiting = new DrillModel(slow.session(Mode.DEMO), Runnable::run);
        waiting.script().type(SHORT);
        waiting.finish();
        assertThat(waiting.shown().state().run().phase()).isEqualTo(Phase.MAKING);
        waiting.pulse();
        waiting.pulse();
        assertThat(work).hasSize(1);
        work.remove().run();
        assertThat(waiting.shown().state().run().phase()).isEqualTo(Phase.RUNNING);
        waiting.pause();
        waiting.choose("primary-dies-at-noon");
        while (!work.isEmpty()) work.remove().run();
        assertThat(waiting.shown().state().run().phase()).isEqualTo(Phase.NONE);
        assertThat(waiting.shown().state().twin().sides()).isEmpty();
    }

    @Test
    void aTwinThatIsBeingMadeCanBeLeft() {
        Deque<Runnable> work = new ArrayDeque<>();
        Desk slow = new Desk(Samples.office());
        slow.background = work::add;
        var waiting = new DrillModel(slow.session(Mode.DEMO), Runnable::run);
        waiting.script().type(SHORT);
        waiting.run();
        waiting.cancel();
        assertThat(waiting.shown().state().run().phase()).isEqualTo(Phase.NONE);
        work.remove().run();
        assertThat(waiting.shown().state().run().phase()).isEqualTo(Phase.NONE);
        waiting.run();
        work.remove().run();
        assertThat(waiting.shown().state().run().phase()).isEqualTo(Phase.RUNNING);
        waiting.cancel();
        assertThat(waiting.shown().state().run().phase())
                .as("what is made is not left")
                .isEqualTo(Phase.RUNNING);
    }

    @Test
    void nothingOfTheServersIsInIt() {
        model.script().type(SHORT);
        model.finish();
        pulse(0);
        assertThat(desk.channel.ordered).isEmpty();
        assertThat(state().toString()).doesNotContain("10.20.");
    }
}
