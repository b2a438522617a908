package org.twinlease.drill.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

final class DrillJsonTest {

    private static final JsonNode BAD = DrillJson.of(List.of(Ran.BAD)).get("drills").get(0);

    @Test
    void aDocumentHoldsWhenAllItsDrillsDo() {
        assertThat(DrillJson.of(List.of(Ran.CALM)).get("holds").asBoolean()).isTrue();
        JsonNode both = DrillJson.of(List.of(Ran.CALM, Ran.BAD));
        assertThat(both.get("holds").asBoolean()).isFalse();
        assertThat(both.get("drills")).hasSize(2);
    }

    @Test
    void timesAreOfTheTwinsClock() {
        assertThat(BAD.get("begin").asText()).isEqualTo("2026-01-02T11:55:00Z");
        assertThat(BAD.get("end").asText()).isEqualTo("2026-01-02T13:00:00Z");
        assertThat(BAD.get("story").get(0).get("at").asText()).startsWith("2026-01-02T1");
    }

    @Test
    void everyExpectationSaysWhatWasFound() {
        List<String> lines = new ArrayList<>();
        for (JsonNode each : BAD.get("expectations")) {
            lines.add(each.get("line").asText() + " " + each.get("holds").asText());
        }
        assertThat(lines).containsExactly("10 true", "11 false", "0 false", "0 true");
        assertThat(BAD.get("expectations").get(0).get("found").asText())
                .isEqualTo("A is partner-down");
    }

    @Test
    void aDoubledAddressNamesBothClientsAndBothServers() {
        JsonNode first = BAD.get("findings").get("doubled").get(0);
        assertThat(first.get("address").asText()).startsWith("10.0.1.");
        assertThat(first.get("first").get("from").asText()).isIn("A", "B");
        assertThat(first.get("second").get("from").asText()).isIn("A", "B");
        assertThat(first.get("first").get("hardware").asText())
                .isNotEqualTo(first.get("second").get("hardware").asText());
        assertThat(BAD.get("worst").get("what").asText()).contains("doubled");
        assertThat(BAD.get("worst").get("causes")).isNotEmpty();
    }

    @Test
    void theSamplesTellWhoServedWhom() {
        JsonNode samples = BAD.get("samples");
        assertThat(samples.size()).isGreaterThan(100);
        JsonNode last = samples.get(samples.size() - 1);
        assertThat(last.get("A").get("serves").asInt() + last.get("B").get("serves").asInt())
                .isEqualTo(last.get("served").asInt());
        assertThat(last.get("A").get("state").asText()).isEqualTo("normal");
        assertThat(last.get("B").get("left").asInt()).isNotNegative();
    }

    @Test
    void aPairThatWasNotReadFromFilesNamesNone() {
        assertThat(BAD.get("pair").get("sources")).isEmpty();
        assertThat(BAD.get("pair").get("mclt").asInt()).isEqualTo(300);
        assertThat(BAD.get("pair").get("lease").asInt()).isEqualTo(600);
    }
}
