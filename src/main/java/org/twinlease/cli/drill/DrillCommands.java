package org.twinlease.cli.drill;

import org.twinlease.cli.Group;
import org.twinlease.cli.Job;

import picocli.CommandLine;
import picocli.CommandLine.Command;

import java.util.List;

/// `twinlease drill` with what it can do.
@Command(
        name = "drill",
        description =
                "Rehearse the failure of a partner on a twin of a pair, where nothing real is"
                        + " touched; mark, live and restore are for a lab or a maintenance window.")
public final class DrillCommands extends Group {

    private DrillCommands() {}

    /// The command with one of each of its own.
    public static CommandLine of(Job.Tools tools) {
        return with(
                new DrillCommands(),
                List.of(
                        new ListCommand(tools),
                        new ShowCommand(tools),
                        new WordsCommand(tools),
                        new RunCommand(tools),
                        new MarkCommand(tools),
                        new LiveCommand(tools),
                        new RestoreCommand(tools)));
    }
}
