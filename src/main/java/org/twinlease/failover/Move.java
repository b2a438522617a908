package org.twinlease.failover;

import org.twinlease.value.ServerState;

/// What follows from a cause: the state to be in (perhaps the same) and what to ask the partner.
record Move(ServerState to, Ask ask) {

    /// A request for binding updates.
    enum Ask {
        NOTHING,
        /// UPDREQ: what was never acknowledged.
        UPDATES,
        /// UPDREQALL: everything.
        ALL
    }

    static Move to(ServerState state) {
        return new Move(state, Ask.NOTHING);
    }

    static Move all(ServerState state) {
        return new Move(state, Ask.ALL);
    }

    static Move updates(ServerState state) {
        return new Move(state, Ask.UPDATES);
    }
}
