package org.twinlease.sim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

/// Many small worlds in which everything goes wrong. One seed again: `mvn verify -Dtest=SeedsTest
/// -Dsim.seed=N`; more of them: `-Dsim.seeds=5000`.
@Tag("sim")
final class SeedsTest {

    static LongStream seeds() {
        return Seeds.of("sim.seeds", 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void serviceIsSafeInTroubleAndResumesByItself(long seed) {
        SimWorld world = new SimWorld(setting(seed));
        world.run(Duration.ofMinutes(30));
        world.settle();
        world.run(Duration.ofMinutes(15));
        world.check();
        assertThat(world.isServerUp()).isTrue();
        assertThat(world.unserved())
                .as(() -> "after " + String.join("\n", world.transcript().tail(40)))
                .isEmpty();
        assertThat(world.transcript().lines()).hasSizeGreaterThan(50);
    }

    private static Setting setting(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int clients = random.nextInt(5, 25);
        int pool = random.nextInt(4) == 0 ? 5 : 2 * clients;
        Setting setting =
                Setting.of(seed)
                        .withClients(clients, random.nextInt(4))
                        .withPools(pool, random.nextLong(20, 600))
                        .withChangeEvery(random.nextLong(20, 200))
                        .withCheckEvery(7)
                        .withFaults(faults(random));
        return random.nextBoolean() ? setting.withPingCheck() : setting;
    }

    /// All kinds of trouble at once, or some of them: a clock that jumps, for one, hides others.
    private static Faults faults(SplittableRandom random) {
        if (random.nextInt(4) == 0) return Faults.ALL;
        boolean wire = random.nextBoolean();
        return new Faults(
                wire ? random.nextInt(300) : 0,
                wire ? random.nextInt(200) : 0,
                1,
                random.nextLong(2, 4000),
                random.nextInt(3) == 0 ? 0 : random.nextLong(10, 400),
                random.nextInt(3) == 0 ? 0 : random.nextLong(10, 200),
                random.nextBoolean() ? 0 : random.nextLong(30, 600),
                random.nextBoolean() ? 0 : random.nextLong(10, 200));
    }
}
