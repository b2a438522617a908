package org.twinlease.console.view.window;

import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.Tone;

/// What is to be seen on pictures of the Timeline page.
record TimelineScenes(ConsoleView view, ConsoleSession session) {

    /// The moment in which the second server was missed.
    void chooseMoment() {
        var timeline = view.models().timeline();
        for (var entry : timeline.shown().state().entries()) {
            if (entry.tone() != Tone.WATCH) continue;
            timeline.open(entry.id());
            return;
        }
    }

    /// That moment with a name, and compared with now.
    void compareMoments() {
        var timeline = view.models().timeline();
        timeline.bookmark();
        timeline.notes().compare();
        timeline.choose(session.clock().millis());
    }
}
