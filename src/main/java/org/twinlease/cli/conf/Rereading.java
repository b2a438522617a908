package org.twinlease.cli.conf;

import org.twinlease.cli.Exit;
import org.twinlease.cli.Refused;
import org.twinlease.cli.lines.ProblemLine;
import org.twinlease.config.Problem;
import org.twinlease.isc.DhcpdConf;
import org.twinlease.isc.tree.ConfTree;

import java.util.List;

/// What was changed is read again before it is written: a file that dhcpd would not start with is
/// not left behind.
final class Rereading {

    private Rereading() {}

    /// Holds files as they would become against how they were read.
    ///
    /// @throws Refused when there are more errors than before; it names the first new one behind
    ///   `what`
    static void check(DhcpdConf.Reading before, List<ConfTree> after, String what) throws Refused {
        DhcpdConf.Reading reading =
                DhcpdConf.read(
                        before.tree().name(),
                        name ->
                                after.stream()
                                        .filter(tree -> tree.name().equals(name))
                                        .findFirst()
                                        .map(ConfTree::bytes)
                                        .orElse(null));
        if (errors(reading.problems()) <= errors(before.problems())) return;
        Problem first =
                reading.problems().stream()
                        .filter(p -> p.severity() == Problem.Severity.ERROR)
                        .filter(p -> !before.problems().contains(p))
                        .findFirst()
                        .orElseThrow();
        throw new Refused(Exit.FINDINGS, what + ProblemLine.of(first));
    }

    private static long errors(List<Problem> problems) {
        return problems.stream().filter(p -> p.severity() == Problem.Severity.ERROR).count();
    }
}
