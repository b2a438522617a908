package org.twinlease.cli.commands;

import org.jspecify.annotations.Nullable;
import org.twinlease.cli.DhcpdOptions;
import org.twinlease.cli.Exit;
import org.twinlease.cli.Job;
import org.twinlease.cli.Refused;
import org.twinlease.cli.Terminal;
import org.twinlease.config.Problem;
import org.twinlease.config.Scope;
import org.twinlease.config.words.Parameter;
import org.twinlease.isc.DhcpdConf;
import org.twinlease.isc.lint.Lint;
import org.twinlease.isc.tree.IncludeOrder;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// `twinlease dhcpd`: ISC dhcpd's own flags and exit codes: 0, or 1 for whatever is wrong.
@Command(
        name = DhcpdCommand.NAME,
        description = {
            "Serve in the place of an ISC dhcpd, with its own flags and exit codes (0, or 1 for"
                    + " whatever is wrong).",
            "Leases are kept in a folder beside the lease file (its name with .twinlease), which is"
                + " taken over at the first start (and kept, its name with .before-twinlease) and"
                + " from then on kept up to date as an export. If it is emptied, replaced or edited"
                + " while no server runs, it counts at the next start, as for a dhcpd; the folder"
                + " of before is kept, its name with .before.",
            "Without -f and -d it goes into the background once it serves, and logs to the system's"
                    + " log (facility daemon)."
        })
final class DhcpdCommand extends Job {

    static final String NAME = "dhcpd";

    /// dhcpd's last word, whatever was wrong; scripts look for it.
    static final String EXITING = "exiting.";

    private static final String LEASES = "/var/lib/dhcp/dhcpd.leases";
    private static final String PID = "/var/run/dhcpd.pid";

    @Option(names = "-4", description = "DHCPv4, which is all there is.")
    boolean version4;

    @Option(names = "-6", hidden = true, description = "DHCPv6, which is not served.")
    boolean version6;

    @Option(names = "-f", description = "Stay in the foreground.")
    boolean foreground;

    @Option(names = "-d", description = "The same, as dhcpd has it for watching it at work.")
    boolean debug;

    @Option(names = "-q", description = "Say nothing.")
    boolean quiet;

    @Option(names = "-t", description = "Test the configuration and end.")
    boolean tests;

    @Option(names = "-T", description = "Test the configuration and the lease file, and end.")
    boolean testsLeases;

    @Option(
            names = "-cf",
            paramLabel = "FILE",
            description = "The configuration. Default: ${DEFAULT-VALUE}.")
    String config = "/etc/dhcp/dhcpd.conf";

    @Option(
            names = "-lf",
            paramLabel = "FILE",
            description =
                    "The lease file. Default: lease-file-name of the configuration, or "
                            + LEASES
                            + ".")
    @Nullable String leases;

    @Option(
            names = "-pf",
            paramLabel = "FILE",
            description =
                    "Where the process's number is written. Default: pid-file-name of the"
                            + " configuration, or "
                            + PID
                            + ".")
    @Nullable String pid;

    @Option(names = "--no-pid", description = "Write no such file.")
    boolean noPid;

    @Option(
            names = "-p",
            paramLabel = "PORT",
            description = "The UDP port. Default: local-port of the configuration, or 67.")
    @Nullable String port;

    @Option(
            names = "-s",
            paramLabel = "ADDRESS",
            description =
                    "Where answers go that would be broadcast, as limited-broadcast-address says"
                            + " it. Default: 255.255.255.255.")
    @Nullable String everybody;

    @Option(
            names = {"-user", "-group"},
            paramLabel = "NAME",
            description =
                    "Taken and passed over: start the server as that user, or with the User= of its"
                            + " unit.")
    List<String> owners = List.of();

    @Option(names = "--execute", description = ServeCommand.EXECUTE)
    boolean execute;

    @Option(names = "--version", versionHelp = true, description = "Show the version and exit.")
    boolean version;

    @Parameters(paramLabel = "IF", description = "Interfaces to serve. All, if none is named.")
    List<String> faces = List.of();

    DhcpdCommand(Tools tools) {
        super(tools);
    }

    @Override
    protected Exit run() {
        try {
            return tests || testsLeases ? test() : serve();
        } catch (Refused refused) {
            if (!quiet) {
                terminal.complain(String.valueOf(refused.getMessage()));
                terminal.complain(EXITING);
            }
            return Exit.FINDINGS;
        }
    }

    private Exit serve() throws Refused {
        if (version6) throw Refused.input("DHCPv6 is not served");
        if (!owners.isEmpty() && !quiet) {
            terminal.complain(
                    "-user and -group change nothing here: the server goes on as who started it");
        }
        boolean named = leases != null && (pid != null || noPid);
        Scope global = named ? Scope.EMPTY : programs.configuration(config).config().global();
        var options =
                new DhcpdOptions(
                        config,
                        Path.of(leases(global)),
                        noPid ? null : Path.of(pid(global)),
                        port(),
                        everybody,
                        !foreground && !debug,
                        quiet,
                        execute,
                        faces);
        programs.dhcpd(options, terminal);
        return Exit.CLEAN;
    }

    private String leases(Scope global) {
        if (leases != null) return leases;
        return Objects.requireNonNullElse(global.text(Parameter.LEASE_FILE_NAME), LEASES);
    }

    private String pid(Scope global) {
        if (pid != null) return pid;
        return Objects.requireNonNullElse(global.text(Parameter.PID_FILE_NAME), PID);
    }

    private int port() throws Refused {
        if (port == null) return -1;
        int number = port.matches("[0-9]{1,5}") ? Integer.parseInt(port) : 0;
        if (number < 1 || number > 65_535) {
            throw Refused.input("-p " + port + " is no UDP port (1 to 65535)");
        }
        return number;
    }

    /// `-t` reads the configuration, `-T` the leases too.
    private Exit test() throws Refused {
        DhcpdConf.Reading reading = programs.configuration(config);
        List<Problem> errors =
                IncludeOrder.of(reading.files())
                        .sorted(
                                reading.findings().stream()
                                        .filter(Lint::isRefusedByDhcpd)
                                        .toList());
        for (Problem problem : errors) {
            if (quiet) break;
            DhcpdComplaint.lines(problem, reading.line(problem)).forEach(terminal::complain);
        }
        if (!errors.isEmpty()) {
            if (!quiet) {
                terminal.complain("Configuration file errors encountered -- exiting");
                terminal.complain(EXITING);
            }
            return Exit.FINDINGS;
        }
        Scope global = reading.config().global();
        if (!quiet) {
            terminal.complain("Config file: " + config);
            terminal.complain("Database file: " + leases(global));
            terminal.complain("PID file: " + pid(global));
        }
        if (testsLeases) {
            Terminal heard = quiet ? Terminal.nowhere() : terminal;
            programs.testLeases(reading.config(), Path.of(leases(global)), heard);
        }
        return Exit.CLEAN;
    }
}
