package org.twinlease.drill;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinlease.drill.script.Claim;
import org.twinlease.drill.script.Scenario;

import java.util.List;
import java.util.Objects;

/// What every drill must keep whatever the seed: no address is doubled and no lease lost, but where
/// the drill is there to show just that.
@Tag("sim")
final class SeedsOfDrillsTest {

    private static final int SEEDS = 3;

    static List<String> drills() {
        return Library.names();
    }

    @ParameterizedTest
    @MethodSource("drills")
    void otherSeedsHurtNobodyEither(String name) {
        Scenario drill = Objects.requireNonNull(Library.scenario(name));
        boolean doubles = drill.all().stream().anyMatch(each -> each.claim() == Claim.DOUBLED);
        for (long seed = 2; seed < 2 + SEEDS; seed++) {
            Twin twin = new Twin(drill, Original.demo(drill), seed);
            Findings found = twin.finish().findings();
            if (!doubles) assertThat(found.doubled()).as("%s, seed %d", name, seed).isEmpty();
            assertThat(found.lost()).as("%s, seed %d", name, seed).isEmpty();
        }
    }
}
