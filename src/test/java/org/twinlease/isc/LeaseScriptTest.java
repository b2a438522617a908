package org.twinlease.isc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinlease.config.Problem;
import org.twinlease.lease.Kept;
import org.twinlease.lease.Lease;
import org.twinlease.value.Octets;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Variables, billing classes and statements for a lease's end: from a dhcpd's file into the lease,
/// and from there into a file again.
class LeaseScriptTest {
    private static final String ENTRY =
            """
            lease 10.0.0.9 {
              starts 4 2026/01/01 00:00:00;
              binding state active;
              next binding state free;
              rewind binding state free;
            %s}
            """;

    private static LeasesFile.Reading read(String lines) {
        byte[] octets = ENTRY.formatted(lines).getBytes(StandardCharsets.ISO_8859_1);
        return LeasesFile.read("f", octets, 1_800_000_000L);
    }

    private static Lease lease(String lines) {
        LeasesFile.Reading reading = read(lines);
        assertThat(reading.problems()).noneMatch(p -> p.severity() == Problem.Severity.ERROR);
        return reading.leases().getFirst();
    }

    private static String written(Lease lease) {
        return new String(LeasesFile.entry(lease), StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "  set v = \"ab\";\n",
                "  set v = \"a\\\"b\\\\c\\001\";\n",
                "  set v = \"\";\n",
                "  set n = %5;\n",
                "  set n = %-5;\n",
                "  set t = true;\n  set u = false;\n",
                "  set ddns-fwd-name = \"pc.example\";\n",
                "  billing class \"gold\";\n",
                "  billing subclass \"macs\" 1:2:0:5e;\n",
                "  billing subclass \"ports\" \"ge-1\";\n",
                "  hardware ethernet 02:00:5e:00:00:01;\n  uid \"a\";\n  set v = \"1\";\n",
                "  on expiry {\n    log (info, \"a;}\"); set x = \"y\";\n  }\n",
                "  on expiry or release {\n    log (info, \"gone\");\n  }\n",
                "  on expiry {\n    a;\n  }\n  on release {\n    b;\n  }\n",
            })
    void whatStandsThereIsWrittenAgain(String lines) {
        assertThat(written(lease(lines))).isEqualTo(ENTRY.formatted(lines));
    }

    @Test
    void aListIsWrittenAsAString() {
        assertThat(written(lease("  set v = a1:00;\n"))).contains("  set v = \"\\241\\000\";\n");
    }

    @Test
    void namesOfOldVersionsBecomeVariables() {
        assertThat(written(lease("  ddns-rev-name \"9.0.0.10.in-addr.arpa\";\n")))
                .contains("  set ddns-rev-name = \"9.0.0.10.in-addr.arpa\";\n");
    }

    @Test
    void aNameThatComesAgainCountsOnce() {
        assertThat(written(lease("  set v = \"1\";\n  set v = \"2\";\n")))
                .contains("  set v = \"2\";\n")
                .doesNotContain("\"1\"");
    }

    @Test
    void aVariableThatDhcpdCouldNotReadIsLeftOut() {
        var kept =
                new Kept(List.of(entry("lease"), entry("a b"), entry("5"), entry("ok"), entry("")));
        Lease lease = lease("").withScript(kept.encode(), null);
        assertThat(written(lease).lines().filter(line -> line.contains("set ")))
                .containsExactly("  set ok = \"x\";");
    }

    private static Kept.Entry entry(String name) {
        return new Kept.Entry(Kept.Kind.DATA, name, Octets.ofText("x"));
    }

    @Test
    void aLeaseWithStatementsForItsEndAndNoStateIsActive() {
        byte[] octets =
                "lease 10.0.0.9 {\n  on expiry { a; }\n}\n".getBytes(StandardCharsets.ISO_8859_1);
        Lease lease = LeasesFile.read("f", octets, 0).leases().getFirst();
        assertThat(lease.state().word()).isEqualTo("active");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "  set lease = \"x\";\n",
                "  set v \"x\";\n",
                "  on lunch {\n  }\n",
                "  billing group \"a\";\n",
            })
    void whatIsNoneOfTheseCostsTheEntry(String lines) {
        LeasesFile.Reading reading = read(lines);
        assertThat(reading.leases()).isEmpty();
        assertThat(reading.problems()).hasSize(1);
    }

    /// Asks the program itself: it complains of nothing and counts the same.
    @Test
    @Tag("lab")
    void dhcpdTakesWhatIsWrittenAndCountsTheSame(@TempDir Path folder) throws Exception {
        for (Path file : Corpus.files("leases", ".leases")) {
            Path conf = Path.of(file.toString().replace(".leases", ".conf"));
            LeasesFile.Reading reading =
                    LeasesFile.read("f", Corpus.bytes(file), System.currentTimeMillis() / 1000);
            Path ours = folder.resolve("dhcpd.leases");
            Files.write(ours, LeasesFile.write(reading.leases(), reading.pairs()));
            List<String> said = tested(folder, conf.toAbsolutePath(), ours);
            LeasesFile.Taken taken = LeasesFile.Taken.of(Corpus.read(conf).config(), reading);
            assertThat(said).as(file.toString()).contains(taken.lines().getLast());
            assertThat(said)
                    .as(file.toString())
                    .noneMatch(line -> line.matches(".* line \\d+: .*") && !isOfPair(line));
        }
    }

    /// A pair that the configuration does not know, and a number that only a secondary keeps, are
    /// the file's own.
    private static boolean isOfPair(String line) {
        return line.contains("failover peer") || line.contains("mclt");
    }

    private static List<String> tested(Path folder, Path conf, Path leases)
            throws IOException, InterruptedException {
        Path said = folder.resolve("said");
        Process dhcpd =
                new ProcessBuilder(
                                "/usr/sbin/dhcpd",
                                "-T",
                                "-cf",
                                conf.toString(),
                                "-lf",
                                leases.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        assertThat(dhcpd.waitFor()).isZero();
        return Files.readAllLines(said, StandardCharsets.ISO_8859_1);
    }
}
