package org.twinlease.cli.commands;

import org.jspecify.annotations.Nullable;
import org.twinlease.cli.Exit;
import org.twinlease.cli.Faults;
import org.twinlease.cli.Job;
import org.twinlease.cli.Programs;
import org.twinlease.cli.Refused;
import org.twinlease.cli.Terminal;
import org.twinlease.cli.Version;
import org.twinlease.cli.conf.ConfCommands;
import org.twinlease.cli.drill.DrillCommands;
import org.twinlease.cli.remote.RemoteCommands;

import picocli.CommandLine;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/// The command line as a whole: finds the command, runs it, and turns whatever happens into one
/// line and an exit code.
public final class Twinlease {
    private Twinlease() {}

    /// Runs a command line on the process's own streams; the exit code.
    public static int run(Programs programs, String... words) {
        Charset charset = System.out.charset();
        PrintWriter out = new PrintWriter(System.out, false, charset);
        PrintWriter err = new PrintWriter(System.err, false, charset);
        return run(programs, new Terminal(out, err, System.out), words);
    }

    /// Runs a command line; the exit code.
    public static int run(Programs programs, PrintWriter out, PrintWriter err, String... words) {
        return run(programs, new Terminal(out, err), words);
    }

    private static int run(Programs programs, Terminal terminal, String... words) {
        var tools = new Job.Tools(programs, terminal);
        ConsoleCommand console = plainConsole(tools, List.of(words));
        int code = console == null ? commandLine(tools).execute(words) : run(console, terminal);
        terminal.out().flush();
        terminal.err().flush();
        return code;
    }

    /// The console as a desktop starts it, null where the words are others. It goes without the
    /// parser: no AOT cache takes its classes, which are in a form from before Java 6, and to read
    /// them anew takes a good part of the time until the first window.
    private static @Nullable ConsoleCommand plainConsole(Job.Tools tools, List<String> words) {
        boolean demo = words.equals(List.of("console", "--demo"));
        if (!demo && !words.isEmpty() && !words.equals(List.of("console"))) return null;
        ConsoleCommand console = new ConsoleCommand(tools);
        console.demo = demo;
        return console;
    }

    private static int run(ConsoleCommand console, Terminal terminal) {
        try {
            return console.call();
        } catch (Refused | RuntimeException fault) {
            return failed(fault, "twinlease console", terminal.err());
        }
    }

    static CommandLine commandLine(Job.Tools tools) {
        CommandLine root = new CommandLine(new RootCommand());
        for (Job job : jobs(tools)) root.addSubcommand(job);
        Version version = tools.programs().version();
        root.getCommandSpec().version(version.lines());
        root.addSubcommand(ConfCommands.of(tools));
        root.addSubcommand(DrillCommands.of(tools));
        root.addSubcommand(dhcpd(tools, version));
        return root.setOut(tools.terminal().out())
                .setErr(tools.terminal().err())
                .setExpandAtFiles(false)
                .setAbbreviatedOptionsAllowed(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(100)
                .setParameterExceptionHandler(Twinlease::misused)
                .setExecutionExceptionHandler(Twinlease::failed);
    }

    /// dhcpd's flags are of one dash and many letters, and the last of several counts.
    private static CommandLine dhcpd(Job.Tools tools, Version version) {
        CommandLine dhcpd = new CommandLine(new DhcpdCommand(tools));
        dhcpd.getCommandSpec().version("twinlease-dhcpd-" + version.number());
        return dhcpd.setPosixClusteredShortOptionsAllowed(false).setOverwrittenOptionsAllowed(true);
    }

    private static List<Job> jobs(Job.Tools tools) {
        List<Job> jobs =
                new ArrayList<>(
                        List.of(
                                new ConsoleCommand(tools),
                                new ServeCommand(tools),
                                new CheckCommand(tools),
                                new LeasesCommand(tools),
                                new FailoverCommand(tools)));
        jobs.addAll(RemoteCommands.of(tools));
        jobs.add(new LoadCommand(tools));
        jobs.add(new SimCommand(tools));
        jobs.add(new ManualCommand(tools));
        return jobs;
    }

    private static int misused(CommandLine.ParameterException wrong, String[] words) {
        CommandLine command = wrong.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        command.getErr().println(name + ": " + what(wrong) + "; see " + name + " --help");
        boolean dhcpd = command.getCommandSpec().userObject() instanceof DhcpdCommand;
        if (dhcpd) command.getErr().println(DhcpdCommand.EXITING);
        return dhcpd ? Exit.FINDINGS.code() : Exit.USAGE.code();
    }

    private static String what(CommandLine.ParameterException wrong) {
        boolean root = wrong.getCommandLine().getParent() == null;
        if (root
                && wrong instanceof CommandLine.UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().getFirst().startsWith("-")) {
            return "there is no command '" + unmatched.getUnmatched().getFirst() + "'";
        }
        return String.valueOf(wrong.getMessage()).lines().findFirst().orElse("wrong usage");
    }

    private static int failed(
            Exception fault, CommandLine command, CommandLine.ParseResult parsed) {
        return failed(fault, command.getCommandSpec().qualifiedName(), command.getErr());
    }

    /// A fault of our own is told by its kind and place: an exception's text is not for people, and
    /// the place is what a report needs.
    private static int failed(Exception fault, String command, PrintWriter err) {
        if (fault instanceof Refused refused) {
            err.println(command + ": " + refused.getMessage());
            return refused.exit().code();
        }
        err.println(command + ": " + Faults.words(fault));
        return Exit.INTERNAL.code();
    }
}
