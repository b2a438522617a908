package org.twinlease.console.model.window;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.document.Documents;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.draft.DraftModel;
import org.twinlease.console.model.draft.DraftPaneModel;
import org.twinlease.console.model.peers.PeersModel;

import java.util.concurrent.Executor;

/// The models of the pages about configurations, all on one draft.
public final class DraftModels {

    private final DraftModel draft;
    private final PeersModel peers;
    private final @Nullable DraftPaneModel pane;

    DraftModels(ConsoleSession session, Executor ui) {
        draft = new DraftModel(session, ui);
        peers = new PeersModel(draft);
        Documents documents = session.documents();
        pane = documents == null ? null : new DraftPaneModel(draft, documents);
    }

    /// The configurations as they are edited.
    public DraftModel draft() {
        return draft;
    }

    /// What stands beside the forms; null where there are no configurations.
    public @Nullable DraftPaneModel pane() {
        return pane;
    }

    /// The Failover peers page.
    public PeersModel peers() {
        return peers;
    }
}
