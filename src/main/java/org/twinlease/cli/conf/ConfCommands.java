package org.twinlease.cli.conf;

import org.twinlease.cli.Group;
import org.twinlease.cli.Job;

import picocli.CommandLine;
import picocli.CommandLine.Command;

import java.util.List;

/// `twinlease conf` with what it can do.
@Command(
        name = "conf",
        description = "Read, change and compare configurations without losing an octet of them.")
public final class ConfCommands extends Group {

    private ConfCommands() {}

    /// The command with one of each of its own.
    public static CommandLine of(Job.Tools tools) {
        return with(
                new ConfCommands(),
                List.of(
                        new FormatCommand(tools),
                        new SetCommand(tools),
                        new DecodeCommand(tools),
                        new DiffCommand(tools),
                        new MergeCommand(tools),
                        new ExportCommand(tools),
                        new PairCommand(tools)));
    }
}
