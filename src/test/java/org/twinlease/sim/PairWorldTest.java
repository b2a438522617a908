package org.twinlease.sim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinlease.control.FailoverView;
import org.twinlease.value.ServerState;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/// Two real engines as a failover pair, their real octets between them. One seed again: `mvn verify
/// -Dtest=PairWorldTest -Dsim.seed=N`.
@Tag("sim")
final class PairWorldTest {

    private static final long MCLT = 60;

    @Test
    void anEmptyPairComesToNormalAndServesEveryClientOnce() {
        PairWorld world = new PairWorld(calm(1), MCLT);
        world.run(Duration.ofSeconds(30));
        assertThat(states(world)).isEqualTo("normal/normal normal/normal");
        world.settle();
        world.run(Duration.ofMinutes(20));
        assertThat(world.served()).isEqualTo(12);
        assertThat(world.differences()).isEmpty();
    }

    @Test
    void theLinkIsCutAndBothServeAndAgreeAgainAfterwards() {
        PairWorld world = new PairWorld(calm(2), MCLT);
        world.run(Duration.ofSeconds(30));
        world.cut(true);
        world.run(Duration.ofSeconds(60));
        assertThat(states(world))
                .isEqualTo("communications-interrupted/normal communications-interrupted/normal");
        world.settle();
        world.run(Duration.ofMinutes(20));
        assertThat(world.served()).as("each server has free addresses").isEqualTo(12);
        world.cut(false);
        world.run(Duration.ofMinutes(10));
        assertThat(states(world)).isEqualTo("normal/normal normal/normal");
        assertThat(world.differences()).isEmpty();
    }

    @Test
    void theSameSeedTellsTheSameStory() {
        assertThat(storm(7).transcript().text()).isEqualTo(storm(7).transcript().text());
        assertThat(storm(7).transcript().text()).isNotEqualTo(storm(8).transcript().text());
    }

    static LongStream seeds() {
        return Seeds.of("sim.pairs", 100);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noAddressIsWithTwoClientsWhateverFailsAndBothAgreeAfterwards(long seed) {
        PairWorld world = storm(seed);
        world.settle();
        world.run(Duration.ofMinutes(30));
        assertThat(states(world)).isEqualTo("normal/normal normal/normal");
        assertThat(world.differences()).as(() -> stories(world)).isEmpty();
        assertThat(world.served()).isEqualTo(12);
    }

    /// All that happened to the addresses that the servers do not agree on.
    private static String stories(PairWorld world) {
        List<String> addresses =
                world.differences().stream()
                        .map(line -> line.substring(0, line.indexOf(':')) + " ")
                        .toList();
        return world.transcript().lines().stream()
                .filter(line -> addresses.stream().anyMatch((line + " ")::contains))
                .collect(Collectors.joining("\n"));
    }

    /// Two hours of crashes, cuts and resets.
    private static PairWorld storm(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Faults wire = new Faults(random.nextInt(100), random.nextInt(50), 1, 800, 0, 0, 0, 0);
        PairWorld world = new PairWorld(calm(seed).withChangeEvery(120).withFaults(wire), MCLT);
        for (int i = 0; i < 40; i++) {
            world.run(Duration.ofSeconds(random.nextLong(1, 300)));
            Duration down = Duration.ofSeconds(random.nextLong(1, 400));
            switch (random.nextInt(5)) {
                case 0 -> world.kill(random.nextInt(2), down);
                case 1 -> world.losePower(random.nextInt(2), down);
                case 2 -> world.reset();
                case 3 -> world.cut(true);
                default -> world.cut(false);
            }
        }
        world.cut(false);
        world.run(Duration.ofSeconds(400));
        return world;
    }

    private static Setting calm(long seed) {
        return Setting.of(seed).withClients(12, 1).withPools(40, 600).withCheckEvery(11);
    }

    private static String states(PairWorld world) {
        return states(world.pair(0)) + " " + states(world.pair(1));
    }

    private static String states(FailoverView view) {
        ServerState mine = view.starting() ? ServerState.STARTUP : view.state();
        return mine.word() + "/" + view.partner().word();
    }
}
