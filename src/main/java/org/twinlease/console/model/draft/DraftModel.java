package org.twinlease.console.model.draft;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.Edit;
import org.twinlease.config.Problem;
import org.twinlease.config.document.Alteration;
import org.twinlease.config.document.Altered;
import org.twinlease.config.document.Document;
import org.twinlease.config.document.Documents;
import org.twinlease.config.document.Survey;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.Text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;

/// The configurations as they are edited: every page that alters them does it here. Surveys are
/// made in the background, so [#survey] may be of a state a moment ago. All methods belong to the
/// thread that `ui` stands for.
public final class DraftModel {

    private static final Document NOTHING = new Document(List.of(), List.of());

    private final ConsoleSession session;
    private final Executor ui;
    private final @Nullable Documents documents;
    private final List<Runnable> listeners = new ArrayList<>();
    private final List<Deed> deeds = new ArrayList<>();
    private final Deque<Deed> undone = new ArrayDeque<>();
    private Document stored = NOTHING;
    private Document now = NOTHING;
    private Document surveyed = NOTHING;
    private Survey survey = Survey.NONE;
    private long surveyedMillis;
    private volatile Document newest = NOTHING;

    /// Builds it empty; nothing is read before [#load].
    public DraftModel(ConsoleSession session, Executor ui) {
        this.session = session;
        this.ui = ui;
        documents = session.documents();
    }

    /// From now on runs `listener` whenever anything has changed.
    public void listen(Runnable listener) {
        listeners.add(listener);
    }

    /// Whether there are configurations to be had at all.
    public boolean isThere() {
        return documents != null;
    }

    /// Whether the configurations were read and surveyed.
    public boolean isKnown() {
        return !surveyed.halves().isEmpty();
    }

    /// Reads what is stored, unless something was altered since: that is never lost by itself.
    public void load() {
        Documents source = documents;
        if (source == null || isAltered()) return;
        session.background()
                .execute(
                        () -> {
                            Document read = source.open();
                            ui.execute(() -> take(read));
                        });
    }

    private void take(Document read) {
        if (isAltered()) return;
        if (read.equals(stored)) return;
        stored = read;
        now = read;
        deeds.clear();
        undone.clear();
        changed();
    }

    /// Forgets every alteration and reads what is stored.
    public void discard() {
        while (isAltered() && !deeds.isEmpty()) now = deeds.removeLast().before();
        now = stored;
        undone.clear();
        changed();
        load();
    }

    /// What is stored, as far as is known.
    public Document stored() {
        return stored;
    }

    /// The document as it is edited.
    public Document now() {
        return now;
    }

    /// What the document says, or said a moment ago.
    public Survey survey() {
        return survey;
    }

    /// When the survey was made, milliseconds since 1970; 0 before the first.
    public long surveyedMillis() {
        return surveyedMillis;
    }

    /// Whether [#survey] is of the document as it is.
    public boolean isFresh() {
        return surveyed.equals(now);
    }

    /// Whether something waits to be stored.
    public boolean isAltered() {
        return !now.equals(stored);
    }

    /// What was done since the files were read, oldest first; storing them changes nothing in it.
    public List<Deed> deeds() {
        return List.copyOf(deeds);
    }

    /// How many deeds lie between what is stored and the document as it is.
    public int unwritten() {
        int count = 0;
        Document at = now;
        for (int i = deeds.size() - 1; i >= 0 && !at.equals(stored); i--) {
            at = deeds.get(i).before();
            count++;
        }
        return count;
    }

    /// Alters the document. A deed of the same key right before becomes one with this. Why it
    /// cannot be, or nothing.
    public String alter(String key, String words, List<Alteration> alterations) {
        Documents source = documents;
        if (source == null) return Text.of("draft.none");
        Altered altered = source.alter(now, alterations);
        if (altered.isRefused()) return altered.refusal();
        if (altered.edits().isEmpty()) return "";
        push(key, words, altered.edits());
        join();
        changed();
        return "";
    }

