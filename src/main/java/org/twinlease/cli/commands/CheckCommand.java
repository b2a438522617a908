package org.twinlease.cli.commands;

import org.jspecify.annotations.Nullable;
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
import org.twinlease.isc.leases.LeaseFindings;
import org.twinlease.isc.lint.Lint;
import org.twinlease.isc.outline.Site;
import org.twinlease.isc.pair.PairLint;
import org.twinlease.isc.tree.ConfTree;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// `twinlease check`.
@Command(
        name = "check",
        description = {
            "Say every error and warning of a dhcpd.conf, or of both halves of a failover pair,"
                    + " each with what to do about it.",
            "Ends with 1 when there is any."
        })
final class CheckCommand extends Job {

    @Parameters(paramLabel = "FILE", index = "0", description = "The configuration.")
    String file = "";

    @Parameters(
            paramLabel = "PARTNER",
            index = "1",
            arity = "0..1",
            description =
                    "The configuration of the failover partner: both are checked, and each against"
                            + " the other.")
    @Nullable String partner;

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

    @Option(
            names = "--here",
            description =
                    "FILE is for this machine: its failover addresses have to be this machine's.")
    boolean here;

    @Option(
            names = "--leases",
            paramLabel = "FILE",
            description =
                    "The dhcpd.leases of FILE's server, checked against its ranges and the clock.")
    @Nullable Path leases;

    @Option(
            names = "--partner-leases",
            paramLabel = "FILE",
            description =
                    "The dhcpd.leases of the partner's server; with --leases each is checked"
                            + " against the other.")
    @Nullable Path partnerLeases;

    CheckCommand(Tools tools) {
        super(tools);
    }

    @Override
    protected Exit run() throws Refused {
        if (partnerLeases != null && partner == null) {
            throw Refused.input("--partner-leases needs the partner's configuration");
        }
        if (diff && (fix || json)) throw Refused.input("--diff goes with neither --fix nor --json");
        List<DhcpdConf.Reading> readings = readings();
        List<Problem> problems = findings(readings);
        if (diff || fix) {
            List<Edit> edits = Fixes.of(problems);
            Set<String> done = new HashSet<>();
            for (DhcpdConf.Reading reading : readings) {
                for (ConfTree tree : reading.files()) if (done.add(tree.name())) mend(tree, edits);
            }
        }
        if (diff) return exit(problems);
        if (fix) problems = findings(readings());
        if (json) terminal.say(ProblemJson.document(problems));
        else problems.forEach(problem -> terminal.say(ProblemLine.of(problem)));
        return exit(problems);
    }

    private List<DhcpdConf.Reading> readings() throws Refused {
        List<DhcpdConf.Reading> readings = new ArrayList<>();
        readings.add(programs.configuration(file));
        if (partner != null) readings.add(programs.configuration(partner));
        return readings;
    }

    private List<Problem> findings(List<DhcpdConf.Reading> readings) throws Refused {
        List<Problem> all = new ArrayList<>();
        for (DhcpdConf.Reading reading : readings) all.addAll(reading.findings());
        if (here) all.addAll(Lint.here(Site.of(readings.getFirst().files()), programs.addresses()));
        leases(readings, all);
        if (readings.size() == 2) {
            Site one = Site.of(readings.getFirst().files());
            all.addAll(PairLint.check(one, Site.of(readings.getLast().files())));
        }
        return all.stream().distinct().sorted().toList();
    }

    private void leases(List<DhcpdConf.Reading> readings, List<Problem> all) throws Refused {
        LeaseFindings.File one = leases(leases, readings.getFirst(), all);
        LeaseFindings.File two = leases(partnerLeases, readings.getLast(), all);
        if (one != null && two != null) all.addAll(LeaseFindings.of(one, two, programs.clock()));
    }

    private LeaseFindings.@Nullable File leases(
            @Nullable Path path, DhcpdConf.Reading reading, List<Problem> all) throws Refused {
        if (path == null) return null;
        var found = new LeaseFindings.File(path.toString(), programs.leasesFile(path));
        all.addAll(found.reading().problems());
        all.addAll(LeaseFindings.of(found, reading.config(), programs.clock()));
        return found;
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
            terminal.pass(UnifiedDiff.octets(tree.name(), before, after));
        } else {
            String kept = programs.replace(tree.name(), after);
            terminal.complain(tree.name() + " was mended; as it was it is in " + kept);
        }
    }
}
