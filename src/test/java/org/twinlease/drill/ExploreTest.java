package org.twinlease.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.twinlease.drill.Explore.Explored;
import org.twinlease.drill.script.Act;
import org.twinlease.drill.script.DrillReader;
import org.twinlease.drill.script.Scenario;
import org.twinlease.drill.script.Step;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

final class ExploreTest {

    private static Scenario scenario(String text) {
        var reading = DrillReader.read("some.drill", text);
        return Objects.requireNonNull(reading.scenario(), reading::toString);
    }

    private static final Scenario BOTH_DIE =
            scenario(
                    """
                    pair demo with lease 10m, mclt 5m
                    population 20 renewing
                    begin 12:00
                    at 12:10 kill A
                    at 12:12 kill B
                    at 12:20 start both
                    end 12:40
                    expect A is normal at 12:10
                    expect nobody loses an address
                    """);

    @Test
    void actsMoveWithinBoundsAndStayInOrder() {
        for (long seed = 0; seed < 50; seed++) {
            Scenario moved = Explore.moved(BOTH_DIE, seed, 300);
            assertThat(moved.steps().stream().map(Step::act).map(Act::text))
                    .containsExactly("kill A", "kill B", "start A", "start B");
            for (int i = 0; i < 4; i++) {
                long was = BOTH_DIE.steps().get(i).moment();
                assertThat(moved.steps().get(i).moment()).isBetween(was - 300, was + 300);
            }
        }
        assertThat(Explore.moved(BOTH_DIE, 1, 300).steps()).isNotEqualTo(BOTH_DIE.steps());
        assertThat(Explore.moved(BOTH_DIE, 1, 0).steps()).isEqualTo(BOTH_DIE.steps());
    }

    @Test
    void whoHasSeenEnoughGetsTheWorstOfWhatIsDone() {
        Original pair = Original.demo(BOTH_DIE);
        List<Integer> done = new ArrayList<>();
        Explored explored =
                Explore.run(
                        BOTH_DIE,
                        pair,
                        10,
                        1_000,
                        240,
                        count -> {
                            done.add(count);
                            return count < 2;
                        });
        assertThat(done).containsExactly(1, 2);
        assertThat(explored.variants()).isEqualTo(2);
        assertThat(explored.worst().seed()).isBetween(10L, 11L);
    }

    @Test
    void theWorstVariantIsFoundAgainByItsSeed() {
        Original pair = Original.demo(BOTH_DIE);
        Explored explored = Explore.run(BOTH_DIE, pair, 10, 6, 240);
        assertThat(explored.variants()).isEqualTo(6);
        Twin worst = explored.worst();
        int most = 0;
        int failed = 0;
        for (long seed = 10; seed < 16; seed++) {
            Twin twin = new Twin(Explore.moved(BOTH_DIE, seed, 240), pair, seed);
            int ended = twin.finish().findings().ended().size();
            most = Math.max(most, ended);
            if (ended > 0) failed++;
            if (seed == worst.seed()) {
                assertThat(Telling.whole(twin)).isEqualTo(Telling.whole(worst));
            }
        }
        assertThat(worst.verdict().findings().ended()).hasSize(most);
        assertThat(explored.failed()).isEqualTo(failed);
        assertThat(explored.holds()).isEqualTo(failed == 0);
    }

    @Test
    void whatIsExpectedOfAMomentIsNotJudged() {
        Scenario moment = scenario("begin 12:00\nend 12:02\nexpect A is paused at 12:01");
        Explored explored = Explore.run(moment, Original.demo(moment), 1, 1, 60);
        assertThat(explored.worst().verdict().holds()).isFalse();
        assertThat(explored.holds()).isTrue();
    }

    @Test
    void ofNoVariantsNoneIsTheWorst() {
        assertThatThrownBy(() -> Explore.run(BOTH_DIE, Original.demo(BOTH_DIE), 1, 0, 60))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
