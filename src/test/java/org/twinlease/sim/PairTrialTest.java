package org.twinlease.sim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
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
                new PairTrial.Making(seed, Duration.ofHours(12).toSeconds(), kinds(), null, null);
        PairTrial.Result result = PairTrial.run(making, false);
        if (result.fault() != null) result = PairTrial.shrink(result);
        assertThat(result.fault()).as(story(result)).isNull();
    }

    /// All kinds, or those of `-Dsim.faults=cut,lost-disk`.
    private static Set<Trouble.Kind> kinds() {
        String wanted = System.getProperty("sim.faults", "all");
        Set<Trouble.Kind> kinds = EnumSet.allOf(Trouble.Kind.class);
        if (!wanted.equals("all")) {
            kinds.removeIf(kind -> !List.of(wanted.split(",")).contains(kind.word()));
        }
        return kinds;
    }

    private static String story(PairTrial.Result result) {
        return String.join("\n", result.making().troubles().stream().map(Trouble::words).toList())
                + "\n"
                + String.join(
                        "\n",
                        result.told()
                                .subList(
                                        Math.max(0, result.told().size() - 400),
                                        result.told().size()));
    }
}
