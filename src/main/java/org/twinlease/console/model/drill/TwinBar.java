package org.twinlease.console.model.drill;

import org.twinlease.console.model.Fact;
import org.twinlease.console.model.Text;

import java.util.ArrayList;
import java.util.List;

/// What stands above the Drill page in the place of the truth bar: the twin's clock, what the run
/// is doing, each server's state, and who is served.
public record TwinBar(String clock, String day, Fact phase, List<Fact> states, String serving) {

    static TwinBar of(DrillModel.State state) {
        List<Fact> states = new ArrayList<>();
        List<String> serving = new ArrayList<>();
        for (TwinPicture.Side side : state.twin().sides()) {
            String words = Text.of("drill.bar.state", side.letter(), side.state().words());
            states.add(new Fact(words, side.state().tone()));
            serving.add(Text.of("drill.bar.serves", side.letter(), side.serves()));
        }
        if (!serving.isEmpty()) serving.add(state.twin().clients());
        RunClock run = state.run();
        String words =
                serving.isEmpty() ? Text.of("drill.bar.none") : String.join(" \u00b7 ", serving);
        return new TwinBar(run.clock(), run.day(), run.words(), states, words);
    }
}
