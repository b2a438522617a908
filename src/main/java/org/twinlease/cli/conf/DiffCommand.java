package org.twinlease.cli.conf;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;

import org.twinlease.cli.Exit;
import org.twinlease.cli.Job;
import org.twinlease.cli.Refused;
import org.twinlease.config.Difference;
import org.twinlease.isc.compare.ConfDiff;
import org.twinlease.isc.outline.Site;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.List;

/// `twinlease conf diff`.
@Command(
        name = "diff",
        description = {
            "What two configurations mean differently, the most dangerous first: addresses, then"
                    + " who is served, then what clients are told. Layout, comments, includes and"
                    + " what each half of a pair has for itself do not count.",
            "Ends with 1 when there is a difference."
        })
final class DiffCommand extends Job {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Parameters(paramLabel = "A", index = "0", description = "A configuration.")
    String one = "";

    @Parameters(paramLabel = "B", index = "1", description = "Another one.")
    String two = "";

    @Option(names = "--own", description = "Also what belongs to each server by itself.")
    boolean own;

    @Option(names = "--json", description = "As one JSON document.")
    boolean json;

    DiffCommand(Tools tools) {
        super(tools);
    }

    @Override
    protected Exit run() throws Refused {
        Site here = Site.of(programs.configuration(one).files());
        Site there = Site.of(programs.configuration(two).files());
        List<Difference> differences =
                ConfDiff.of(here, there).stream().filter(d -> own || !d.own()).toList();
        if (json) terminal.say(document(differences));
        else differences.forEach(d -> terminal.say(line(d)));
        return differences.isEmpty() ? Exit.CLEAN : Exit.FINDINGS;
    }

    private static String line(Difference difference) {
        String said =
                difference.one().isEmpty()
                        ? "only in B: " + difference.two()
                        : difference.two().isEmpty()
                                ? "only in A: " + difference.one()
                                : difference.one() + " -> " + difference.two();
        String about = difference.own() ? "own" : difference.danger().word();
        return about + ": " + difference.about() + ": " + said;
    }

    private static String document(List<Difference> differences) {
        ArrayNode all = JSON.createArrayNode();
        for (Difference difference : differences) {
            all.addObject()
                    .put("danger", difference.danger().word())
                    .put("about", difference.about())
                    .put("a", difference.one().isEmpty() ? null : difference.one())
                    .put("b", difference.two().isEmpty() ? null : difference.two())
                    .put("own", difference.own());
        }
        return all.toPrettyString();
    }
}
