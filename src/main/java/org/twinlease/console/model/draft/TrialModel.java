package org.twinlease.console.model.draft;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.document.Document;
import org.twinlease.config.document.Documents;
import org.twinlease.config.document.Stored;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.draft.Trial.End;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Stores what was altered, for a time: unless a person says that it is good, the former state
/// comes back by itself. All methods belong to the thread that `ui` stands for.
public final class TrialModel {

    private static final long MINUTE = 60_000;

    private final ConsoleSession session;
    private final DraftModel draft;
    private final Executor ui;
    private final List<Trial> trials = new ArrayList<>();
    private final List<Runnable> listeners = new ArrayList<>();
    private boolean busy;
    private String refusal = "";

    public TrialModel(ConsoleSession session, DraftModel draft, Executor ui) {
        this.session = session;
        this.draft = draft;
        this.ui = ui;
    }

    /// From now on runs `listener` whenever something has changed.
    public void listen(Runnable listener) {
        listeners.add(listener);
    }

    /// Every trial, oldest first.
    public List<Trial> trials() {
        return List.copyOf(trials);
    }

    /// The trial that waits for a person's word; null when none does.
    public @Nullable Trial waiting() {
        if (trials.isEmpty()) return null;
        Trial last = trials.getLast();
        return last.end() == End.WAITING ? last : null;
    }

    /// Whether files are being written.
    public boolean isBusy() {
        return busy;
    }

    /// Why the last order was not obeyed; empty when it was.
    public String refusal() {
        return refusal;
    }

    /// Why nothing can be applied now; empty when it can.
    public String obstacle() {
        if (waiting() != null) return Text.of("review.waiting");
        if (!draft.isAltered()) return Text.of("review.nothing");
        if (!draft.isFresh()) return Text.of("review.checking");
        return draft.survey().isUsable() ? "" : Text.of("review.errors");
    }

    /// Applies what was altered, to be confirmed within some minutes.
    public void apply(int minutes) {
        refusal = obstacle();
        if (!refusal.isEmpty() || busy) {
            tell();
            return;
        }
        Document before = draft.stored();
        Document after = draft.now();
        store(
                before,
                after,
                stored -> {
                    refusal = stored.refusal();
                    if (stored.isRefused()) return;
                    long at = session.clock().millis();
                    long until = at + minutes * MINUTE;
                    trials.add(new Trial(before, after, at, until, stored.kept(), End.WAITING));
                    draft.storedAs(after);
                });
    }

    /// Keeps what was applied.
    public void confirm() {
        if (waiting() != null) end(End.CONFIRMED);
        tell();
    }

    /// Puts back what was there before; what was altered is not lost, it waits to be applied again.
    public void revert() {
        Trial trial = waiting();
        if (trial == null || busy) return;
        Document applied = trial.after();
        Document former = trial.before();
        store(applied, former, stored -> reverted(trial, stored));
    }

    private void reverted(Trial trial, Stored stored) {
        refusal = stored.refusal();
        end(stored.isRefused() ? End.STUCK : End.REVERTED);
        if (!stored.isRefused()) draft.storedAs(trial.before());
    }

    private void end(End how) {
        trials.set(trials.size() - 1, trials.getLast().ended(how));
    }

    /// To be called once a second.
    public void tick() {
        Trial trial = waiting();
        if (trial == null) return;
        if (session.clock().millis() >= trial.untilMillis()) revert();
        tell();
    }

    /// The console ends: what nobody has confirmed goes back first.
    public void close() {
        Trial trial = waiting();
        Documents documents = session.documents();
        if (trial == null || documents == null) return;
        Document applied = trial.after();
        Document former = trial.before();
        reverted(trial, documents.store(applied, former));
    }

    private void store(Document before, Document after, Consumer<Stored> then) {
        Documents documents = session.documents();
        if (documents == null) return;
        busy = true;
        tell();
        session.background()
                .execute(
                        () -> {
                            Stored stored = documents.store(before, after);
                            ui.execute(
                                    () -> {
                                        busy = false;
                                        then.accept(stored);
                                        tell();
                                    });
                        });
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }
}
