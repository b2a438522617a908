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

    private static final int CLIENTS = 12;

    /// What a trial is made from. Equal makings give equal trials. Only troubles with the numbers
    /// in `only` happen (null: all), to a pair with these settings (null: some of the seed).
    public record Making(
            long seed,
            long seconds,
            Set<Trouble.Kind> kinds,
            @Nullable Set<Integer> only,
            @Nullable Pairing pairing) {

        /// The troubles that happen.
        public List<Trouble> troubles() {
            Predicate<Trouble> wanted = each -> only == null || only.contains(each.number());
            return Trouble.draw(seed, seconds, kinds).stream().filter(wanted).toList();
        }

        /// The same with these troubles only.
        public Making with(Set<Integer> numbers) {
            return new Making(seed, seconds, kinds, numbers, pairing);
        }
    }

    /// What was broken, and how.
    public record Fault(Violation.Kind kind, String words) {}

    /// How a trial went. `fault` is what was broken (null: nothing), `excused` how often an address
    /// was doubled for a reason that is not the servers' (`operator`, `clock`, `memory`), `told`
    /// what happened, where it was written down. Seconds are simulated ones.
    public record Result(
            Making making,
            @Nullable Fault fault,
            Map<String, Long> excused,
            List<String> told,
            long seconds,
            int clients,
            Map<Trouble.Kind, Long> happened) {}

    private final Making making;
    private final PairWorld world;
    private final Pairing pairing;
    private final boolean roomy;

    private PairTrial(Making making, boolean tell) {
        this.making = making;
        SplittableRandom random = new SplittableRandom(making.seed());
        Faults wire = new Faults(random.nextInt(100), random.nextInt(50), 1, 800, 0, 0, 0, 0);
        roomy = random.nextInt(3) > 0;
        Pairing drawn = Pairing.draw(random);
        pairing = making.pairing() == null ? drawn : making.pairing();
        Setting setting =
                Setting.of(making.seed())
                        .withClients(CLIENTS, 1)
                        .withPools(roomy ? 40 : 7, pairing.leaseSeconds())
                        .withCheckEvery(9973)
                        .withChangeEvery(random.nextLong(60, 1200))
                        .withFaults(wire);
        world = new PairWorld(setting, pairing, tell);
        world.plan(making.troubles());
    }

    /// Runs a trial; `tell`: writes down what happens, which takes longer.
    public static Result run(Making making, boolean tell) {
        PairTrial trial = new PairTrial(making, tell);
        Fault fault = null;
        try {
            fault = trial.live();
        } catch (Violation e) {
            String text = String.valueOf(e.getMessage());
            int end = text.indexOf('\n');
            String words = end < 0 ? text : text.substring(0, end);
            if (e.getCause() != null) words += " " + e.getCause().getStackTrace()[0];
            fault = new Fault(e.kind(), words);
        }
        return new Result(
                making,
                fault,
                trial.world.excused(),
                trial.world.transcript().lines(),
                trial.world.seconds(),
                CLIENTS,
                trial.world.happened());
    }

    private @Nullable Fault live() {
        world.run(Duration.ofSeconds(making.seconds()));
        world.settle();
        // Twice the longest lease that may be about, and time to talk.
        world.run(Duration.ofSeconds(2 * pairing.leaseSeconds() + 4 * pairing.mclt() + 600));
        String start = "seed " + making.seed() + ": ";
        List<String> apart = new ArrayList<>();
        for (int server = 0; server < 2; server++) {
            ServerState state = world.state(server);
            if (state != ServerState.NORMAL) {
                apart.add((server == 0 ? "A" : "B") + " is in " + state.word());
            }
        }
        // A client may have renewed a moment ago.
        if (!world.differences().isEmpty()) world.run(Duration.ofSeconds(2));
        apart.addAll(world.differences());
        if (!apart.isEmpty()) {
            String words = start + "after quiet, " + String.join("; ", apart);
            return new Fault(Violation.Kind.APART, words);
        }
        long served = world.served();
        if (roomy && served < CLIENTS) {
            String words = start + "after quiet, " + served + " of " + CLIENTS + " are served";
            return new Fault(Violation.Kind.OTHER, words);
        }
        world.leave();
        world.run(Duration.ofSeconds(3 * pairing.leaseSeconds() + 4 * pairing.mclt() + 1200));
        List<String> kept = world.notFree();
        if (kept.isEmpty()) return null;
        String words = start + "long after all left, " + String.join("; ", kept);
        return new Fault(Violation.Kind.OTHER, words);
    }

    /// Shortens the list of troubles of a trial that failed for as long as it still fails in the
    /// same way; the result of the shortest, told whole.
    public static Result shrink(Result failed) {
        List<Integer> numbers =
                new ArrayList<>(failed.making().troubles().stream().map(Trouble::number).toList());
        for (int chunk = Math.max(1, numbers.size() / 2); chunk > 0; chunk /= 2) {
            for (int at = 0; at < numbers.size(); ) {
                List<Integer> fewer = new ArrayList<>(numbers);
                fewer.subList(at, Math.min(numbers.size(), at + chunk)).clear();
                Making shorter = failed.making().with(Set.copyOf(fewer));
                if (isLike(failed, run(shorter, false))) numbers = fewer;
                else at += chunk;
            }
        }
        Result shortest = run(failed.making().with(Set.copyOf(numbers)), true);
        return isLike(failed, shortest) ? shortest : run(failed.making(), true);
    }

    private static boolean isLike(Result failed, Result other) {
        Fault fault = failed.fault();
        return fault != null && other.fault() != null && fault.kind() == other.fault().kind();
    }
}
