package org.twinlease.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `twinlease leases`.
class LeasesCommandTest {
    private final Desk desk = new Desk();

    @BeforeEach
    void files() {
        desk.files.put("good", "lease 10.0.0.1 {\n  binding state active;\n}\n");
        desk.files.put("torn", "lease 10.0.0.1 {\n  binding state active;\n");
    }

    @Test
    void aFileIsDecodedWithoutADataFolder() throws Exception {
        assertThat(desk.run("leases decode good --json")).isZero();
        JsonNode document = new ObjectMapper().readTree(desk.out());
        assertThat(document.at("/entries/0/ip").asText()).isEqualTo("10.0.0.1");
        assertThat(document.at("/effective/leases/10.0.0.1/state").asText()).isEqualTo("active");
    }

    @Test
    void aDamagedFileIsDecodedAndEndsWithOne() throws Exception {
        assertThat(desk.run("leases decode torn")).isEqualTo(1);
        JsonNode document = new ObjectMapper().readTree(desk.out());
        assertThat(document.at("/damaged/0/keptByDhcpd").asBoolean()).isTrue();
        assertThat(document.at("/entries")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "leases decode, decode what?",
        "leases decode good --data d, no --data",
        "leases decode good --format csv, no --format",
        "leases list, which data folder?",
        "leases import good, which data folder?",
        "leases list --data d --json, --json is for decode",
        "leases list good --data d, one word too many",
    })
    void whatDoesNotGoTogetherIsRefusedInWords(String line, String words) {
        assertThat(desk.run(line)).isEqualTo(2);
        assertThat(desk.err()).contains(words);
    }
}
