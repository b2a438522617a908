package org.twinlease.console.model.changes;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.Edit;
import org.twinlease.config.document.Document;
import org.twinlease.config.document.Documents;
import org.twinlease.console.model.ChangeBook;
import org.twinlease.console.model.ChangeBook.Change;
import org.twinlease.console.model.ChangeBook.End;
import org.twinlease.console.model.ChangeBook.FilePatch;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.Empty;
import org.twinlease.console.model.Fact;
import org.twinlease.console.model.Field;
import org.twinlease.console.model.Shown;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.Words;
import org.twinlease.console.model.draft.Deed;
import org.twinlease.console.model.draft.DraftModel;
import org.twinlease.console.model.draft.DraftPaneModel.Sheet;
import org.twinlease.console.model.draft.FileText;
import org.twinlease.console.model.draft.Hunks;
import org.twinlease.console.model.draft.Trial;
import org.twinlease.console.model.draft.TrialModel;
import org.twinlease.control.Command;
import org.twinlease.control.Outcome;
import org.twinlease.control.Sentences;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The Changes page: what waits to be applied, and everything that was applied or ordered at this
/// console, also in earlier sessions, with what it changed and the way back as a new change.
public final class ChangesModel {

    /// A longer list of changed lines is not kept.
    private static final int LONGEST = 4_000;

    /// One line: what was done, when, by whom, how it stands.
    public record Row(String time, String person, String words, Fact standing) {}

    /// One in full: what is known of it, its changed lines, and whether it can be undone (else
    /// `note` says why not).
    public record Detail(
            String title, List<Field> fields, List<Sheet> sheets, boolean undo, String note) {}

    /// Everything the page shows, the newest first.
    public record State(
            @Nullable Empty empty,
            List<Row> rows,
            int chosen,
            @Nullable Detail detail,
            Fact message) {}

    private static final Fact SILENT = new Fact("", Tone.PLAIN);

    private final ConsoleSession session;
    private final ChangeBook book;
    private final DraftModel draft;
    private final TrialModel trials;
    private final Map<Long, Change> kept = new LinkedHashMap<>();
    private final Shown<State> shown;
    private int chosen;
    private Fact message = SILENT;
    private long number;

    /// Reads what is kept.
    public ChangesModel(ConsoleSession session, DraftModel draft, TrialModel trials) {
        this.session = session;
        this.draft = draft;
        this.trials = trials;
        book = session.files().changes();
        for (Change change : book.read()) kept.put(change.id(), change);
        shown = new Shown<>(state());
        draft.listen(this::show);
        trials.listen(this::settle);
    }

    /// Where the state comes out.
    public Shown<State> shown() {
        return shown;
    }

    /// Looks at a row.
    public void choose(int row) {
        if (row == chosen) return;
        chosen = row;
        message = SILENT;
        show();
    }

    /// An order was given at this console, and answered.
    public void ordered(String server, Command command, Outcome outcome) {
        // That somebody still leads a live drill is said every second.
        if (command instanceof Command.HoldDrill) return;
        long now = session.clock().millis();
        boolean done = outcome instanceof Outcome.Done;
        String note = outcome instanceof Outcome.Refused(String why) ? why : "";
        String reason = command.reasonGiven();
        if (!reason.isEmpty()) note = (note + " " + Text.of("changes.reason", reason)).strip();
        keep(
                new Change(
                        fresh(now),
                        now,
                        book.person(),
                        server,
                        Sentences.order(command),
                        done ? End.DONE : End.REFUSED,
                        note,
                        List.of()));
        show();
    }

    /// Numbers grow with time, and no two are alike.
    private long fresh(long now) {
        number = Math.max(number + 1, now);
        while (kept.containsKey(number)) number++;
        return number;
    }

    private void keep(Change change) {
        kept.put(change.id(), change);
        book.add(change);
    }

    /// Takes in what became of what was applied.
    private void settle() {
        for (Trial trial : trials.trials()) {
            Change known = kept.get(trial.atMillis());
            End end = end(trial);
            if (known == null) keep(applied(trial));
            else if (known.end() != end) keep(known.ended(end));
        }
        show();
    }

    private static End end(Trial trial) {
        return switch (trial.end()) {
            case WAITING -> End.WAITING;
            case CONFIRMED -> End.KEPT;
            case REVERTED -> End.PUT_BACK;
            case STUCK -> End.STUCK;
        };
    }

    private Change applied(Trial trial) {
        List<FilePatch> files = new ArrayList<>();
        Documents documents = session.documents();
        for (String name : trial.after().changed(trial.before())) {
            if (documents == null) continue;
            var lines =
                    Hunks.raw(
                            documents.compare(trial.before().text(name), trial.after().text(name)));
            files.add(new FilePatch(name, lines.size() > LONGEST ? List.of() : lines));
        }
        String where = String.join(", ", trial.after().changed(trial.before()));
        return new Change(
                trial.atMillis(),
                trial.atMillis(),
                book.person(),
                where,
                words(trial),
                end(trial),
                String.join(", ", trial.kept()),
                files);
    }

    /// The deeds that led from one state to the other.
    private String words(Trial trial) {
        List<String> words = new ArrayList<>();
        Document at = trial.after();
        for (Deed deed : draft.deeds().reversed()) {
            if (!deed.after().equals(at)) continue;
            words.addFirst(deed.words());
            at = deed.before();
            if (at.equals(trial.before())) return String.join("; ", words);
        }
        return Text.of("changes.applied");
    }

