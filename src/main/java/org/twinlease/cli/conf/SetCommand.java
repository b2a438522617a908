package org.twinlease.cli.conf;

import org.twinlease.cli.Exit;
import org.twinlease.cli.Job;
import org.twinlease.cli.Refused;
import org.twinlease.config.Edit;
import org.twinlease.isc.DhcpdConf;
import org.twinlease.isc.edit.Assignment;
import org.twinlease.isc.edit.ConfPath;
import org.twinlease.isc.tree.ConfTree;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// `twinlease conf set`.
@Command(
        name = "set",
        description = {
            "Give one statement another value and change not one other octet, in the file itself or"
                    + " the included one that holds it. What was there stays beside it.",
            "PATH is how the statement and the blocks around it begin, as in"
                    + " 'failover peer \"fo\" / mclt' or 'subnet 10.0.0.0 / pool[2] / range'."
        })
final class SetCommand extends Job {

    @Parameters(paramLabel = "FILE", index = "0", description = "The configuration.")
    String file = "";

    @Parameters(paramLabel = "PATH", index = "1", description = "The statement.")
    String path = "";

    @Parameters(
            paramLabel = "VALUE",
            index = "2",
            description = "Its value, as the file would spell it.")
    String value = "";

    @Option(names = "--diff", description = "Only show what would change.")
    boolean diff;

    SetCommand(Tools tools) {
        super(tools);
    }

    @Override
    protected Exit run() throws Refused {
        DhcpdConf.Reading reading = programs.configuration(file);
        List<Edit> edits = edits(reading);
        List<ConfTree> before = reading.files();
        List<ConfTree> after = before.stream().map(tree -> tree.with(edits)).toList();
        // A value that the file cannot be read with is refused before anything is written.
        Rewriting.check(reading, after, "not set: ");
        Rewriting.write(programs, terminal, diff, before, after);
        return Exit.CLEAN;
    }

    private List<Edit> edits(DhcpdConf.Reading reading) throws Refused {
        try {
            return Assignment.set(reading.files(), octets(path), octets(value));
        } catch (ConfPath.Lost lost) {
            throw Refused.input(file + ": " + lost.getMessage());
        }
    }

    /// Files are octets: what is typed stands in them as UTF-8.
    private static String octets(String typed) {
        return new String(typed.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
