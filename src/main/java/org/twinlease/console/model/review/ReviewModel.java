package org.twinlease.console.model.review;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.Difference;
import org.twinlease.config.Problem;
import org.twinlease.config.document.Document;
import org.twinlease.config.document.Document.Half;
import org.twinlease.config.document.Documents;
import org.twinlease.config.document.Survey;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.ConsoleSession.Mode;
import org.twinlease.console.model.Empty;
import org.twinlease.console.model.Fact;
import org.twinlease.console.model.Shown;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.Words;
import org.twinlease.console.model.draft.DraftModel;
import org.twinlease.console.model.draft.DraftPaneModel.Sheet;
import org.twinlease.console.model.draft.FileText;
import org.twinlease.console.model.draft.Hunks;
import org.twinlease.console.model.draft.Trial;
import org.twinlease.console.model.draft.TrialModel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/// The Review page. What a change means is worked out in the background, for the newest state only.
public final class ReviewModel {

    /// What the changes mean for one server, worst first.
    public record Meaning(String server, List<Fact> facts) {}

    /// What waits for a person's word: the time left in words and as a share of one.
    public record Waiting(String words, String kept, double left) {}

    /// Everything the page shows.
    public record State(
            @Nullable Empty empty,
            Fact standing,
            String obstacle,
            String refusal,
            boolean busy,
            @Nullable Waiting waiting,
            List<String> servers,
            List<Sheet> sheets,
            List<Meaning> meanings,
            List<Fact> problems,
            String restart) {}

    private final ConsoleSession session;
    private final DraftModel draft;
    private final TrialModel trials;
    private final Executor ui;
    private final Shown<State> shown;
    private Document meantBefore = new Document(List.of(), List.of());
    private Document meantAfter = meantBefore;
    private List<List<Difference>> differences = List.of();
    private List<Problem> former = List.of();
    private @Nullable Document startedBefore;
    private @Nullable Document startedAfter;
    private @Nullable Restart restart;
    private boolean seen;

    public ReviewModel(ConsoleSession session, DraftModel draft, TrialModel trials, Executor ui) {
        this.session = session;
        this.draft = draft;
        this.trials = trials;
        this.ui = ui;
        shown = new Shown<>(state());
        draft.listen(this::show);
        trials.listen(this::show);
    }

    /// Where the page's state comes out.
    public Shown<State> shown() {
        return shown;
    }

    /// Whether somebody looks: nothing is worked out for nobody.
    public void seen(boolean now) {
        seen = now;
        show();
    }

    /// Applies what was altered, to be confirmed within some minutes.
    public void apply(int minutes) {
        trials.apply(minutes);
    }

    /// Keeps what was applied.
    public void confirm() {
        trials.confirm();
    }

    /// Puts back what was there before.
    public void revert() {
        trials.revert();
    }

    /// Forgets what was altered and is not written.
    public void discard() {
        draft.discard();
    }

    private void show() {
        if (!seen) return;
        work();
        plan();
        State next = state();
        if (!next.equals(shown.state())) shown.put(next);
    }

    private void work() {
        Documents documents = session.documents();
        Document before = draft.stored();
        Document after = draft.now();
        if (documents == null || after.halves().isEmpty()) return;
        if (before.equals(meantBefore) && after.equals(meantAfter)) return;
        meantBefore = before;
        meantAfter = after;
        session.background()
                .execute(
                        () -> {
                            var found = documents.differences(before, after);
                            Survey then = documents.survey(before);
                            ui.execute(() -> take(before, after, found, then));
                        });
    }

    /// Finds out how servers come to run on what was applied last.
    private void plan() {
        Documents documents = session.documents();
        List<Trial> all = trials.trials();
        if (documents == null || all.isEmpty() || session.mode() == Mode.DEMO) return;
        Document before = all.getLast().before();
        Document after = all.getLast().after();
        if (before.equals(startedBefore) && after.equals(startedAfter)) return;
        startedBefore = before;
        startedAfter = after;
        restart = null;
        session.background()
                .execute(
                        () -> {
                            var found =
                                    Restart.between(
                                            documents.survey(before), documents.survey(after));
                            ui.execute(() -> take(before, after, found));
                        });
    }

    private void take(Document before, Document after, Restart found) {
        if (!before.equals(startedBefore) || !after.equals(startedAfter)) return;
        restart = found;
        show();
    }

    private void take(Document before, Document after, List<List<Difference>> found, Survey then) {
        if (!before.equals(draft.stored()) || !after.equals(draft.now())) return;
        differences = found;
        former = then.problems();
        show();
    }

