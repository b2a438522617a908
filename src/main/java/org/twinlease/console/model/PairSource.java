package org.twinlease.console.model;

import org.jspecify.annotations.Nullable;
import org.twinlease.drill.Original;
import org.twinlease.drill.script.PairOf;
import org.twinlease.drill.script.Scenario;

/// Where the pairs of drills come from. Who opens the console says which files there are; the
/// console itself touches none.
public interface PairSource {

    /// The pair of the session as a drill would name it, with its leases where they are at hand;
    /// null where its files are not.
    @Nullable PairOf own();

    /// Reads the pair of a drill; the names of its files count from `folder`. Takes its time, so
    /// not for the console's own thread.
    Answer read(Scenario scenario, String folder);

    /// Whether there are servers that run, whose pair can be taken as it is now.
    default boolean runs() {
        return false;
    }

    /// The pair of the servers that run, as it is at this moment; they are asked and told nothing.
    /// Takes its time.
    default Answer now() {
        return new Answer(null, Text.of("drill.source.nofiles"));
    }

    /// The pair, or null and in words why there is none.
    record Answer(@Nullable Original original, String why) {}

    /// Where there is nothing but the demo pair.
    PairSource DEMO =
            new PairSource() {
                @Override
                public @Nullable PairOf own() {
                    return null;
                }

                @Override
                public Answer read(Scenario scenario, String folder) {
                    return scenario.pair().isDemo()
                            ? new Answer(Original.demo(scenario), "")
                            : new Answer(null, Text.of("drill.source.nofiles"));
                }
            };
}
