package org.twinlease.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinlease.cli.DhcpdOptions;
import org.twinlease.cli.Exit;
import org.twinlease.cli.Refused;
import org.twinlease.config.Problem;

import java.nio.file.Path;
import java.util.List;

final class DhcpdCommandTest {

    private final Desk desk = new Desk();

    private DhcpdOptions options(String line) {
        assertThat(desk.run(line)).as("%s: %s", line, desk.err()).isZero();
        return (DhcpdOptions) desk.asked.getFirst();
    }

    @Test
    void flagsMeanWhatTheyMeanToDhcpd() {
        DhcpdOptions options =
                options("dhcpd -4 -f -d -cf a.conf -lf a.leases -pf a.pid -p 1067 eth0 eth1");
        assertThat(options)
                .isEqualTo(
                        new DhcpdOptions(
                                "a.conf",
                                Path.of("a.leases"),
                                Path.of("a.pid"),
                                1067,
                                null,
                                false,
                                false,
                                false,
                                List.of("eth0", "eth1")));
        assertThat(desk.err()).isEmpty();
    }

    @Test
    void onlyTheFlagsThatKeepDhcpdInTheForegroundKeepThisOneThere() {
        String files = "-lf a.leases -pf a.pid";
        assertThat(options("dhcpd " + files).background()).isTrue();
        assertThat(options("dhcpd -q " + files).background()).isTrue();
        assertThat(options("dhcpd -f " + files).background()).isFalse();
        assertThat(options("dhcpd -d " + files).background()).isFalse();
    }

    @Test
    void withoutFlagsTheFilesAreDhcpds() {
        desk.files.put("/etc/dhcp/dhcpd.conf", "");
        DhcpdOptions options = options("dhcpd -f");
        assertThat(options.config()).isEqualTo("/etc/dhcp/dhcpd.conf");
        assertThat(options.leases()).isEqualTo(Path.of("/var/lib/dhcp/dhcpd.leases"));
        assertThat(options.pid()).isEqualTo(Path.of("/var/run/dhcpd.pid"));
        assertThat(options.port()).isEqualTo(-1);
        assertThat(options.faces()).isEmpty();
        assertThat(options("dhcpd -f --no-pid").pid()).isNull();
        assertThat(options("dhcpd -f -s 10.0.0.255").everybody()).isEqualTo("10.0.0.255");
        assertThat(options("dhcpd -f -p 67 -p 1067").port()).isEqualTo(1067);
    }

    @Test
    void theConfigurationNamesTheFilesThatNoFlagNames() {
        desk.files.put("a.conf", "lease-file-name \"l.leases\"; pid-file-name \"p.pid\";\n");
        DhcpdOptions options = options("dhcpd -f -cf a.conf");
        assertThat(options.leases()).isEqualTo(Path.of("l.leases"));
        assertThat(options.pid()).isEqualTo(Path.of("p.pid"));
        options = options("dhcpd -f -cf a.conf -lf x.leases -pf x.pid");
        assertThat(options.leases()).isEqualTo(Path.of("x.leases"));
        assertThat(options.pid()).isEqualTo(Path.of("x.pid"));
        assertThat(desk.run("dhcpd -t -cf a.conf")).isZero();
        assertThat(desk.err().lines()).contains("Database file: l.leases", "PID file: p.pid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dhcpd --nonsense",
                "dhcpd -cf",
                "dhcpd -x",
                "dhcpd -f -p 0",
                "dhcpd -f -p 65536",
                "dhcpd -f -p http",
                "dhcpd -6",
                "dhcpd -t -cf none.conf",
            })
    void whateverIsWrongIsOneLineAndDhcpdsLastWord(String line) {
        assertThat(desk.run(line)).isEqualTo(1);
        assertThat(desk.err().lines()).hasSize(2).endsWith("exiting.");
        assertThat(desk.out()).isEmpty();
        assertThat(desk.asked).isEmpty();
    }

    @Test
    void aRefusalIsSaidUnlessItIsToBeQuiet() {
        desk.files.put("/etc/dhcp/dhcpd.conf", "");
        desk.fails = new Refused(Exit.INTERNAL, "no such interface");
        assertThat(desk.run("dhcpd -f")).isEqualTo(1);
        assertThat(desk.err()).hasLineCount(2).startsWith("no such interface");
        assertThat(desk.run("dhcpd -q")).isEqualTo(1);
        assertThat(desk.err()).isEmpty();
    }

    @Test
    void itSaysItsVersionInDhcpdsForm() {
        assertThat(desk.run("dhcpd --version")).isZero();
        assertThat(desk.out().strip()).isEqualTo("twinlease-dhcpd-1.2.3");
    }

