package org.twinlease.cli.drill;

import org.twinlease.cli.Exit;
import org.twinlease.cli.Job;
import org.twinlease.cli.Refused;
import org.twinlease.drill.Library;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `twinlease drill show`.
@Command(
        name = "show",
        description = "Print the file of a drill: what it teaches, its story, and the outcome.")
final class ShowCommand extends Job {

    @Parameters(paramLabel = "NAME", description = "A name of twinlease drill list.")
    String name = "";

    ShowCommand(Tools tools) {
        super(tools);
    }

    @Override
    protected Exit run() throws Refused {
        String text = Library.text(name);
        if (text == null) throw RunCommand.unknown(name);
        text.lines().forEach(terminal::say);
        return Exit.CLEAN;
    }
}
