package org.twinlease.console.model.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.twinlease.config.document.Alteration;
import org.twinlease.config.document.Document;
import org.twinlease.config.document.MarkedLine;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.Fact;
import org.twinlease.console.model.Field;
import org.twinlease.console.model.Samples;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.changes.ChangesModel.Detail;
import org.twinlease.console.model.changes.ChangesModel.Row;
import org.twinlease.console.model.draft.DraftModel;
import org.twinlease.console.model.draft.MemoryDocuments;
import org.twinlease.console.model.draft.TrialModel;
import org.twinlease.console.model.window.ConsoleModels;
import org.twinlease.console.model.window.Desk;
import org.twinlease.control.Command;
import org.twinlease.control.Outcome;

import java.util.List;
import java.util.Objects;

/// What was changed and ordered, also before this session, and the way back.
final class ChangesModelTest {

    private static final String SPLIT = "failover peer \"fo\" / split";
    private static final String DELAY = "failover peer \"fo\" / max-response-delay";

    private final MemoryDocuments documents = MemoryDocuments.pair();
    private final Desk desk = new Desk(Samples.office());
    private DraftModel draft;
    private TrialModel trials;
    private ChangesModel model;

    @BeforeEach
    void open() {
        var session = desk.session(ConsoleSession.Mode.FILES).with(documents);
        draft = new DraftModel(session, Runnable::run);
        trials = new TrialModel(session, draft, Runnable::run);
        model = new ChangesModel(session, draft, trials);
        draft.load();
    }

    private void set(String path, String value) {
        desk.millis += 1_000;
        assertThat(draft.alter("", path, List.of(new Alteration.Set(0, path, value)))).isEmpty();
    }

    private void apply() {
        desk.millis += 1_000;
        trials.apply(5);
        trials.confirm();
    }

    private List<Row> rows() {
        return model.shown().state().rows();
    }

    private Detail detail() {
        return Objects.requireNonNull(model.shown().state().detail());
    }

    @Test
    void nothingYetTeachesWhatWillBeHere() {
        assertThat(Objects.requireNonNull(model.shown().state().empty()).title())
                .isEqualTo("Nothing was changed yet");
    }

    @Test
    void whatWaitsCanBeTakenBackOneByOne() {
        set(SPLIT, "200");
        set(DELAY, "30");
        assertThat(rows())
                .extracting(Row::words, row -> row.standing().words())
                .containsExactly(tuple(DELAY, "Not written yet"), tuple(SPLIT, "Not written yet"));
        model.choose(1);
        assertThat(detail().sheets().getFirst().lines())
                .filteredOn(line -> line.mark() == MarkedLine.Mark.ADDED)
                .extracting(MarkedLine::text)
                .containsExactly("  split 200;");
        model.undo();
        assertThat(draft.now().text("a.conf")).contains("split 128;", "max-response-delay 30;");
        model.choose(2);
        model.undo();
        assertThat(model.shown().state().message().words())
                .isEqualTo("A later change is about the same lines: undo that one first.");
    }

    @Test
    void whatWasAppliedIsOneChangeWithWhoWhatAndHowItEnded() {
        set(SPLIT, "200");
        set(DELAY, "30");
        desk.millis += 1_000;
        trials.apply(5);
        assertThat(rows())
                .containsExactly(
                        new Row(
                                "14:30",
                                "ada",
                                SPLIT + "; " + DELAY,
                                new Fact("Waits to be kept", Tone.WATCH)));
        assertThat(detail().undo()).isFalse();
        assertThat(detail().fields())
                .contains(new Field("Where", "a.conf"), new Field("Former files", "a.conf.bak"));
        trials.confirm();
        assertThat(rows().getFirst().standing().words()).isEqualTo("Kept");
        assertThat(detail().undo()).isTrue();
        set(SPLIT, "100");
        desk.millis += 1_000;
        trials.apply(5);
        trials.revert();
        assertThat(rows()).hasSize(3);
        assertThat(rows().get(1).standing().words()).isEqualTo("Put back");
    }

    @Test
    void anAppliedChangeIsUndoneAsANewOneThoughOthersFollowed() {
        set(SPLIT, "200");
        apply();
        set("max-lease-time", "9000");
        apply();
        model.choose(1);
        model.undo();
        assertThat(draft.now().text("a.conf")).contains("split 128;");
        assertThat(draft.now().text("nets.conf")).contains("max-lease-time 9000;");
        assertThat(rows().getFirst().words()).isEqualTo("Undid: " + SPLIT);
        assertThat(documents.kept.text("a.conf")).as("nothing is written").contains("split 200;");
        apply();
        assertThat(documents.kept.text("a.conf")).contains("split 128;");
    }

    @Test
    void linesThatAreNotAsTheChangeLeftThemAreLeftAlone() {
        set(SPLIT, "200");
        apply();
        set(SPLIT, "90");
        apply();
        model.choose(1);
        model.undo();
        assertThat(model.shown().state().message().words())
                .startsWith("These lines are not as this change left them");
        assertThat(draft.isAltered()).isFalse();
    }

    @Test
    void aLaterSessionStillKnowsAndUndoesWhatIsOpenThere() {
        set(SPLIT, "200");
        apply();
        open();
        assertThat(rows()).extracting(Row::words).containsExactly(SPLIT);
        model.undo();
        assertThat(draft.now().text("a.conf")).contains("split 128;");
        var other = MemoryDocuments.single("# another file\n");
        other.kept =
                new Document(
                        List.of(new Document.Half("x", "x.conf")),
                        List.of(new Document.Paper("x.conf", "# x\n")));
        var session = desk.session(ConsoleSession.Mode.FILES).with(other);
        var elsewhere = new DraftModel(session, Runnable::run);
        var page =
                new ChangesModel(
                        session, elsewhere, new TrialModel(session, elsewhere, Runnable::run));
        elsewhere.load();
        assertThat(Objects.requireNonNull(page.shown().state().detail()).note())
                .isEqualTo("a.conf is not open here: open it to undo this.");
    }

    @Test
    void ordersAreThereWithTheirAnswers() {
        model.ordered("dhcp-a", new Command.Pause("fo"), new Outcome.Done());
        model.ordered("dhcp-b", new Command.Resume("fo"), new Outcome.Refused("It is not paused."));
        model.ordered(
                "dhcp-a", new Command.PartnerDown("fo", 1, false, "seen dead"), new Outcome.Done());
        assertThat(rows())
                .extracting(Row::words, row -> row.standing().words())
                .containsExactly(
                        tuple("partner-down fo", "Done"),
                        tuple("resume fo", "Refused"),
                        tuple("pause fo", "Done"));
        assertThat(detail().fields()).contains(new Field("Answer", "Reason given: seen dead"));
        model.choose(1);
        assertThat(detail().fields())
                .contains(new Field("Where", "dhcp-b"), new Field("Answer", "It is not paused."));
        assertThat(detail().undo()).isFalse();
    }

    @Test
    void everyOrderOfThisConsoleIsKeptWhereverItIsGiven() {
        var models = new ConsoleModels(desk.session(ConsoleSession.Mode.SERVER), Runnable::run);
        models.start();
        models.chosen().leases().open(Samples.address(3));
        models.chosen().leases().deed(false);
        models.chosen().leases().deed(true);
        assertThat(models.drafts().changes().shown().state().rows())
                .extracting(Row::words)
                .containsExactly("release 10.20.0.13");
        assertThat(desk.files.book.read()).hasSize(1);
    }
}
