package org.twinlease.cli.drill;

import org.jspecify.annotations.Nullable;
import org.twinlease.cli.Job;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.util.List;

/// `twinlease drill` with what it can do.
@Command(
        name = "drill",
        description =
                "Rehearse the failure of a partner on a twin of a pair; nothing real is touched.")
public final class DrillCommands implements Runnable {

    @Spec @Nullable CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    boolean help;

    private DrillCommands() {}

    /// The command with one of each of its own.
    public static CommandLine of(Job.Tools tools) {
        CommandLine line = new CommandLine(new DrillCommands());
        List.of(
                        new ListCommand(tools),
                        new ShowCommand(tools),
                        new WordsCommand(tools),
                        new RunCommand(tools))
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
