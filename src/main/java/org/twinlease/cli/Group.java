package org.twinlease.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.util.List;

/// A command that is nothing but the commands below it, such as `twinlease conf`. Without a word
/// behind it there is nothing to do, and it says which there are.
public abstract class Group implements Runnable {

    @Spec @Nullable CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    boolean help;

    /// The group with its commands.
    protected static CommandLine with(Group group, List<? extends Job> commands) {
        CommandLine line = new CommandLine(group);
        commands.forEach(line::addSubcommand);
        return line;
    }

    @Override
    public void run() {
        if (spec == null) return;
        throw new CommandLine.ParameterException(
                spec.commandLine(),
                "which of " + String.join(", ", spec.subcommands().keySet()) + "?");
    }
}
