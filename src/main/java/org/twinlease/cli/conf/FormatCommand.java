package org.twinlease.cli.conf;

import org.twinlease.cli.Exit;
import org.twinlease.cli.Job;
import org.twinlease.cli.Refused;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `twinlease conf format`.
@Command(
        name = "format",
        description =
                "Write a configuration as it was understood: the same octets, comments and all.")
final class FormatCommand extends Job {

    @Parameters(paramLabel = "FILE", description = "The configuration.")
    String file = "";

    FormatCommand(Tools tools) {
        super(tools);
    }

    @Override
    protected Exit run() throws Refused {
        terminal.pass(programs.configuration(file).tree().bytes());
        return Exit.CLEAN;
    }
}