    @Test
    void aGoodFilePassesWithDhcpdsThreeLinesAndNothingIsServed() {
        desk.files.put("a.conf", "authoritative;\n");
        assertThat(desk.run("dhcpd -t -cf a.conf -lf a.leases -pf a.pid")).isZero();
        assertThat(desk.err().lines())
                .containsExactly(
                        "Config file: a.conf", "Database file: a.leases", "PID file: a.pid");
        assertThat(desk.run("dhcpd -t -q -cf a.conf")).isZero();
        assertThat(desk.err()).isEmpty();
        assertThat(desk.asked).isEmpty();
    }

    @Test
    void theLeasesAreTestedToo() {
        desk.files.put("a.conf", "authoritative;\n");
        assertThat(desk.run("dhcpd -T -cf a.conf -lf a.leases")).isZero();
        assertThat(desk.asked).containsExactly(Path.of("a.leases"));
        assertThat(desk.err().lines()).endsWith("PID file: /var/run/dhcpd.pid", "tested a.leases");
        assertThat(desk.run("dhcpd -T -q -cf a.conf -lf a.leases")).isZero();
        assertThat(desk.err()).isEmpty();
        desk.fails = new Refused(Exit.FINDINGS, "Can't open lease database");
        assertThat(desk.run("dhcpd -T -cf a.conf -lf a.leases")).isEqualTo(1);
    }

    /// The three lines of `130-unknown-option.expect` in the corpus, in this program's words.
    @Test
    void anErrorIsShownWithItsLineAndACaretBelowThePlace() {
        desk.files.put(
                "a.conf",
                "# no such option\noption dns-servers 10.0.0.1;\n\tdefault-lease-time yes;\n");
        assertThat(desk.run("dhcpd -t -cf a.conf")).isEqualTo(1);
        List<String> lines = desk.err().lines().toList();
        assertThat(lines.getFirst()).isEqualTo("a.conf line 2: unknown option dhcp.dns-servers");
        assertThat(lines.subList(1, 3)).containsExactly("option dns-servers ", " ".repeat(8) + "^");
        assertThat(lines.get(4)).startsWith("a.conf line 3: ");
        assertThat(lines.subList(5, 7))
                .containsExactly("\tdefault-lease-time yes;", " ".repeat(8 + 20) + "^");
        assertThat(lines).endsWith("Configuration file errors encountered -- exiting", "exiting.");
    }

    @Test
    void whatDhcpdFindsFirstIsSaidFirst() {
        desk.files.put("z.conf", "max-lease-time x;\ninclude \"a.inc\";\n");
        desk.files.put("a.inc", "min-lease-time y;\n");
        desk.run("dhcpd -t -cf z.conf");
        assertThat(desk.err().lines()).first().asString().startsWith("z.conf line 1: ");
        desk.files.put("a.conf", "include \"z.inc\";\nmax-lease-time x;\n");
        desk.files.put("z.inc", "min-lease-time y;\n");
        desk.run("dhcpd -t -cf a.conf");
        assertThat(desk.err().lines()).first().asString().startsWith("z.inc line 1: ");
    }

    @Test
    void anErrorOfAnIncludedFileShowsThatFilesLine() {
        desk.files.put("a.conf", "include \"b.inc\";\n");
        desk.files.put("b.inc", "\nmax-lease-time long;\r\n");
        assertThat(desk.run("dhcpd -t -cf a.conf")).isEqualTo(1);
        assertThat(desk.err().lines()).first().asString().startsWith("b.inc line 2: ");
        assertThat(desk.err().lines().skip(1))
                .startsWith("max-lease-time long;", " ".repeat(16) + "^");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // column, source, blanks before the caret
                "1 | abc | 0",
                "3 | a b | 3",
                "2 | `\tabc` | 9",
                "5 | `abc\tx` | 9",
                "3 | `\t\tabc` | 17",
                "0 | abc | 0",
                "9 | abc | 3",
                "3 | `` | 0",
            })
    void theCaretStandsWhereATerminalShowsThePlace(int column, String source, int blanks) {
        assertThat(DhcpdComplaint.lines(problem(column), source))
                .startsWith("f line 7: Wrong.")
                .endsWith(" ".repeat(blanks) + "^", "Mend.");
    }

    @Test
    void aLongLineIsCutAtEightyAndACaretBeyondItStandsAtTheMargin() {
        String source = "x".repeat(200);
        assertThat(DhcpdComplaint.lines(problem(79), source))
                .contains("x".repeat(80), " ".repeat(79) + "^");
        assertThat(DhcpdComplaint.lines(problem(80), source)).contains("x".repeat(80), "^");
    }

    @Test
    void whatAFileHoldsDoesNotMoveTheCursor() {
        assertThat(DhcpdComplaint.lines(problem(9), "a\u001b[2J\u009b\u0007\tb").get(1))
                .isEqualTo("a?[2J??\tb");
    }

    private static Problem problem(int column) {
        return new Problem("f", 7, column, Problem.Severity.ERROR, "code", "Wrong.", "Mend.");
    }
}