    /// Has the other half say of something what a half says of it, as a deed. Why it cannot be, or
    /// nothing.
    public String take(String about, int half) {
        Documents source = documents;
        if (source == null) return Text.of("draft.none");
        Altered altered = source.take(now, about, half);
        if (altered.isRefused()) return altered.refusal();
        if (altered.edits().isEmpty()) return "";
        String from = now.halves().get(half).server();
        push("", Text.of("draft.took", FileText.shown(about), from), altered.edits());
        changed();
        return "";
    }

    /// Makes one deed of the newest two when they are of one key: a word typed is one deed.
    private void join() {
        if (deeds.size() < 2) return;
        Deed last = deeds.getLast();
        Deed first = deeds.get(deeds.size() - 2);
        if (last.key().isEmpty() || !last.key().equals(first.key())) return;
        deeds.removeLast();
        deeds.removeLast();
        List<Edit> edits = first.before().edits(now);
        if (edits.isEmpty()) return;
        deeds.add(new Deed(last.key(), last.words(), last.atMillis(), first.before(), now, edits));
    }

    /// Carries out what a machine can do about a problem; false when the document is another by
    /// now.
    public boolean fix(Problem problem) {
        return edit("", Text.of("draft.fixed", problem.code()), problem.fix());
    }

    /// As [#fix] for every problem that has a fix, without those that get in each other's way.
    public void fixAll() {
        List<Edit> chosen = new ArrayList<>();
        for (Problem problem : survey.problems()) {
            boolean free =
                    problem.fix().stream().noneMatch(e -> chosen.stream().anyMatch(e::overlaps));
            if (free) chosen.addAll(problem.fix());
        }
        edit("", Text.of("draft.fixed.all"), chosen);
    }

    /// Makes edits of the document as it is one deed; false when there is nothing to do.
    public boolean stage(String words, List<Edit> edits) {
        if (edits.isEmpty()) return false;
        push("", words, edits);
        changed();
        return true;
    }

    private boolean edit(String key, String words, List<Edit> edits) {
        if (!isFresh() || edits.isEmpty()) return false;
        push(key, words, edits);
        changed();
        return true;
    }

    private void push(String key, String words, List<Edit> edits) {
        Document after = now.after(edits);
        deeds.add(new Deed(key, words, session.clock().millis(), now, after, edits));
        undone.clear();
        now = after;
    }

    /// Whether there is something to undo.
    public boolean canUndo() {
        return !deeds.isEmpty();
    }

    /// Whether there is something to redo.
    public boolean canRedo() {
        return !undone.isEmpty();
    }

    /// Takes the newest deed back.
    public void undo() {
        if (deeds.isEmpty()) return;
        Deed last = deeds.removeLast();
        undone.push(last);
        now = last.before();
        changed();
    }

    /// Does again what was undone last.
    public void redo() {
        if (undone.isEmpty()) return;
        Deed next = undone.pop();
        deeds.add(next);
        now = next.after();
        changed();
    }

    /// Takes one deed back although others followed, as a new deed; false when a later one changed
    /// the same lines.
    public boolean undo(Deed deed) {
        int at = deeds.indexOf(deed);
        if (at < 0) return false;
        List<Edit> back = deed.inverse(deeds.subList(at + 1, deeds.size()));
        if (back == null) return false;
        push("", Text.of("draft.undone", deed.words()), back);
        changed();
        return true;
    }

    /// The document is stored as it was at some time; what was altered since stays.
    void storedAs(Document document) {
        stored = document;
        tell();
    }

    private void changed() {
        tell();
        Documents source = documents;
        Document wanted = now;
        if (source == null || wanted.halves().isEmpty()) return;
        newest = wanted;
        session.background()
                .execute(
                        () -> {
                            // Typing is faster than the survey of a large file.
                            if (!newest.equals(wanted)) return;
                            Survey found = source.survey(wanted);
                            ui.execute(() -> take(wanted, found));
                        });
    }

    private void take(Document of, Survey found) {
        if (!of.equals(now)) return;
        surveyed = of;
        surveyedMillis = session.clock().millis();
        survey = found;
        tell();
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }
}
