package org.twinlease.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;

import java.io.IOException;

final class SimCommandTest extends Typed {

    @Test
    void livesAreSimulatedAndTheSameTwice() throws IOException {
        String[] words = {"sim", "--seeds", "3", "--first", "11", "--days", "0.05", "--json"};
        assertThat(run(words)).isZero();
        String told = out.toString();
        JsonNode document = new ObjectMapper().readTree(told);
        assertThat(document.get("seeds").asLong()).isEqualTo(3);
        assertThat(document.get("seconds").asLong()).isGreaterThan(3 * 4320);
        assertThat(document.get("injected").asLong()).isPositive();
        assertThat(run(words)).isZero();
        assertThat(out.toString()).isEqualTo(told);
    }

    @Test
    void onlyTheTroublesThatWereAskedForHappen() throws IOException {
        assertThat(run("sim", "--seed", "2", "--days", "0.05", "--only", "0", "--json")).isZero();
        JsonNode document = new ObjectMapper().readTree(out.toString());
        assertThat(document.get("injected").asLong()).isZero();
    }

    @Test
    void anUnknownFaultIsRefusedWithThoseThatThereAre() {
        assertThat(run("sim", "--faults", "kill,flood")).isEqualTo(2);
        assertThat(err.toString()).contains("flood", "lost-disk").hasLineCount(1);
    }
}
