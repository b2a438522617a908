package org.twinlease.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A drill on an own pair, from its files to the files of its report.
final class DrillReportTest extends Typed {

    @TempDir Path folder;

    @BeforeEach
    void files() throws IOException {
        OwnPair.writeTo(folder);
        Files.writeString(
                folder.resolve("lunch.drill"),
                """
                # Lunch
                pair of a.conf and b.conf
                leases of A in a.leases
                begin 12:00
                at 12:05 stop B for 10m
                end 12:30
                expect nobody loses an address
                """);
    }

    private int run() throws Exception {
        String drill = folder.resolve("lunch.drill").toString();
        return run("drill", "run", drill, "--report", folder.resolve("out/deep").toString());
    }

    @Test
    void theReportNamesTheFilesAndTheirDigests() throws Exception {
        assertThat(run()).as(err.toString()).isZero();
        Path report = folder.resolve("out/deep");
        assertThat(report.resolve("lunch.pdf")).isNotEmptyFile();
        JsonNode json = new ObjectMapper().readTree(report.resolve("drills.json").toFile());
        JsonNode pair = json.get("drills").get(0).get("pair");
        assertThat(pair.get("name").asText()).isEqualTo("office");
        assertThat(pair.get("leases").asInt()).isEqualTo(60);
        assertThat(pair.get("sources")).hasSize(3);
        assertThat(Files.readString(report.resolve("lunch.html")))
                .contains(pair.get("sources").get(2).get("sha256").asText())
                .contains("leases of A: a.leases");
    }

    @Test
    void aReportIsTheSameEveryTime() throws Exception {
        assertThat(run()).isZero();
        Path json = folder.resolve("out/deep/drills.json");
        String first = Files.readString(json);
        assertThat(run()).isZero();
        assertThat(Files.readString(json)).isEqualTo(first);
    }

    @Test
    void aFolderThatCannotBeMadeIsRefused() throws Exception {
        Files.writeString(folder.resolve("out"), "in the way");
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString()).contains("it cannot be written");
    }
}
