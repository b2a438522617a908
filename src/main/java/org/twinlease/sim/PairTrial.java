package org.twinlease.sim;

import org.jspecify.annotations.Nullable;
import org.twinlease.value.ServerState;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/// One life of a failover pair from a seed: so many seconds with troubles, then quiet. What must
/// hold all the time ends it with a [Violation]; what must hold after quiet is looked at then: both
/// in NORMAL, the same leases in both, every client served, every address given out again.
public final class PairTrial {

    private static final long MCLT = 60;
    private static final long LEASE = 600;
    private static final int CLIENTS = 12;

    /// What a trial is made from. Equal makings give equal trials. Only troubles with the numbers
    /// in `only` happen (null: all).
    public record Making(
            long seed, long seconds, Set<Trouble.Kind> kinds, @Nullable Set<Integer> only) {

        /// The troubles that happen.
        public List<Trouble> troubles() {
            Predicate<Trouble> wanted = each -> only == null || only.contains(each.number());
            return Trouble.draw(seed, seconds, kinds).stream().filter(wanted).toList();
        }

        /// The same with these troubles only.
        public Making with(Set<Integer> numbers) {
            return new Making(seed, seconds, kinds, numbers);
        }
    }

    /// What was broken, and how.
    public record Fault(Violation.Kind kind, String words) {}

    /// How a trial went. `fault` is what was broken (null: nothing), `excuse` whose mistake ended
    /// it where it was not the servers' (`operator`), `told` what happened, where it was written
    /// down. Seconds are simulated ones.
    public record Result(
            Making making,
            @Nullable Fault fault,
            @Nullable String excuse,
            List<String> told,
            long seconds,
            int clients,
            Map<Trouble.Kind, Long> happened) {}

    private final Making making;
    private final PairWorld world;
    private final boolean roomy;

    private PairTrial(Making making, boolean tell) {
        this.making = making;
        SplittableRandom random = new SplittableRandom(making.seed());
        Faults wire = new Faults(random.nextInt(100), random.nextInt(50), 1, 800, 0, 0, 0, 0);
        roomy = random.nextInt(3) > 0;
        Setting setting =
                Setting.of(making.seed())
                        .withClients(CLIENTS, 1)
                        .withPools(roomy ? 40 : 7, LEASE)
                        .withCheckEvery(11)
                        .withChangeEvery(random.nextLong(60, 1200))
                        .withFaults(wire);
        world = new PairWorld(setting, MCLT, tell);
        world.plan(making.troubles());
    }

    /// Runs a trial; `tell`: writes down what happens, which takes longer.
    public static Result run(Making making, boolean tell) {
        PairTrial trial = new PairTrial(making, tell);
        Fault fault = null;
        String excuse = null;
        try {
            String words = trial.live();
            if (words != null) fault = new Fault(Violation.Kind.OTHER, words);
        } catch (Violation e) {
            String text = String.valueOf(e.getMessage());
            int end = text.indexOf('\n');
            excuse = e.excuse();
            String words = end < 0 ? text : text.substring(0, end);
            if (e.getCause() != null) words += " " + e.getCause().getStackTrace()[0];
            if (excuse == null) fault = new Fault(e.kind(), words);
        }
        return new Result(
                making,
                fault,
                excuse,
                trial.world.transcript().lines(),
                trial.world.seconds(),
                CLIENTS,
                trial.world.happened());
    }

    private @Nullable String live() {
        world.run(Duration.ofSeconds(making.seconds()));
        world.settle();
        // Twice the longest lease that may be about, and time to talk.
        world.run(Duration.ofSeconds(2 * LEASE + 4 * MCLT + 600));
        List<String> faults = new ArrayList<>();
        for (int server = 0; server < 2; server++) {
            ServerState state = world.state(server);
            if (state != ServerState.NORMAL) {
                faults.add((server == 0 ? "A" : "B") + " is in " + state.word());
            }
        }
        faults.addAll(world.differences());
        long served = world.served();
        if (roomy && served < CLIENTS)
            faults.add(served + " of " + CLIENTS + " clients are served");
        if (!faults.isEmpty()) {
            return "seed " + making.seed() + ": after quiet, " + String.join("; ", faults);
        }
        world.leave();
        world.run(Duration.ofSeconds(3 * LEASE + 4 * MCLT + 1200));
        List<String> kept = world.notFree();
        return kept.isEmpty()
                ? null
                : "seed " + making.seed() + ": long after all left, " + String.join("; ", kept);
    }

    /// Shortens the list of troubles of a trial that failed for as long as it still fails; the
    /// result of the shortest, told whole.
    public static Result shrink(Result failed) {
        List<Integer> numbers =
                new ArrayList<>(failed.making().troubles().stream().map(Trouble::number).toList());
        for (int chunk = Math.max(1, numbers.size() / 2); chunk > 0; chunk /= 2) {
            for (int at = 0; at < numbers.size(); ) {
                List<Integer> fewer = new ArrayList<>(numbers);
                fewer.subList(at, Math.min(numbers.size(), at + chunk)).clear();
                Making shorter = failed.making().with(Set.copyOf(fewer));
                if (run(shorter, false).fault() == null) at += chunk;
                else numbers = fewer;
            }
        }
        Result shortest = run(failed.making().with(Set.copyOf(numbers)), true);
        return shortest.fault() == null ? run(failed.making(), true) : shortest;
    }
}
