package org.twinlease.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinlease.cli.ConsoleOptions;
import org.twinlease.cli.Refused;

import java.nio.file.Path;
import java.util.List;

/// What the console is asked to open.
final class ConsoleCommandTest {

    private final Desk desk = new Desk();

    private ConsoleOptions asked(String line) {
        assertThat(desk.run(line)).as("%s", desk.err()).isZero();
        return (ConsoleOptions) desk.asked.getFirst();
    }

    @Test
    void withoutOptionsItAsksWhatToOpen() {
        for (String line : List.of("", "console")) {
            ConsoleOptions options = asked(line);
            assertThat(options.demo()).isFalse();
            assertThat(options.connect()).isEmpty();
            assertThat(options.files().configs()).isEmpty();
            assertThat(options.snapshots()).isNull();
        }
        assertThat(asked("console --demo").demo()).isTrue();
    }

    /// A desktop's start goes without the parser, and must not differ from one with it.
    @Test
    void withoutTheParserItIsAskedForTheSameAndFailsInTheSameWords() {
        String[][] pairs = {
            {"", "console --seconds 0"}, {"console --demo", "console --demo --seconds 0"}
        };
        for (String[] pair : pairs) {
            assertThat(asked(pair[0])).isEqualTo(asked(pair[1]));
            for (Exception fault :
                    List.of(Refused.input("no such thing"), new IllegalStateException("x"))) {
                desk.fails = fault;
                int code = desk.run(pair[0]);
                String words = desk.err();
                assertThat(code).isNotZero().isEqualTo(desk.run(pair[1]));
                assertThat(words).startsWith("twinlease console: ").isEqualTo(desk.err());
            }
            desk.fails = null;
        }
    }

    @Test
    void bothHalvesOfAPairAreOpenedWithTheirLeases() {
        var files = asked("console --config a.conf --partner-config b.conf --leases a,b").files();
        assertThat(files.configs()).containsExactly(Path.of("a.conf"), Path.of("b.conf"));
        assertThat(files.leases()).containsExactly(Path.of("a"), Path.of("b"));
        assertThat(asked("console --config a.conf").files().configs()).hasSize(1);
    }

    @Test
    void filesGoBesideRunningServers() {
        ConsoleOptions options = asked("console --connect http://a:1,http://b:1 --config a.conf");
        assertThat(options.connect()).hasSize(2);
        assertThat(options.files().configs()).containsExactly(Path.of("a.conf"));
    }

    @ParameterizedTest
    @CsvSource({
        "console --partner-config b.conf, --partner-config and --leases go with --config FILE",
        "console --leases a, --partner-config and --leases go with --config FILE",
        "'console --config a.conf --leases a,b', --leases takes one file for each --config",
        "console --demo --config a.conf, --demo goes with neither --config nor --connect",
        "console --size 10x10, --size 10x10 is no size",
        "console --theme blue, --theme blue is not known",
        "console --seconds -1, --seconds -1 is in the past"
    })
    void whatDoesNotGoTogetherIsRefused(String line, String why) {
        assertThat(desk.run(line)).isEqualTo(2);
        assertThat(desk.err()).contains(why);
        assertThat(desk.asked).isEmpty();
    }
}
