package org.twinlease.console.model.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.twinlease.config.document.Alteration;
import org.twinlease.config.document.MarkedLine;
import org.twinlease.config.document.MarkedLine.Mark;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.Fact;
import org.twinlease.console.model.Samples;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.draft.DraftModel;
import org.twinlease.console.model.draft.MemoryDocuments;
import org.twinlease.console.model.draft.Trial;
import org.twinlease.console.model.draft.TrialModel;
import org.twinlease.console.model.window.Desk;

import java.util.List;
import java.util.Objects;

/// Looking through changes, applying them for a time, and the ways back.
final class ReviewModelTest {

    private static final String SPLIT = "failover peer \"fo\" / split";

    private final MemoryDocuments documents = MemoryDocuments.pair();
    private final Desk desk = new Desk(Samples.office());
    private DraftModel draft;
    private TrialModel trials;
    private ReviewModel model;

    @BeforeEach
    void open() {
        var session = desk.session(ConsoleSession.Mode.DEMO).with(documents);
        draft = new DraftModel(session, Runnable::run);
        trials = new TrialModel(session, draft, Runnable::run);
        model = new ReviewModel(session, draft, trials, Runnable::run);
        draft.load();
        model.seen(true);
    }

    private void set(int half, String path, String value) {
        assertThat(draft.alter("", path, List.of(new Alteration.Set(half, path, value)))).isEmpty();
    }

    private ReviewModel.State state() {
        return model.shown().state();
    }

    private void pass(int seconds) {
        for (int i = 0; i < seconds; i++) {
            desk.millis += 1_000;
            trials.tick();
        }
    }

    @Test
    void aChangeIsShownByItsLinesAndByWhatItMeans() {
        assertThat(state().obstacle()).isEqualTo("Nothing is changed");
        set(0, SPLIT, "200");
        assertThat(state().obstacle()).isEmpty();
        var sheet = state().sheets().getFirst();
        assertThat(sheet.name()).isEqualTo("a.conf");
        assertThat(sheet.lines().stream().filter(line -> line.mark() != Mark.SAME))
                .extracting(MarkedLine::text)
                .containsExactly("  split 128;", "  split 200;");
        assertThat(sheet.lines().getFirst().text()).isEqualTo("\u22ef 9 lines as they are");
        assertThat(state().meanings().getFirst().facts())
                .containsExactly(
                        new Fact("failover peer \"fo\" / split: 128 \u2192 200", Tone.WATCH));
        assertThat(state().meanings().getLast().facts()).isEmpty();
    }

    @Test
    void problemsThatComeAndGoAreSaid() {
        set(0, "failover peer \"fo\" / max-unacked-updates", "1");
        assertThat(state().problems())
                .anySatisfy(fact -> assertThat(fact.words()).startsWith("New problem F21"));
        model.apply(5);
        model.confirm();
        set(0, "failover peer \"fo\" / max-unacked-updates", "10");
        assertThat(state().problems())
                .anySatisfy(fact -> assertThat(fact.words()).startsWith("No longer: F21"));
    }

    @Test
    void whatIsAppliedGoesBackByItselfUnlessItIsKept() {
        set(0, SPLIT, "200");
        model.apply(1);
        assertThat(documents.kept.text("a.conf")).contains("split 200;");
        var waiting = Objects.requireNonNull(state().waiting());
        assertThat(waiting.words())
                .isEqualTo("Applied. It goes back by itself in 01:00 unless you keep it.");
        assertThat(waiting.kept()).isEqualTo("The former files are a.conf.bak.");
        assertThat(state().standing().words()).isEqualTo("As in the files");
        pass(30);
        assertThat(Objects.requireNonNull(state().waiting()).left()).isEqualTo(0.5);
        pass(30);
        assertThat(state().waiting()).isNull();
        assertThat(documents.kept.text("a.conf")).contains("split 128;");
        assertThat(draft.now().text("a.conf")).as("not lost").contains("split 200;");
        assertThat(state().standing().words()).isEqualTo("1 change not written yet");
    }

    @Test
    void whatIsKeptStays() {
        set(0, SPLIT, "200");
        model.apply(1);
        set(0, SPLIT, "100");
        model.apply(1);
        assertThat(documents.kept.text("a.conf")).as("one at a time").contains("split 200;");
        model.confirm();
        pass(120);
        assertThat(documents.kept.text("a.conf")).contains("split 200;");
        assertThat(state().obstacle()).isEmpty();
    }

    @Test
    void itGoesBackAtOnceWhenAPersonSaysSoAndWhenTheConsoleEnds() {
        set(0, SPLIT, "200");
        model.apply(5);
        model.revert();
        assertThat(documents.kept.text("a.conf")).contains("split 128;");
        model.apply(5);
        trials.close();
        assertThat(documents.kept.text("a.conf")).contains("split 128;");
    }

    @Test
    void whatCannotBeWrittenOrPutBackIsSaidInWords() {
        set(0, SPLIT, "200");
        documents.refusal = "The disk is full.";
        model.apply(5);
        assertThat(state().refusal()).isEqualTo("The disk is full.");
        assertThat(state().waiting()).isNull();
        documents.refusal = null;
        model.apply(1);
        documents.kept = MemoryDocuments.single("# somebody else's\n").kept;
        pass(60);
        assertThat(trials.trials().getLast().end()).isEqualTo(Trial.End.STUCK);
        assertThat(state().refusal()).isEqualTo("somebody else was here");
    }

    @Test
    void errorsAreNeverApplied() {
        set(0, SPLIT, "400");
        assertThat(state().obstacle()).isEqualTo("There are errors: dhcpd would not start");
        model.apply(5);
        assertThat(documents.kept.text("a.conf")).contains("split 128;");
    }

    @Test
    void filesSayThatDhcpdHasToBeRestartedInWhichOrderAndTheDemoDoesNot() {
        set(0, SPLIT, "200");
        model.apply(5);
        assertThat(state().restart()).as("the demo runs on it").isEmpty();
        model.confirm();
        var session = desk.session(ConsoleSession.Mode.FILES).with(documents);
        var files = new ReviewModel(session, draft, trials, Runnable::run);
        files.seen(true);
        assertThat(files.shown().state().restart())
                .startsWith("No server runs on it yet: dhcpd reads its configuration only when")
                .contains("Restart the secondary, wait until both are in normal");
        set(0, SPLIT, "100");
        model.apply(5);
        model.revert();
        assertThat(files.shown().state().restart()).startsWith("Put back; whoever restarted");
    }

    @Test
    void nobodyLookingCostsNothing() {
        model.seen(false);
        set(0, SPLIT, "200");
        assertThat(state().sheets()).isEmpty();
        model.seen(true);
        assertThat(state().sheets()).hasSize(1);
    }

    @Test
    void whatIsNotWrittenCanBeForgotten() {
        set(0, SPLIT, "200");
        model.discard();
        assertThat(state().sheets()).isEmpty();
        assertThat(draft.isAltered()).isFalse();
    }
}
