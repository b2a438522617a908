package org.twinlease.console.model;

import java.util.function.Consumer;

/// The way out of a model: holds the newest state and hands it to whoever looks at it now. Nobody
/// looking costs nothing but the record.
public final class Shown<S> {

    private S state;
    private Consumer<S> viewer = _ -> {};

    public Shown(S first) {
        state = first;
    }

    /// The newest state.
    public S state() {
        return state;
    }

    /// From now on hands every state to `viewer`, the present one at once; takes the place of the
    /// viewer before.
    public void to(Consumer<S> viewer) {
        this.viewer = viewer;
        viewer.accept(state);
    }

    /// Ends what [#to] began.
    public void toNobody() {
        viewer = _ -> {};
    }

    public void put(S next) {
        state = next;
        viewer.accept(next);
    }
}
