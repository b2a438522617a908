package org.twinlease.sim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.EnumSet;
import java.util.stream.LongStream;

/// Many lives of a failover pair with every kind of trouble. One seed again: `mvn verify
/// -Dtest=PairTrialTest -Dsim.seed=N`; more of them: `-Dsim.trials=5000`.
@Tag("sim")
final class PairTrialTest {

    static LongStream seeds() {
        return Seeds.of("sim.trials", 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void thePairIsSafeInEveryTroubleAndWellAfterwards(long seed) {
        var making =
                new PairTrial.Making(
                        seed,
                        Duration.ofHours(12).toSeconds(),
                        EnumSet.allOf(Trouble.Kind.class),
                        null);
        PairTrial.Result result = PairTrial.run(making, false);
        if (result.fault() != null) result = PairTrial.shrink(result);
        assertThat(result.fault()).as(story(result)).isNull();
    }

    private static String story(PairTrial.Result result) {
        return String.join("\n", result.making().troubles().stream().map(Trouble::words).toList())
                + "\n"
                + String.join(
                        "\n",
                        result.told()
                                .subList(
                                        Math.max(0, result.told().size() - 60),
                                        result.told().size()));
    }
}
