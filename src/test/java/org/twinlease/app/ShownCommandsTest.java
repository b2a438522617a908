package org.twinlease.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The commands that the documentation shows are typed, and do what they are shown for. Files and
/// servers are where this test has put them; everything else stands as it is printed.
@Tag("sim")
@Timeout(120)
final class ShownCommandsTest extends Typed {

    /// What is not typed here, as an expression over the line, and which test does it.
    private static final Map<String, String> ELSEWHERE =
            Map.of(
                    "serve .*", "MigrationTest types it on port 67, DhcpdTest without root",
                    ".*[ ,]omapi://.*", "it asks a dhcpd: PairOmapiTest, OmapiChannelTest",
                    "console .*", "ShowConsoleTest and FilesConsoleTest open its windows",
                    "sim .*", "it takes minutes: SimCommandTest, and every commit's tens of seeds",
                    "watch .*", "it goes on until somebody ends it: ControlTest",
                    "partner-down .*", "it depends on the time of day: ControlTest",
                    "drill run .*--connect.*", "it asks a pair: DrillCommandTest, RunningPairTest",
                    "drill live .*", "it takes a pair in normal: PairLiveDrillTest");

    private static final String CONF =
            """
            ping-check off;
            subnet 127.0.0.0 netmask 255.0.0.0 { }
            subnet 10.0.0.0 netmask 255.255.255.0 { range 10.0.0.1 10.0.0.100; }
            """;

    @TempDir Path folder;
    private @Nullable LoopbackServer server;

    @BeforeEach
    void aServerAndThePairsFiles() throws Exception {
        OwnPair.writeTo(folder);
        Files.writeString(folder.resolve("dhcpd.conf"), CONF);
        server = new LoopbackServer(folder.resolve("data"), CONF);
    }

    @AfterEach
    void end() throws Exception {
        Objects.requireNonNull(server).close();
    }

    @ParameterizedTest
    @MethodSource("typed")
    void whatIsShownWorks(String where, String line) {
        List<String> words = new ArrayList<>();
        for (String word : HandbookTest.words(line)) words.add(here(word));
        if (words.contains("--connect") && !words.contains("--token-file")) {
            words.addAll(List.of("--token-file", here("api.token")));
        }
        assertThat(run(words.toArray(String[]::new))).as("%s: %s: %s", where, line, err).isZero();
        assertThat(out.toString()).as("%s: %s", where, line).isNotBlank();
    }

    @Test
    void whatIsNotTypedHereIsShownSomewhere() throws IOException {
        List<String> lines = new ArrayList<>();
        for (Arguments each : HandbookTest.shown()) lines.add(line(each));
        for (String expression : ELSEWHERE.keySet()) {
            assertThat(lines).as(expression).anyMatch(line -> line.matches(expression));
        }
    }

    static List<Arguments> typed() throws IOException {
        return HandbookTest.shown().stream()
                .filter(each -> ELSEWHERE.keySet().stream().noneMatch(line(each)::matches))
                .toList();
    }

    private static String line(Arguments shown) {
        return String.valueOf(shown.get()[1]);
    }

    /// A word with what is a place on somebody's machine as a place of this test's.
    private String here(String word) {
        if (word.startsWith("http://127.0.0.1:")) {
            return Objects.requireNonNull(server).url;
        }
        if (word.endsWith("api.token"))
            return folder.resolve("data").resolve("api.token").toString();
        if (word.equals("/var/lib/twinlease")) return folder.resolve("data").toString();
        if (word.endsWith(".conf") || word.endsWith(".leases")) {
            return folder.resolve(Path.of(word).getFileName()).toString();
        }
        return word.equals("report") ? folder.resolve(word).toString() : word;
    }
}