    /// Undoes the chosen row: what waits is taken back, what was applied becomes a new change that
    /// waits.
    public void undo() {
        List<Deed> open = open();
        if (chosen < open.size()) {
            if (open.isEmpty()) return;
            say(draft.undo(open.get(chosen)), "changes.undo.later");
            return;
        }
        Change change = applied().get(Math.min(chosen - open.size(), applied().size() - 1));
        List<Edit> edits = new ArrayList<>();
        boolean possible = note(change).isEmpty();
        for (FilePatch patch : change.files()) {
            List<Edit> back = Inverse.of(patch, draft.now().text(patch.name()));
            if (back == null) possible = false;
            else edits.addAll(back);
        }
        String words = Text.of("draft.undone", change.words());
        say(possible && draft.stage(words, edits), "changes.undo.other");
    }

    private void say(boolean done, String otherwise) {
        message =
                done
                        ? new Fact(Text.of("changes.undone"), Tone.GOOD)
                        : new Fact(Text.of(otherwise), Tone.WATCH);
        show();
    }

    /// What waits to be applied, the newest first.
    private List<Deed> open() {
        List<Deed> deeds = draft.deeds();
        return deeds.subList(deeds.size() - draft.unwritten(), deeds.size()).reversed();
    }

    /// What was applied or ordered, the newest first.
    private List<Change> applied() {
        return List.copyOf(kept.values()).reversed();
    }

    private void show() {
        State next = state();
        if (!next.equals(shown.state())) shown.put(next);
    }

    private State state() {
        List<Deed> open = open();
        List<Change> applied = applied();
        List<Row> rows = new ArrayList<>();
        for (Deed deed : open) {
            rows.add(
                    new Row(
                            time(deed.atMillis()),
                            book.person(),
                            FileText.shown(deed.words()),
                            new Fact(Text.of("changes.open"), Tone.WATCH)));
        }
        for (Change change : applied) {
            rows.add(
                    new Row(
                            time(change.atMillis()),
                            change.person(),
                            FileText.shown(change.words()),
                            standing(change)));
        }
        if (rows.isEmpty()) {
            var empty = new Empty(Text.of("changes.none"), Text.of("changes.none.more"));
            return new State(empty, rows, -1, null, message);
        }
        int at = Math.clamp(chosen, 0, rows.size() - 1);
        Detail detail =
                at < open.size() ? detail(open.get(at)) : detail(applied.get(at - open.size()));
        return new State(null, rows, at, detail, message);
    }

    private String time(long millis) {
        return Words.moment(millis, session.clock().millis(), session.zone());
    }

    private static Fact standing(Change change) {
        return switch (change.end()) {
            case WAITING -> new Fact(Text.of("review.end.waiting"), Tone.WATCH);
            case KEPT -> new Fact(Text.of("review.end.confirmed"), Tone.GOOD);
            case PUT_BACK -> new Fact(Text.of("review.end.reverted"), Tone.CALM);
            case STUCK -> new Fact(Text.of("review.end.stuck"), Tone.BAD);
            case DONE -> new Fact(Text.of("changes.done"), Tone.GOOD);
            case REFUSED -> new Fact(Text.of("changes.refused"), Tone.WATCH);
        };
    }

    private Detail detail(Deed deed) {
        Documents documents = session.documents();
        List<Sheet> sheets = new ArrayList<>();
        for (String name : deed.after().changed(deed.before())) {
            if (documents == null) continue;
            var lines = documents.compare(deed.before().text(name), deed.after().text(name));
            sheets.add(new Sheet(name, Hunks.of(lines)));
        }
        var fields = List.of(field("changes.when", clock(deed.atMillis())));
        return new Detail(FileText.shown(deed.words()), fields, sheets, true, "");
    }

    private Detail detail(Change change) {
        List<Field> fields = new ArrayList<>();
        fields.add(field("changes.when", clock(change.atMillis())));
        fields.add(field("changes.who", change.person()));
        fields.add(field("changes.where", change.where()));
        boolean order = isOrder(change);
        if (!change.note().isEmpty()) {
            fields.add(field(order ? "changes.said" : "changes.kept", change.note()));
        }
        List<Sheet> sheets =
                change.files().stream()
                        .map(f -> new Sheet(f.name(), Hunks.shown(f.lines())))
                        .toList();
        String note = note(change);
        return new Detail(FileText.shown(change.words()), fields, sheets, note.isEmpty(), note);
    }

    private String clock(long millis) {
        return Words.clock(millis, session.zone());
    }

    private static Field field(String key, String value) {
        return new Field(Text.of(key), value);
    }

    private static boolean isOrder(Change change) {
        return change.end() == End.DONE || change.end() == End.REFUSED;
    }

    /// Why it cannot be undone here; nothing when it can.
    private String note(Change change) {
        if (isOrder(change)) return Text.of("changes.order");
        if (change.end() == End.PUT_BACK) return Text.of("changes.putback");
        if (change.end() == End.WAITING && trials.waiting() != null) {
            return Text.of("review.waiting");
        }
        for (FilePatch patch : change.files()) {
            if (!draft.now().has(patch.name())) {
                return Text.of("changes.elsewhere", patch.name());
            }
            if (patch.lines().isEmpty()) return Text.of("changes.long", patch.name());
        }
        return "";
    }
}
