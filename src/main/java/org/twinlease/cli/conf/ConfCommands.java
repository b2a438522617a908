package org.twinlease.cli.conf;

import org.jspecify.annotations.Nullable;
import org.twinlease.cli.Job;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.util.List;

/// `twinlease conf` with what it can do.
@Command(
        name = "conf",
        description = "Read, change and compare configurations without losing an octet of them.")
public final class ConfCommands implements Runnable {

    @Spec @Nullable CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    boolean help;

    private ConfCommands() {}

    /// The command with one of each of its own.
    public static CommandLine of(Job.Tools tools) {
        CommandLine line = new CommandLine(new ConfCommands());
        List.of(
                        new FormatCommand(tools),
                        new SetCommand(tools),
                        new DecodeCommand(tools),
                        new DiffCommand(tools),
                        new PairCommand(tools))
                .forEach(line::addSubcommand);
        return line;
    }

    /// Without a word behind it there is nothing to do.
    @Override
    public void run() {
        if (spec == null) return;
        throw new CommandLine.ParameterException(
                spec.commandLine(),
                "which of " + String.join(", ", spec.subcommands().keySet()) + "?");
    }
}
