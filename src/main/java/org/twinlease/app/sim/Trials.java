package org.twinlease.app.sim;

import org.jspecify.annotations.Nullable;
import org.twinlease.cli.Exit;
import org.twinlease.cli.Refused;
import org.twinlease.cli.SimFinding;
import org.twinlease.cli.SimOptions;
import org.twinlease.cli.SimResult;
import org.twinlease.sim.PairTrial;
import org.twinlease.sim.Pairing;
import org.twinlease.sim.Trouble;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The trials of simulated pairs, one beside the other on all cores, told in the order of seeds.
public final class Trials {

    private static final double DAY = 86_400;

    private final Consumer<SimFinding> each;
    private final Map<String, Long> happened = new TreeMap<>();
    private long seeds;
    private long seconds;
    private long clients;
    private final Map<String, Long> excused = new TreeMap<>();

    private Trials(Consumer<SimFinding> each) {
        this.each = each;
    }

    /// Runs the trials that are asked for, and hands each that failed on.
    ///
    /// @throws Refused when a kind of fault is not known or the files are no pair
    public static SimResult run(SimOptions options, Consumer<SimFinding> each) throws Refused {
        long seconds = Math.max(1, Math.round(options.days() * DAY));
        Set<Trouble.Kind> kinds = kinds(options.faults());
        @Nullable Set<Integer> only = options.only().isEmpty() ? null : options.only();
        @Nullable Pairing pairing = SimPair.of(options.configs());
        Trials trials = new Trials(each);
        int cores = Runtime.getRuntime().availableProcessors();
        ExecutorService workers = Executors.newFixedThreadPool(cores);
        // Few are begun ahead of what was told, since each result is kept until then.
        Deque<Future<PairTrial.Result>> begun = new ArrayDeque<>();
        try {
            for (long i = 0; i < options.seeds(); i++) {
                var making =
                        new PairTrial.Making(options.first() + i, seconds, kinds, only, pairing);
                begun.add(workers.submit(() -> trial(making)));
                if (begun.size() >= 4 * cores) trials.take(begun.remove().get());
            }
            while (!begun.isEmpty()) trials.take(begun.remove().get());
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            throw new Refused(Exit.INTERNAL, "interrupted");
        } catch (ExecutionException broken) {
            throw new IllegalStateException(broken.getCause());
        } finally {
            workers.shutdownNow();
        }
        return trials.result();
    }

    private static PairTrial.Result trial(PairTrial.Making making) {
        PairTrial.Result result = PairTrial.run(making, false);
        return result.fault() == null ? result : PairTrial.shrink(result);
    }

    private void take(PairTrial.Result result) {
        seeds++;
        seconds += result.seconds();
        clients += result.clients();
        result.happened().forEach((kind, times) -> happened.merge(kind.word(), times, Long::sum));
        result.excused().forEach((why, times) -> excused.merge(why, times, Long::sum));
        PairTrial.Fault fault = result.fault();
        if (fault == null) return;
        List<Trouble> troubles = result.making().troubles();
        each.accept(
                new SimFinding(
                        result.making().seed(),
                        fault.kind().name().toLowerCase(Locale.ROOT),
                        fault.words(),
                        troubles.stream().map(Trouble::words).toList(),
                        troubles.stream().map(Trouble::number).toList(),
                        result.told()));
    }

    private SimResult result() {
        return new SimResult(seeds, seconds, clients, happened, excused);
    }

    private static Set<Trouble.Kind> kinds(List<String> words) throws Refused {
        if (words.equals(List.of("all"))) return EnumSet.allOf(Trouble.Kind.class);
        Set<Trouble.Kind> kinds = EnumSet.noneOf(Trouble.Kind.class);
        for (String word : words) kinds.add(kind(word));
        return kinds;
    }

    private static Trouble.Kind kind(String word) throws Refused {
        for (Trouble.Kind kind : Trouble.Kind.values()) if (kind.word().equals(word)) return kind;
        String known =
                Stream.of(Trouble.Kind.values())
                        .map(Trouble.Kind::word)
                        .collect(Collectors.joining(", "));
        throw Refused.input("--faults " + word + " is not known; all, or of " + known);
    }
}
