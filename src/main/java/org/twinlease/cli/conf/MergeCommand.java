package org.twinlease.cli.conf;

import org.twinlease.cli.Exit;
import org.twinlease.cli.Job;
import org.twinlease.cli.Refused;
import org.twinlease.isc.DhcpdConf;
import org.twinlease.isc.compare.ThreeWay;
import org.twinlease.isc.tree.ConfTree;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.ArrayList;
import java.util.List;

/// `twinlease conf merge`.
@Command(
        name = "merge",
        description = {
            "Bring together what was done to two configurations since they were alike: A and B each"
                    + " take over what only the other one has changed since COMMON, by meaning, in"
                    + " their own files and layout. What each half of a pair has for itself stays"
                    + " where it is.",
            "What both have changed differently is listed and left as it is; then the command ends"
                    + " with 1. A copy of what was there is kept beside each file that is written."
        })
final class MergeCommand extends Job {

    @Parameters(paramLabel = "COMMON", index = "0", description = "What both were made from.")
    String common = "";

    @Parameters(paramLabel = "A", index = "1", description = "One of them.")
    String one = "";

    @Parameters(paramLabel = "B", index = "2", description = "The other one.")
    String two = "";

    @Option(names = "--diff", description = "Only show what would be written.")
    boolean diff;

    MergeCommand(Tools tools) {
        super(tools);
    }

    @Override
    protected Exit run() throws Refused {
        DhcpdConf.Reading base = programs.configuration(common);
        DhcpdConf.Reading here = programs.configuration(one);
        DhcpdConf.Reading there = programs.configuration(two);
        ThreeWay.Result merge = ThreeWay.of(base.files(), here.files(), there.files());
        Rewriting.check(here, merge.one(), "not merged: ");
        Rewriting.check(there, merge.two(), "not merged: ");
        List<ConfTree> before = new ArrayList<>(here.files());
        before.addAll(there.files());
        List<ConfTree> after = new ArrayList<>(merge.one());
        after.addAll(merge.two());
        Rewriting.write(programs, terminal, diff, before, after);
        for (ThreeWay.Taken each : merge.taken()) {
            String what = each.words().isEmpty() ? "no longer there" : each.words();
            terminal.complain((each.second() ? two : one) + " took " + each.about() + ": " + what);
        }
        for (ThreeWay.Open each : merge.open()) {
            terminal.complain(
                    "open: %s: %s in %s, %s in %s. %s"
                            .formatted(
                                    each.about(),
                                    words(each.one()),
                                    one,
                                    words(each.two()),
                                    two,
                                    each.why().replaceFirst("\\.?$", ".")));
        }
        return merge.open().isEmpty() ? Exit.CLEAN : Exit.FINDINGS;
    }

    private static String words(String said) {
        return said.isEmpty() ? "nothing" : said;
    }
}
