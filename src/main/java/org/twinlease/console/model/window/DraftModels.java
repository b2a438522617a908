package org.twinlease.console.model.window;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.document.Documents;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.calculator.CalculatorModel;
import org.twinlease.console.model.changes.ChangesModel;
import org.twinlease.console.model.config.ConfigModel;
import org.twinlease.console.model.draft.DraftModel;
import org.twinlease.console.model.draft.DraftPaneModel;
import org.twinlease.console.model.draft.TrialModel;
import org.twinlease.console.model.drift.DriftModel;
import org.twinlease.console.model.pair.PairDrift;
import org.twinlease.console.model.peers.PeersModel;
import org.twinlease.console.model.review.ReviewModel;
import org.twinlease.control.PoolView;

import java.util.List;
import java.util.concurrent.Executor;

/// The models of the pages about configurations, all on one draft.
public final class DraftModels {

    private final ConsoleSession session;
    private final DraftModel draft;
    private final PeersModel peers;
    private final @Nullable DraftPaneModel pane;
    private final ConfigModel config;
    private final CalculatorModel calculator;
    private final TrialModel trials;
    private final ReviewModel review;
    private final DriftModel drift;
    private final ChangesModel changes;

    DraftModels(ConsoleSession session, PairDrift running, Executor ui) {
        this.session = session;
        draft = new DraftModel(session, ui);
        peers = new PeersModel(draft);
        trials = new TrialModel(session, draft, ui);
        review = new ReviewModel(session, draft, trials, ui);
        drift = new DriftModel(session, draft, running);
        changes = new ChangesModel(session, draft, trials);
        Documents documents = session.documents();
        config = new ConfigModel(draft, documents);
        calculator = new CalculatorModel(draft, peers);
        pane = documents == null ? null : new DraftPaneModel(draft, documents);
    }

    /// The configurations as they are edited.
    public DraftModel draft() {
        return draft;
    }

    /// The Config page.
    public ConfigModel config() {
        return config;
    }

    /// The Calculator page.
    public CalculatorModel calculator() {
        return calculator;
    }

    /// The Review page.
    public ReviewModel review() {
        return review;
    }

    /// What the halves say differently, beside the Review page.
    public DriftModel drift() {
        return drift;
    }

    /// The Changes page.
    public ChangesModel changes() {
        return changes;
    }

    /// What stands beside the forms; null where there are no configurations.
    public @Nullable DraftPaneModel pane() {
        return pane;
    }

    /// The Failover peers page.
    public PeersModel peers() {
        return peers;
    }

    /// The file of the only configuration, while it is in no relationship: what a new pair would
    /// begin with. Empty otherwise.
    public String single() {
        boolean files = session.mode() != ConsoleSession.Mode.DEMO;
        var halves = draft.now().halves();
        boolean alone = halves.size() == 1 && draft.survey().relationships().isEmpty();
        return files && alone ? halves.getFirst().main() : "";
    }

    /// To be called once a second, with the pools as they are.
    void tick(List<PoolView> pools) {
        trials.tick();
        drift.tick();
        // Without leases nobody knows how many clients there are.
        if (session.mode() == ConsoleSession.Mode.FILES) return;
        calculator.pulse(pools, session.clock().millis());
    }

    /// The console ends: what nobody has confirmed goes back.
    void close() {
        trials.close();
    }
}
