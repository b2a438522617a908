package org.twinlease.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.twinlease.lab.PairLab.Roles;
import org.twinlease.value.ServerState;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Two of this program under load, one of them killed again and again: every client is served by
/// the other, and no address is with two. `twinlease.minutes` says for how long, `twinlease.seed`
/// which one is killed when; what was measured is printed.
@Tag("lab")
@Isolated("its load would make the others late")
final class PairKillTest {

    private static final double MINUTES =
            Double.parseDouble(System.getProperty("twinlease.minutes", "0.7"));
    private static final long SEED = Long.getLong("twinlease.seed", 20_260_101);
    private static final int CLIENTS = 40;
    private static final int RECEIVE_TIMER = 9;
    private static final long MILLI = 1_000_000;

    @TempDir Path folder;

    private final Random random = new Random(SEED);
    private final List<Long> takeovers = new ArrayList<>();

    private PairLab up() {
        return PairLab.up(folder, Roles.OURS_ONLY, "--range", "10.77.0.100 10.77.0.229");
    }

    private Crowd crowd(PairLab pair, int clients) throws IOException {
        return new Crowd(
                pair.lab(),
                "c1",
                List.of(pair.primary.address(), pair.secondary.address()),
                new Crowd.Habits(clients, true, 10 * MILLI),
                SEED);
    }

    @Test
    void everyClientIsServedAndNothingIsGivenTwiceWhileEitherIsKilled() throws IOException {
        try (PairLab pair = up()) {
            pair.start();
            double begin = PairLab.clock();
            try (Crowd crowd = crowd(pair, CLIENTS)) {
                pair.await("all have an address", () -> crowd.waiting(0) == 0);
                do {
                    kill(pair, crowd);
                } while (PairLab.clock() < begin + 60 * MINUTES);
                pair.await("all have an address", () -> crowd.waiting(0) == 0);
                report(crowd);
            }
            pair.same();
            pair.clean();
        }
    }

    /// One dies, the other takes over at once; it comes back, is perhaps killed again before the
    /// two agree, and they do.
    private void kill(PairLab pair, Crowd crowd) {
        pair.pass(PairLab.clock(), random.nextDouble(4));
        Partner lost = random.nextBoolean() ? pair.primary : pair.secondary;
        Partner left = pair.other(lost);
        long since = System.nanoTime();
        lost.kill();
        takeovers.add(takeover(pair, crowd, lost, left, since));
        pair.pass(PairLab.clock(), random.nextDouble(12));
        lost.start();
        if (random.nextInt(4) == 0) {
            lost.kill();
            pair.pass(PairLab.clock(), random.nextDouble(3));
            lost.start();
        }
        pair.normal();
        assertThat(crowd.faults()).as("seed %d", SEED).isEmpty();
    }

    /// Nanoseconds until a client of the lost server's share, which does not even say that it has
    /// waited, is offered something by the one that is left.
    private static long takeover(
            PairLab pair, Crowd crowd, Partner lost, Partner left, long since) {
        int watcher = crowd.watcher(lost.equals(pair.primary));
        pair.await(
                "the other takes over",
                () -> crowd.firstOffer(left.address(), watcher, since) >= 0);
        return crowd.firstOffer(left.address(), watcher, since);
    }

    private void report(Crowd crowd) {
        List<Long> sorted = takeovers.stream().sorted().toList();
        System.out.printf(
                "seed %d: %d kills; until the other one's first offer: median %.1f ms, longest"
                        + " %.1f ms; %d acknowledgements; longest wait of a client %.1f s%n",
                SEED,
                sorted.size(),
                sorted.get(sorted.size() / 2) / 1e6,
                sorted.getLast() / 1e6,
                crowd.acknowledged(),
                crowd.longestWait() / 1e9);
    }

    /// A server that says nothing is not known to be dead: its partner waits for the receive timer.
    @Test
    void whoFallsSilentIsReplacedWithinTheReceiveTimer() throws IOException {
        try (PairLab pair = up()) {
            pair.start();
            try (Crowd crowd = crowd(pair, 10)) {
                for (Partner lost : List.of(pair.primary, pair.secondary)) {
                    pair.await("all have an address", () -> crowd.waiting(0) == 0);
                    Partner left = pair.other(lost);
                    pair.fault("cut", lost, "blackhole");
                    long since = System.nanoTime();
                    long nanos = takeover(pair, crowd, lost, left, since);
                    System.out.printf(
                            "silent: first offer of the other one after %.1f s%n", nanos / 1e9);
                    assertThat(nanos).isLessThan((RECEIVE_TIMER + 5) * 1000 * MILLI);
                    pair.in(left, ServerState.COMMUNICATIONS_INTERRUPTED);
                    pair.heal();
                    pair.normal();
                }
                assertThat(crowd.faults()).isEmpty();
            }
            pair.same();
            pair.clean();
        }
    }
}
