package org.twinlease.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinlease.dhcp.Plan;
import org.twinlease.engine.Interface;
import org.twinlease.isc.DhcpdConf;
import org.twinlease.journal.FolderDisk;
import org.twinlease.value.Ip4;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

final class CommandsTest extends Typed {

    private static final String GOOD =
            """
            authoritative;
            ping-check off;
            default-lease-time 600;
            shared-network all {
              subnet 127.0.0.0 netmask 255.0.0.0 { }
              subnet 10.5.0.0 netmask 255.255.0.0 { range 10.5.0.1 10.5.200.0; }
            }
            """;

    @TempDir Path folder;
    private Path good = Path.of("");

    @BeforeEach
    void aGoodConfiguration() throws Exception {
        good = Files.writeString(folder.resolve("good.conf"), GOOD);
    }

    @Test
    void aGoodFileIsCleanAndABrokenOneIsNamedByLineAndRemedy() throws Exception {
        assertThat(run("check", good.toString())).isZero();
        assertThat(out.toString()).isEmpty();

        Path bad =
                Files.writeString(
                        folder.resolve("bad.conf"),
                        "subnet 10.0.0.0 netmask 255.255.255.0 {\n  range 10.0.1.5;\n}\n");
        assertThat(run("check", bad.toString())).isEqualTo(1);
        assertThat(out.toString()).contains(bad + ":2:").contains(": error ");
    }

    @Test
    void findingsAsJsonHaveEveryKey() throws Exception {
        Path bad = Files.writeString(folder.resolve("bad.conf"), "max-leese-time 600;\n");
        assertThat(run("check", bad.toString(), "--json")).isEqualTo(1);
        JsonNode first = new ObjectMapper().readTree(out.toString()).get(0);
        assertThat(first.fieldNames())
                .toIterable()
                .containsExactly("file", "line", "column", "severity", "code", "message", "remedy");
        assertThat(first.get("line").asInt()).isEqualTo(1);
    }

    @Test
    void wrongUsageAndUnreadableInputEndWithTwoAndOneLine() {
        for (List<String> words :
                List.of(
                        List.of("chekc"),
                        List.of("check", "--jsno", "x"),
                        List.of("check", folder.resolve("none.conf").toString()),
                        List.of("leases", "list", "--data", folder.resolve("none").toString()),
                        List.of("console", "--size", "big"),
                        List.of("load", "--server", "nowhere"))) {
            assertThat(run(words.toArray(new String[0]))).as("%s", words).isEqualTo(2);
            assertThat(err.toString().lines()).as("%s", words).hasSize(1);
            assertThat(out.toString()).isEmpty();
        }
    }

    @Test
    void dhcpdTestsAFileWithItsOwnExitCodesAndWords() throws Exception {
        assertThat(run("dhcpd", "-t", "-cf", good.toString())).isZero();
        assertThat(err.toString()).contains("Config file: " + good);

        Path bad = Files.writeString(folder.resolve("bad.conf"), "subnet 10.0.0.0/24 { }\n");
        assertThat(run("dhcpd", "-4", "-t", "-cf", bad.toString())).isEqualTo(1);
        assertThat(err.toString())
                .contains(bad + " line 1: ")
                .contains("Configuration file errors encountered -- exiting")
                .endsWith("exiting." + System.lineSeparator());
        assertThat(run("dhcpd", "-t", "-q", "-cf", bad.toString())).isEqualTo(1);
        assertThat(err.toString()).isEmpty();
        assertThat(run("dhcpd", "--nonsense")).isEqualTo(1);
        assertThat(err.toString()).endsWith("exiting." + System.lineSeparator());
        assertThat(run("dhcpd", "-user", "x", "-group", "x", "-t", "-cf", good.toString()))
                .isZero();
    }

    @Test
    void loadGetsLeasesFromAServerAndTheyAreListedWhileItRuns() throws Exception {
        Path data = folder.resolve("data");
        Plan plan =
                new Plan(
                        DhcpdConf.read(
                                        "good.conf",
                                        name ->
                                                GOOD.getBytes(
                                                        java.nio.charset.StandardCharsets.US_ASCII))
                                .config());
        var face = new Interface("lo", Ip4.of("127.0.0.1"), null, 1500, false);
        var setup = new Server.Setup("test", "0", List.of(face), 0);
        try (FolderDisk disk = FolderDisk.open(data);
                Server server =
                        Server.start(
                                setup,
                                plan,
                                disk,
                                fault -> {
                                    throw new AssertionError(fault);
                                })) {
            String address = "127.0.0.1:" + server.port();
            int code =
                    run("load", "--server", address, "--clients", "50", "--seconds", "2", "--json");
            assertThat(code).as("%s%s", out, err).isZero();
            JsonNode result = new ObjectMapper().readTree(out.toString());
            assertThat(result.get("completed").asLong()).isPositive();
            assertThat(result.get("duplicates").asLong()).isZero();

            assertThat(run("leases", "list", "--data", data.toString())).isZero();
            assertThat(out.toString()).contains("ADDRESS").contains("10.5.0.1").contains("active");
            assertThat(run("leases", "export", "--data", data.toString())).isZero();
            assertThat(out.toString())
                    .contains("lease 10.5.0.1 {")
                    .contains("binding state active;");
            assertThat(run("leases", "list", "--data", data.toString(), "--format", "json"))
                    .isZero();
            JsonNode leases = new ObjectMapper().readTree(out.toString());
            assertThat(leases.size()).isPositive();
            assertThat(leases.get(0).get("state").asText()).isEqualTo("active");
        }
    }
}
