package org.twinlease.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinlease.drill.Library;
import org.twinlease.drill.Original;
import org.twinlease.drill.script.PairOf;

import java.io.IOException;
import java.util.List;
import java.util.Objects;

@Tag("sim")
final class DrillCommandTest {

    private final Desk desk = new Desk();

    @Test
    void theListHasAllDrillsWithTheirTitles() {
        assertThat(desk.run("drill list")).isZero();
        assertThat(desk.out().lines()).hasSameSizeAs(Library.names());
        assertThat(desk.out())
                .contains("primary-dies-at-noon")
                .contains("The primary dies at noon");
    }

    @Test
    void theListSaysToProgramsWhatEachTeaches() throws IOException {
        assertThat(desk.run("drill list --json")).isZero();
        JsonNode first = new ObjectMapper().readTree(desk.out()).get(0);
        assertThat(first.get("name").asText()).isEqualTo(Library.names().getFirst());
        assertThat(first.get("teaches").asText()).isNotEmpty();
    }

    @Test
    void aDrillIsShownWithItsOutcome() {
        assertThat(desk.run("drill show fibre-cut")).isZero();
        assertThat(desk.out()).isEqualTo(Library.text("fibre-cut"));
    }

    @Test
    void everySentenceIsListed() {
        assertThat(desk.run("drill words")).isZero();
        assertThat(desk.out())
                .contains("kill SERVER")
                .contains("expect no address is doubled")
                .contains("max-response-delay")
                .contains("misbehaving");
    }

    @Test
    void aDrillThatHoldsEndsWithZeroAndTellsItsStory() {
        desk.files.put("calm.drill", "begin 12:00\nat 12:01 kill B for 2m\nend 12:05\n");
        assertThat(desk.run("drill run calm.drill")).isZero();
        assertThat(desk.out()).contains("12:01:00  act   kill B").contains("verdict: holds");
    }

    @Test
    void aVerdictThatDoesNotHoldEndsWithOne() throws IOException {
        desk.files.put("bad.drill", "begin 12:00\nend 12:05\nexpect A is partner-down at 12:01\n");
        assertThat(desk.run("drill run bad.drill --json --seed 4")).isEqualTo(1);
        JsonNode document = new ObjectMapper().readTree(desk.out());
        assertThat(document.get("holds").asBoolean()).isFalse();
        JsonNode drill = document.get("drills").get(0);
        assertThat(drill.get("seed").asLong()).isEqualTo(4);
        JsonNode first = drill.get("expectations").get(0);
        assertThat(first.get("line").asInt()).isEqualTo(3);
        assertThat(first.get("holds").asBoolean()).isFalse();
        assertThat(first.get("found").asText()).isEqualTo("A is normal");
    }

    @Test
    void whatIsWrongWithAFileIsToldLineByLine() {
        desk.files.put("bad.drill", "pair demo\nat 12:00 shoot B\n");
        assertThat(desk.run("drill run bad.drill")).isEqualTo(2);
        assertThat(desk.err()).contains("bad.drill:2:1: error drill: \"shoot B\" is no act.");
    }

    @Test
    void theFilesOfAPairTakeThePlaceOfTheDemoPair() {
        String line =
                "drill run fibre-cut --config A --partner-config B --leases L --partner-leases M";
        assertThat(desk.run(line)).isEqualTo(2);
        PairOf pair = (PairOf) desk.asked.getFirst();
        assertThat(pair.configs()).isEqualTo(List.of("A", "B"));
        assertThat(pair.leasesOfA()).isEqualTo("L");
        assertThat(pair.leasesOfB()).isEqualTo("M");
    }

    @Test
    void aPairThatRunsIsRehearsedOnFromNowOn() {
        desk.files.put("calm.drill", "begin 12:00\nat 12:01 kill B for 2m\nend 12:05\n");
        desk.server = new FakeConnection();
        desk.present = Original.demo(Objects.requireNonNull(Library.scenario("fibre-cut")));
        String connect = "--connect http://127.0.0.1:1,http://127.0.0.1:2 --peer fo --config A";
        assertThat(desk.run("drill run calm.drill " + connect)).isZero();
        assertThat(desk.asked)
                .containsExactly(
                        "http://127.0.0.1:1", "http://127.0.0.1:2", "2 servers of fo and [A]");
        // Nobody was asked when, so it is midnight.
        assertThat(desk.out()).contains("00:01:00  act   kill B").contains("verdict: holds");
        assertThat(desk.run("drill run calm.drill --leases L " + connect)).isEqualTo(2);
        assertThat(desk.err()).contains("leave --leases out");
    }

    @Test
    void theWorstOfSeveralVariantsIsTold() {
        desk.files.put("calm.drill", "begin 12:00\nat 12:03 kill B for 2m\nend 12:09\n");
        assertThat(desk.run("drill run calm.drill --explore 2 --within 30s")).isZero();
        assertThat(desk.out()).contains("calm: 2 variants, in 0 of them").contains("kill B");
        assertThat(desk.run("drill run calm.drill --explore 0")).isEqualTo(2);
        assertThat(desk.run("drill run calm.drill --explore 1 --within x")).isEqualTo(2);
    }

    @Test
    void programsAreToldHowManyVariantsFailed() throws IOException {
        desk.files.put(
                "calm.drill",
                "begin 12:00\nend 12:02\nexpect A is paused at 12:01\nexpect no lease is lost\n");
        assertThat(desk.run("drill run calm.drill --explore 3 --json")).isZero();
        JsonNode document = new ObjectMapper().readTree(desk.out());
        assertThat(document.get("holds").asBoolean()).isTrue();
        assertThat(document.get("drills").get(0).get("variants").asInt()).isEqualTo(3);
        assertThat(document.get("drills").get(0).get("failed").asInt()).isZero();
        desk.files.put("bad.drill", "begin 12:00\nend 12:02\nexpect some lease is lost\n");
        assertThat(desk.run("drill run bad.drill --explore 2 --json")).isEqualTo(1);
        JsonNode bad = new ObjectMapper().readTree(desk.out());
        assertThat(bad.get("drills").get(0).get("failed").asInt()).isEqualTo(2);
    }

    @Test
    void aReportIsWrittenIntoAFolder() {
        desk.files.put("calm.drill", "begin 12:00\nend 12:02\n");
        assertThat(desk.run("drill run calm.drill --report out")).isZero();
        assertThat(desk.files).containsKeys("calm.html", "calm.pdf", "drills.json", "junit.xml");
        assertThat(desk.out()).contains("the report is in out");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drill",
                "drill run",
                "drill run no-such-drill",
                "drill run missing.drill",
                "drill show no-such-drill",
                "drill run fibre-cut --config A",
                "drill run fibre-cut --leases L",
                "drill run fibre-cut --seed x"
            })
    void whatCannotBeRunIsRefusedInOneLine(String line) {
        assertThat(desk.run(line)).isEqualTo(2);
        assertThat(desk.err().lines()).hasSize(1);
    }
}
