package org.twinlease.console.model.review;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.Difference;
import org.twinlease.config.Problem;
import org.twinlease.config.document.Document;
import org.twinlease.config.document.Document.Half;
import org.twinlease.config.document.Documents;
import org.twinlease.config.document.Survey;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.Empty;
import org.twinlease.console.model.Fact;
import org.twinlease.console.model.Shown;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.Words;
import org.twinlease.console.model.draft.Deed;
import org.twinlease.console.model.draft.DraftModel;
import org.twinlease.console.model.draft.DraftPaneModel.Sheet;
import org.twinlease.console.model.draft.FileText;
import org.twinlease.console.model.draft.Trial;
import org.twinlease.console.model.draft.TrialModel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;

/// The Review page. What a change means is worked out in the background, for the newest state only.
public final class ReviewModel {

    /// What the changes mean for one server, worst first.
    public record Meaning(String server, List<Fact> facts) {}

    /// One deed or trial: when, what, how it stands, and its number for [#undo], -1 for none.
    public record Past(String time, String words, Fact standing, int deed) {}

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
            List<Past> past) {}

    private final ConsoleSession session;
    private final DraftModel draft;
    private final TrialModel trials;
    private final Executor ui;
    private final Shown<State> shown;
    private Document meantBefore = new Document(List.of(), List.of());
    private Document meantAfter = meantBefore;
    private List<List<Difference>> differences = List.of();
    private List<Problem> former = List.of();
    private String refusal = "";
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

    /// Takes one deed back, as a new deed.
    public void undo(int deed) {
        List<Deed> deeds = draft.deeds();
        if (deed < 0 || deed >= deeds.size()) return;
        refusal = draft.undo(deeds.get(deed)) ? "" : Text.of("review.undo.later");
        show();
    }

    /// Applies what was altered, to be confirmed within some minutes.
    public void apply(int minutes) {
        refusal = "";
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
        String refused = refusal.isEmpty() ? trials.refusal() : refusal;
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
                past());
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
                        ? Text.of("review.kept.none")
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

    /// Deeds and trials, the newest first.
    private List<Past> past() {
        record At(long millis, Past past) {}
        List<At> all = new ArrayList<>();
        List<Deed> deeds = draft.deeds();
        int written = deeds.size() - draft.unwritten();
        for (int i = 0; i < deeds.size(); i++) {
            Deed deed = deeds.get(i);
            Fact standing =
                    i < written
                            ? new Fact(Text.of("review.past.written"), Tone.GOOD)
                            : new Fact(Text.of("review.past.open"), Tone.WATCH);
            all.add(
                    new At(
                            deed.atMillis(),
                            new Past(
                                    clock(deed.atMillis()),
                                    FileText.shown(deed.words()),
                                    standing,
                                    i)));
        }
        for (Trial trial : trials.trials()) {
            String files = String.join(", ", trial.after().changed(trial.before()));
            String words = Text.of("review.past.applied", files);
            all.add(
                    new At(
                            trial.atMillis(),
                            new Past(clock(trial.atMillis()), words, standing(trial), -1)));
        }
        all.sort(Comparator.comparingLong(At::millis));
        return all.reversed().stream().map(At::past).toList();
    }

    private static Fact standing(Trial trial) {
        return switch (trial.end()) {
            case WAITING -> new Fact(Text.of("review.end.waiting"), Tone.WATCH);
            case CONFIRMED -> new Fact(Text.of("review.end.confirmed"), Tone.GOOD);
            case REVERTED -> new Fact(Text.of("review.end.reverted"), Tone.CALM);
            case STUCK -> new Fact(Text.of("review.end.stuck"), Tone.BAD);
        };
    }

    private String clock(long millis) {
        return Words.clock(millis, session.zone());
    }
}
