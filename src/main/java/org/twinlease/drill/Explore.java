package org.twinlease.drill;

import org.twinlease.drill.script.Scenario;
import org.twinlease.drill.script.Step;
import org.twinlease.sim.Chances;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;

/// Variants of a drill: what is done comes a little earlier or later, and the clients live
/// otherwise, each variant from a seed of its own. The worst of them is what to know.
public final class Explore {

    /// From bad to worse: doubled addresses count more than anything, then lost leases, lost
    /// addresses, refusals, and the waits of clients without an address and of those that renew.
    private static final Comparator<Twin> WORSE =
            Comparator.comparing(
                    twin -> twin.verdict().findings(),
                    Comparator.<Findings>comparingInt(found -> found.doubled().size())
                            .thenComparingInt(found -> found.lost().size())
                            .thenComparingInt(found -> found.ended().size())
                            .thenComparingInt(found -> found.refused().size())
                            .thenComparingLong(found -> found.longestSeconds(false))
                            .thenComparingLong(found -> found.longestSeconds(true)));

    /// What came of exploring: how many variants there were, in how many of them something that is
    /// expected at no special moment does not hold, and the worst one, over and done.
    public record Explored(int variants, int failed, Twin worst) {

        /// Whether what is expected holds in every variant.
        public boolean holds() {
            return failed == 0;
        }
    }

    private Explore() {}

    /// Runs so many variants, with seeds from `seed` on. Each act is moved by at most `within`
    /// seconds; the acts stay in their order. Expectations of a moment are not judged, since what
    /// they are about has moved.
    public static Explored run(
            Scenario scenario, Original original, long seed, int variants, long within) {
        return run(scenario, original, seed, variants, within, _ -> true);
    }

    /// The same, with a word after each variant: `goOn` is told how many are done, and says whether
    /// there shall be another. What came of those that are done counts.
    public static Explored run(
            Scenario scenario,
            Original original,
            long seed,
            int variants,
            long within,
            IntPredicate goOn) {
        Twin worst = null;
        int failed = 0;
        int done = 0;
        for (int i = 0; i < variants; i++) {
            Twin twin = new Twin(moved(scenario, seed + i, within), original, seed + i);
            boolean holds =
                    twin.finish().judgements().stream()
                            .allMatch(
                                    each -> each.holds() || each.expectation().claim().isMoment());
            if (!holds) failed++;
            if (worst == null || WORSE.compare(twin, worst) > 0) worst = twin;
            done++;
            if (!goOn.test(done)) break;
        }
        if (worst == null) throw new IllegalArgumentException("no variants");
        return new Explored(done, failed, worst);
    }

    static Scenario moved(Scenario scenario, long seed, long within) {
        RandomGenerator random = Chances.of(seed);
        List<Step> steps = new ArrayList<>();
        long before = scenario.begin();
        for (Step step : scenario.steps()) {
            long by = within == 0 ? 0 : random.nextLong(-within, within + 1);
            long moment = Math.clamp(step.moment() + by, before, scenario.end());
            steps.add(new Step(step.line(), moment, step.act()));
            before = moment;
        }
        return scenario.with(steps);
    }
}
