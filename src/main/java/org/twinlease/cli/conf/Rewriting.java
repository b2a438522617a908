package org.twinlease.cli.conf;

import org.twinlease.cli.Exit;
import org.twinlease.cli.Programs;
import org.twinlease.cli.Refused;
import org.twinlease.cli.Terminal;
import org.twinlease.cli.lines.ProblemLine;
import org.twinlease.config.Problem;
import org.twinlease.isc.DhcpdConf;
import org.twinlease.isc.edit.UnifiedDiff;
import org.twinlease.isc.tree.ConfTree;

import java.util.ArrayList;
import java.util.List;

/// Writes changed files, all or none. What was changed is read again before: a file that dhcpd
/// would not start with is not left behind.
final class Rewriting {

    private Rewriting() {}

    /// Writes those of the files that are others now, or with `diff` only shows what would be
    /// written. Should one be refused, those before it become again what they were.
    static void write(
            Programs programs,
            Terminal terminal,
            boolean diff,
            List<ConfTree> before,
            List<ConfTree> after)
            throws Refused {
        List<ConfTree> written = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            ConfTree old = before.get(i);
            if (after.get(i) == old) continue;
            byte[] octets = after.get(i).bytes();
            if (diff) {
                terminal.pass(UnifiedDiff.octets(old.name(), old.bytes(), octets));
                continue;
            }
            try {
                terminal.complain("as it was it is in " + programs.replace(old.name(), octets));
                written.add(old);
            } catch (Refused e) {
                for (ConfTree each : written) programs.replace(each.name(), each.bytes());
                throw e;
            }
        }
    }

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
