package org.twinlease.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinlease.cli.ServeOptions;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;

/// How `serve` is told what to do: by its options, by a file of them, or by both.
class ServeCommandTest {
    private static final String ALL =
            """
            {
              "config": "a.conf",
              "data": "leases",
              "leases": "old.leases",
              "interface": ["eth0", "eth1"],
              "port": 1067,
              "relay-only": true,
              "name": "alpha",
              "api": "127.0.0.1:8067"
            }
            """;

    private final Desk desk = new Desk();

    private ServeOptions serve(String line) {
        assertThat(desk.run(line)).as("%s: %s", line, desk.err()).isZero();
        return (ServeOptions) desk.asked.getFirst();
    }

    @Test
    void everyOptionCanStandInAFile() {
        desk.files.put("twinlease.json", ALL);
        assertThat(serve("serve --settings twinlease.json"))
                .isEqualTo(
                        new ServeOptions(
                                "a.conf",
                                Path.of("leases"),
                                Path.of("old.leases"),
                                List.of("eth0", "eth1"),
                                1067,
                                true,
                                "alpha",
                                null,
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), 8067),
                                false));
    }

    private boolean runsPrograms(String line) {
        assertThat(desk.run(line)).isZero();
        return desk.asked.getLast() instanceof ServeOptions options && options.execute();
    }

    @Test
    void programsAreRunOnlyWhereThatIsAsked() {
        assertThat(runsPrograms("serve --config a.conf --data d --execute")).isTrue();
        desk.files.put("s.json", "{\"config\": \"a\", \"data\": \"d\", \"execute\": true}");
        assertThat(runsPrograms("serve --settings s.json")).isTrue();
        assertThat(runsPrograms("serve --config a.conf --data d")).isFalse();
    }

    @Test
    void theFileSaysTheSameAsTheOptions() {
        desk.files.put("twinlease.json", ALL);
        ServeOptions byFile = serve("serve --settings twinlease.json");
        assertThat(
                        serve(
                                "serve --config a.conf --data leases --leases old.leases"
                                        + " --interface eth0 --interface eth1 --port 1067"
                                        + " --relay-only --name alpha --api 127.0.0.1:8067"))
                .isEqualTo(byFile);
    }

    @Test
    void whatStandsOnTheCommandLineWins() {
        desk.files.put("twinlease.json", ALL);
        ServeOptions options =
                serve("serve --settings twinlease.json --port 0 --interface lo --data other");
        assertThat(options.port()).isZero();
        assertThat(options.interfaces()).containsExactly("lo");
        assertThat(options.data()).isEqualTo(Path.of("other"));
        assertThat(options.config()).isEqualTo("a.conf");
    }

    @Test
    void withoutAFileTheTwoThatAreNeededAreAskedFor() {
        assertThat(desk.run("serve --data d")).isEqualTo(2);
        assertThat(desk.err()).contains("--config").contains("--settings");
        assertThat(desk.run("serve --config c")).isEqualTo(2);
        assertThat(desk.err()).contains("--data");
        assertThat(desk.asked).isEmpty();
    }

    /// Every refusal names the file, the key and what is wanted.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"prot\": 67} | there is no setting \"prot\"",
                "{\"port\": \"67\"} | \"port\" is a number from 0 to 65535, not \"67\"",
                "{\"port\": 70000} | not 70000",
                "{\"port\": 67.5} | not 67.5",
                "{\"relay-only\": \"yes\"} | \"relay-only\" is true or false",
                "{\"interface\": 5} | \"interface\" is a text or an array of texts, not 5",
                "{\"interface\": [5]} | \"interface\" is a text, not 5",
                "{\"config\": null} | \"config\" is a text, not null",
                "[] | is no JSON object",
                "{\"config\": \"a\", \"config\": \"b\"} | s.json:1:",
                "{ | s.json:1:",
                "`` | is no JSON object",
            })
    void aFileThatIsWrongIsRefusedByWhatIsWrongInIt(String text, String said) {
        desk.files.put("s.json", text);
        assertThat(desk.run("serve --settings s.json")).isEqualTo(2);
        assertThat(desk.err()).contains("s.json").contains(said).hasLineCount(1);
        assertThat(desk.asked).isEmpty();
    }

    @Test
    void aSingleInterfaceNeedsNoArray() {
        desk.files.put("s.json", "{\"config\":\"c\",\"data\":\"d\",\"interface\":\"eth0\"}");
        assertThat(serve("serve --settings s.json").interfaces()).containsExactly("eth0");
    }
}
