package org.twinlease.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinlease.cli.SimFinding;
import org.twinlease.cli.SimOptions;
import org.twinlease.cli.SimResult;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

final class SimCommandTest {

    private static final SimFinding FINDING =
            new SimFinding(
                    47,
                    "double",
                    "seed 47: 10.0.0.1 is with two",
                    List.of("3. at 60 s A is killed for 5 s", "7. at 90 s B is cut for 5 s"),
                    List.of(3, 7),
                    List.of("first", "last"));

    private final Desk desk = new Desk();

    private SimOptions options(String line) {
        assertThat(desk.run(line)).as("%s: %s", line, desk.err()).isZero();
        return (SimOptions) desk.asked.getFirst();
    }

    @Test
    void optionsSayWhichLivesAreSimulated() {
        assertThat(options("sim"))
                .isEqualTo(new SimOptions(1, 10, 1, List.of("all"), Set.of(), List.of()));
        assertThat(options("sim --seed 47 --days 0.5 --faults cut,kill --only 3,7"))
                .isEqualTo(
                        new SimOptions(
                                47, 1, 0.5, List.of("cut", "kill"), Set.of(3, 7), List.of()));
        assertThat(options("sim --first 100 --seeds 2000 --days 3"))
                .isEqualTo(new SimOptions(100, 2000, 3, List.of("all"), Set.of(), List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sim --seed 1 --seeds 2",
                "sim --seed 1 --first 2",
                "sim --seeds 0",
                "sim --days 0",
                "sim --days NaN",
                "sim --only x"
            })
    void whatCannotBeSimulatedIsRefused(String line) {
        assertThat(desk.run(line)).isEqualTo(2);
        assertThat(desk.err().lines()).hasSize(1);
        assertThat(desk.asked).isEmpty();
    }

    @Test
    void oneLineSumsUp() {
        desk.sim =
                new SimResult(40, 7200, 480, Map.of("kill", 3L, "cut", 4L), Map.of("operator", 1L));
        assertThat(desk.run("sim")).isZero();
        assertThat(desk.out().lines())
                .containsExactly(
                        "40 seeds, 2 h simulated, 480 clients, 7 faults:"
                                + " double=0 lost=0 unsynced=0 beyond=0 apart=0 other=0 excused=1");
    }

    @Test
    void aFindingIsToldWithTheCommandThatReplaysIt() {
        desk.findings = List.of(FINDING);
        assertThat(desk.run("sim --seeds 50 --days 3 --faults kill,cut")).isEqualTo(1);
        assertThat(desk.out().lines())
                .contains(
                        "double: seed 47: 10.0.0.1 is with two",
                        "  3. at 60 s A is killed for 5 s",
                        "  last",
                        "again: twinlease sim --seed 47 --days 3 --faults kill,cut --only 3,7");
        assertThat(desk.out().lines().toList().getLast()).contains("double=1 lost=0 unsynced=0");
    }

    @Test
    void aLifeThatFailsWithoutAnyTroubleIsReplayedWithNone() {
        desk.findings = List.of(new SimFinding(5, "lost", "x", List.of(), List.of(), List.of()));
        assertThat(desk.run("sim")).isEqualTo(1);
        assertThat(desk.out()).contains("--seed 5 --days 1 --faults all --only 0");
    }

    @Test
    void jsonIsOneDocument() throws IOException {
        desk.sim = new SimResult(40, 7200, 480, Map.of("kill", 3L), Map.of("clock", 1L));
        desk.findings = List.of(FINDING);
        assertThat(desk.run("sim --json")).isEqualTo(1);
        JsonNode document = new ObjectMapper().readTree(desk.out());
        assertThat(document.get("double").asLong()).isEqualTo(1);
        assertThat(document.get("unsynced").asLong()).isZero();
        assertThat(document.get("excused").asLong()).isEqualTo(1);
        assertThat(document.get("faults").get("kill").asLong()).isEqualTo(3);
        JsonNode violation = document.get("violations").get(0);
        assertThat(violation.get("seed").asLong()).isEqualTo(47);
        assertThat(violation.get("replay").asText()).endsWith("--only 3,7");
        assertThat(violation.get("trace")).hasSize(2);
    }
}
