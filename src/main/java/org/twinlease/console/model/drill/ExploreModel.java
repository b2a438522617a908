package org.twinlease.console.model.drill;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.Fact;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.drill.Explore;
import org.twinlease.drill.Explore.Explored;
import org.twinlease.drill.Twin;
import org.twinlease.drill.script.Scenario;
import org.twinlease.drill.script.Times;

import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;

/// Variants of the drill: everything that is done comes a little earlier or later, and the clients
/// live otherwise. The worst of them can be opened as a run.
public final class ExploreModel {

    /// How far it is: whether it is under way, how much is done between 0 and 1, what there is to
    /// say, and whether there is a worst variant to open.
    public record State(boolean busy, double done, Fact said, boolean found) {}

    static final State NOTHING = new State(false, 0, new Fact("", Tone.PLAIN), false);

    private static final int MOST = 1_000;
    private static final long DAY = 86_400;

    private final DrillRun.Desk desk;
    private final Runnable changed;
    private State state = NOTHING;
    private @Nullable Twin worst;
    private AtomicBoolean stopped = new AtomicBoolean();

    ExploreModel(DrillRun.Desk desk, Runnable changed) {
        this.desk = desk;
        this.changed = changed;
    }

    State state() {
        return state;
    }

    /// What cannot be read is said; otherwise so many variants of a drill are run, in which an act
    /// moves by at most a time such as `5m`.
    void run(Scenario scenario, DrillPairs pairs, long seed, String variants, String within) {
        OptionalLong by = Times.span(within.strip());
        boolean number = variants.strip().matches("[1-9][0-9]{0,3}");
        int count = number ? Integer.parseInt(variants.strip()) : 0;
        boolean sound = by.isPresent() && by.getAsLong() >= 0 && by.getAsLong() <= DAY;
        if (count < 1 || count > MOST || !sound) {
            put(new State(false, 0, new Fact(Text.of("drill.explore.wrong"), Tone.BAD), false));
            return;
        }
        stop();
        AtomicBoolean mine = new AtomicBoolean();
        stopped = mine;
        worst = null;
        put(new State(true, 0, said(0, count), false));
        desk.background()
                .execute(
                        () -> {
                            Explored explored = null;
                            String why = "";
                            try {
                                DrillPairs.Made made = pairs.made(scenario);
                                why = made.why();
                                if (made.original() != null) {
                                    explored =
                                            Explore.run(
                                                    made.scenario(),
                                                    made.original(),
                                                    seed,
                                                    count,
                                                    by.getAsLong(),
                                                    done -> told(mine, done, count));
                                }
                            } finally {
                                Explored found = explored;
                                String said = why;
                                desk.ui().execute(() -> over(mine, found, said, count));
                            }
                        });
    }

    /// On the other thread: whether there shall be another variant.
    private boolean told(AtomicBoolean mine, int done, int of) {
        desk.ui()
                .execute(
                        () -> {
                            if (mine.get() || done == of) return;
                            put(new State(true, (double) done / of, said(done, of), false));
                        });
        return !mine.get();
    }

    private void over(AtomicBoolean mine, @Nullable Explored found, String why, int of) {
        if (!mine.equals(stopped)) return;
        if (found == null) {
            String words = why.isEmpty() ? Text.of("drill.phase.broken") : why;
            put(new State(false, 0, new Fact(words, Tone.BAD), false));
            return;
        }
        worst = found.worst();
        String key = found.holds() ? "drill.explore.holds" : "drill.explore.fails";
        String words = Text.of(key, found.variants(), of, found.failed(), found.worst().seed());
        Tone tone = found.holds() ? Tone.GOOD : Tone.WATCH;
        put(new State(false, 1, new Fact(words, tone), true));
    }

    private static Fact said(int done, int of) {
        return new Fact(Text.of("drill.explore.busy", done, of), Tone.CALM);
    }

    private void put(State next) {
        state = next;
        changed.run();
    }

    /// Ends after the variant that is under way; what is done counts.
    public void stop() {
        stopped.set(true);
    }

    /// The worst variant, over and done; null where there is none yet.
    @Nullable Twin worst() {
        return worst;
    }

    /// Another drill: nothing is known of it.
    void forget() {
        stop();
        stopped = new AtomicBoolean();
        worst = null;
        state = NOTHING;
    }
}
