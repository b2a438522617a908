package org.twinlease.cli.commands;

import org.twinlease.cli.Exit;
import org.twinlease.cli.Job;
import org.twinlease.cli.Refused;
import org.twinlease.cli.lines.ProblemJson;
import org.twinlease.cli.lines.ProblemLine;
import org.twinlease.config.Edit;
import org.twinlease.config.Problem;
import org.twinlease.isc.DhcpdConf;
import org.twinlease.isc.edit.Fixes;
import org.twinlease.isc.edit.UnifiedDiff;
import org.twinlease.isc.tree.ConfTree;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.Arrays;
import java.util.List;

/// `twinlease check`.
@Command(
        name = "check",
        description = {
            "Say every error and warning of a dhcpd.conf, each with what to do about it.",
            "Ends with 1 when there is any."
        })
final class CheckCommand extends Job {

    @Parameters(paramLabel = "FILE", description = "The configuration.")
    String file = "";

    @Option(names = "--json", description = "As one JSON document.")
    boolean json;

    @Option(
            names = "--fix",
            description =
                    "Mend what a machine can mend, in the file itself and those that it includes;"
                            + " what was there before stays beside it. Then say what is left.")
    boolean fix;

    @Option(
            names = "--diff",
            description = "Only show what --fix would change, in the form that patch reads.")
    boolean diff;

    CheckCommand(Tools tools) {
        super(tools);
    }

    @Override
    protected Exit run() throws Refused {
        if (diff && (fix || json)) throw Refused.input("--diff goes with neither --fix nor --json");
        DhcpdConf.Reading reading = programs.configuration(file);
        List<Problem> problems = reading.findings();
        if (diff || fix) {
            List<Edit> edits = Fixes.of(problems);
            for (ConfTree tree : reading.files()) mend(tree, edits);
        }
        if (diff) return exit(problems);
        if (fix) problems = programs.configuration(file).findings();
        if (json) terminal.say(ProblemJson.document(problems));
        else problems.forEach(problem -> terminal.say(ProblemLine.of(problem)));
        return exit(problems);
    }

    private static Exit exit(List<Problem> problems) {
        boolean found = problems.stream().anyMatch(p -> p.severity() != Problem.Severity.INFO);
        return found ? Exit.FINDINGS : Exit.CLEAN;
    }

    private void mend(ConfTree tree, List<Edit> edits) throws Refused {
        byte[] before = tree.bytes();
        byte[] after = Edit.apply(tree.name(), before, edits);
        if (Arrays.equals(before, after)) return;
        if (diff) {
            UnifiedDiff.of(tree.name(), before, after).lines().forEach(terminal::say);
        } else {
            String kept = programs.replace(tree.name(), after);
            terminal.complain(tree.name() + " was mended; as it was it is in " + kept);
        }
    }
}