    private State state() {
        Empty empty = null;
        if (!draft.isThere()) {
            empty = new Empty(Text.of("draft.none"), Text.of("draft.none.advice"));
        } else if (!draft.isKnown()) empty = new Empty(Text.of("draft.reading"), "");
        String refused = trials.refusal();
        String obstacle = trials.obstacle();
        return new State(
                empty,
                standing(),
                obstacle,
                refused.equals(obstacle) ? "" : refused,
                trials.isBusy(),
                waiting(),
                draft.now().halves().stream().map(Half::server).toList(),
                sheets(),
                meanings(),
                problems(),
                restart());
    }

    private Fact standing() {
        int deeds = draft.unwritten();
        if (deeds == 0) return new Fact(Text.of("draft.clean"), Tone.GOOD);
        return new Fact(
                deeds == 1 ? Text.of("draft.altered.one") : Text.of("draft.altered", deeds),
                Tone.WATCH);
    }

    private @Nullable Waiting waiting() {
        Trial trial = trials.waiting();
        if (trial == null) return null;
        long left = Math.max(0, trial.untilMillis() - session.clock().millis());
        long all = trial.untilMillis() - trial.atMillis();
        String kept =
                trial.kept().isEmpty()
                        ? Text.of(
                                session.mode() == Mode.DEMO
                                        ? "review.kept.none"
                                        : "review.kept.new")
                        : Text.of("review.kept", String.join(", ", trial.kept()));
        return new Waiting(
                Text.of("review.confirm", Words.countdown((left + 999) / 1_000)),
                kept,
                (double) left / all);
    }

    private List<Sheet> sheets() {
        Documents documents = session.documents();
        if (documents == null) return List.of();
        List<Sheet> sheets = new ArrayList<>();
        for (String file : draft.now().changed(draft.stored())) {
            sheets.add(
                    new Sheet(
                            file,
                            Hunks.of(
                                    documents.compare(
                                            draft.stored().text(file), draft.now().text(file)))));
        }
        return List.copyOf(sheets);
    }

    private List<Meaning> meanings() {
        List<Half> halves = draft.now().halves();
        if (!draft.isAltered() || differences.size() != halves.size()) return List.of();
        List<Meaning> meanings = new ArrayList<>();
        for (int i = 0; i < halves.size(); i++) {
            List<Fact> facts = differences.get(i).stream().map(ReviewModel::fact).toList();
            meanings.add(new Meaning(halves.get(i).server(), facts));
        }
        return List.copyOf(meanings);
    }

    private static Fact fact(Difference difference) {
        String about = FileText.shown(difference.about());
        String one = FileText.shown(difference.one());
        String two = FileText.shown(difference.two());
        String words =
                one.isEmpty()
                        ? Text.of("review.new", about, two)
                        : two.isEmpty()
                                ? Text.of("review.gone", about, one)
                                : Text.of("review.other", about, one, two);
        // A change is wanted: its colour says only how closely to look.
        Tone tone = tone(difference.danger());
        return new Fact(words, tone == Tone.BAD ? Tone.WATCH : Tone.CALM);
    }

    private static Tone tone(Difference.Danger danger) {
        return switch (danger) {
            case ADDRESSES, PARTNER -> Tone.BAD;
            case CLIENTS -> Tone.WATCH;
            case SETTINGS -> Tone.CALM;
            case SERVER -> Tone.PLAIN;
        };
    }

    private List<Fact> problems() {
        if (!draft.isAltered()) return List.of();
        List<Fact> facts = new ArrayList<>();
        List<Problem> now = draft.survey().problems();
        for (Problem problem : now) {
            if (former.stream().anyMatch(was -> same(was, problem))) continue;
            Tone tone =
                    switch (problem.severity()) {
                        case ERROR -> Tone.BAD;
                        case WARNING -> Tone.WATCH;
                        case INFO -> Tone.CALM;
                    };
            String words = FileText.shown(problem.message());
            facts.add(new Fact(Text.of("review.problem.new", problem.code(), words), tone));
        }
        for (Problem was : former) {
            if (now.stream().anyMatch(problem -> same(was, problem))) continue;
            String words = FileText.shown(was.message());
            facts.add(new Fact(Text.of("review.problem.gone", was.code(), words), Tone.GOOD));
        }
        return List.copyOf(facts);
    }

    /// The same problem, wherever its line is by now.
    private static boolean same(Problem one, Problem two) {
        return one.code().equals(two.code())
                && one.file().equals(two.file())
                && one.message().equals(two.message());
    }

    /// What has to be done so that servers run on what was written: those of the demo do already,
    /// dhcpd reads its files only when it starts.
    private String restart() {
        Restart how = restart;
        if (how == null) return "";
        boolean back = trials.trials().getLast().end() == Trial.End.REVERTED;
        return Text.of(back ? "review.restart.back" : "review.restart", how.words());
    }
}
