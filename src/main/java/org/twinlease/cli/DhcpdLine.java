package org.twinlease.cli;

import org.twinlease.config.Problem;
import org.twinlease.isc.DhcpdConf;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// `twinlease dhcpd`: ISC dhcpd's own flags, which no usual parser reads (one dash, many letters),
/// and its exit codes: 0, or 1 for whatever is wrong.
final class DhcpdLine {

    private static final int WRONG = 1;

    /// Accepted and without meaning here: nothing is put in the background, nothing is printed
    /// twice.
    private static final List<String> IDLE = List.of("-4", "-f", "-d");

    private final Programs programs;
    private final Terminal terminal;
    private String config = "/etc/dhcp/dhcpd.conf";
    private String leases = "/var/lib/dhcp/dhcpd.leases";
    private String pid = "/var/run/dhcpd.pid";
    private boolean writesPid = true;
    private boolean quiet;
    private boolean tests;
    private boolean testsLeases;
    private int port = -1;
    private final List<String> faces = new ArrayList<>();

    DhcpdLine(Programs programs, Terminal terminal) {
        this.programs = programs;
        this.terminal = terminal;
    }

    /// Runs the command line behind `dhcpd`; the exit code.
    int run(List<String> words) {
        if (words.contains("--version")) {
            terminal.say("twinlease-dhcpd-" + programs.version().number());
            return 0;
        }
        try {
            parse(new ArrayDeque<>(words));
            return tests || testsLeases ? test() : serve();
        } catch (Refused refused) {
            if (!quiet) terminal.complain(String.valueOf(refused.getMessage()));
            return WRONG;
        }
    }

    private void parse(Deque<String> words) throws Refused {
        while (!words.isEmpty()) {
            String word = words.removeFirst();
            switch (word) {
                case "-q" -> quiet = true;
                case "-t" -> tests = true;
                case "-T" -> testsLeases = true;
                case "--no-pid" -> writesPid = false;
                case "-cf" -> config = value(word, words);
                case "-lf" -> leases = value(word, words);
                case "-pf" -> pid = value(word, words);
                case "-p" -> port = port(value(word, words));
                case "-s" ->
                        throw new Refused(
                                Exit.FINDINGS, "-s is for tests of dhcpd itself and not supported");
                case "-6" -> throw new Refused(Exit.FINDINGS, "DHCPv6 is not served");
                default -> {
                    if (IDLE.contains(word)) continue;
                    if (word.startsWith("-")) {
                        throw new Refused(Exit.FINDINGS, "Unknown command: " + word);
                    }
                    faces.add(word);
                }
            }
        }
    }

    private static String value(String flag, Deque<String> words) throws Refused {
        String value = words.pollFirst();
        if (value == null) throw new Refused(Exit.FINDINGS, flag + " needs a value");
        return value;
    }

    private static int port(String text) throws Refused {
        int port = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
        if (port < 1 || port > 65_535) {
            throw new Refused(Exit.FINDINGS, "-p " + text + " is no UDP port (1 to 65535)");
        }
        return port;
    }

    private int serve() throws Refused {
        programs.dhcpd(
                new DhcpdOptions(
                        config,
                        Path.of(leases),
                        writesPid ? Path.of(pid) : null,
                        port,
                        quiet,
                        faces),
                terminal);
        return 0;
    }

    /// `-t` reads the configuration, `-T` the leases too.
    private int test() throws Refused {
        DhcpdConf.Reading reading = programs.configuration(config);
        for (Problem problem : reading.problems()) {
            boolean says = problem.severity() == Problem.Severity.ERROR;
            if (says && !quiet) {
                terminal.complain(
                        problem.file() + " line " + problem.line() + ": " + problem.message());
                terminal.complain("    " + problem.remedy());
            }
        }
        if (!reading.isUsable()) {
            if (!quiet) terminal.complain("Configuration file errors encountered -- exiting");
            return WRONG;
        }
        if (testsLeases) programs.testLeases(Path.of(leases), terminal);
        if (!quiet) {
            terminal.complain("Config file: " + config);
            terminal.complain("Database file: " + leases);
            terminal.complain("PID file: " + pid);
        }
        return 0;
    }
}
