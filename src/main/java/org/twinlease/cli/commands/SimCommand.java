package org.twinlease.cli.commands;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;
import org.twinlease.cli.Exit;
import org.twinlease.cli.Job;
import org.twinlease.cli.Refused;
import org.twinlease.cli.SimFinding;
import org.twinlease.cli.SimOptions;
import org.twinlease.cli.SimResult;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// `twinlease sim`.
@Command(
        name = "sim",
        description = {
            "Lets simulated failover pairs live through troubles and looks whether an address is"
                + " with two clients, a lease is lost, or a client is told what is not on disk.",
            "Ends with 1 when there is any such life, told with its shortest trace and the command"
                + " that replays it. What an operator, a clock or a disk that forgets has done is"
                + " counted apart."
        })
final class SimCommand extends Job {

    private static final int TAIL = 60;
    private static final List<String> KINDS =
            List.of("double", "lost", "unsynced", "beyond", "apart", "other");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Option(names = "--seed", paramLabel = "N", description = "This seed alone.")
    @Nullable Long seed;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            description = "How many seeds, one after the other. Default: 10.")
    @Nullable Long seeds;

    @Option(names = "--first", paramLabel = "N", description = "The first seed. Default: 1.")
    @Nullable Long first;

    @Option(
            names = "--days",
            paramLabel = "D",
            description = "Simulated days of trouble for each seed. Default: 1.")
    double days = 1;

    @Option(
            names = "--faults",
            split = ",",
            paramLabel = "KIND",
            description = "all, or kinds of trouble such as kill,cut,lost-disk. Default: all.")
    List<String> faults = List.of("all");

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "NUMBER",
            description = "Only the troubles with these numbers; 0 for none. If not given: all.")
    Set<Integer> only = new TreeSet<>();

    @Option(
            names = "--config",
            paramLabel = "A",
            description = "Simulate the pair of this dhcpd.conf: its failover and lease settings.")
    @Nullable String config;

    @Option(
            names = "--partner-config",
            paramLabel = "B",
            description = "The other server's dhcpd.conf; with --config.")
    @Nullable String partnerConfig;

    @Option(names = "--json", description = "As one JSON document.")
    boolean json;

    SimCommand(Tools tools) {
        super(tools);
    }

    @Override
    protected Exit run() throws Refused {
        SimOptions options = options();
        List<SimFinding> findings = new ArrayList<>();
        SimResult result =
                programs.sim(
                        options,
                        finding -> {
                            findings.add(finding);
                            if (!json) words(finding);
                        });
        Map<String, Long> counts = new TreeMap<>();
        for (SimFinding finding : findings) counts.merge(finding.kind(), 1L, Long::sum);
        if (json) terminal.say(document(options, result, counts, findings).toPrettyString());
        else terminal.say(summary(result, counts));
        return findings.isEmpty() ? Exit.CLEAN : Exit.FINDINGS;
    }

    private SimOptions options() throws Refused {
        if (seed != null && (seeds != null || first != null)) {
            throw Refused.input("--seed is one seed; for several: --first and --seeds");
        }
        long count = seeds == null ? 10 : seeds;
        if (count < 1) throw Refused.input("--seeds " + count + " is none; 1 or more");
        if (!(days > 0 && days <= 10_000)) {
            throw Refused.input("--days " + days + " is not possible; more than 0, up to 10000");
        }
        if ((config == null) != (partnerConfig == null)) {
            throw Refused.input("a pair has two: --config A --partner-config B");
        }
        long from = seed != null ? seed : first == null ? 1 : first;
        return new SimOptions(from, seed != null ? 1 : count, days, faults, only, configs());
    }

    private List<String> configs() {
        return config == null || partnerConfig == null ? List.of() : List.of(config, partnerConfig);
    }

    private static String summary(SimResult result, Map<String, Long> counts) {
        return "%d seeds, %d h simulated, %d clients, %d faults: %s excused=%d"
                .formatted(
                        result.seeds(),
                        result.seconds() / 3600,
                        result.clients(),
                        result.injected(),
                        KINDS.stream()
                                .map(kind -> kind + "=" + counts.getOrDefault(kind, 0L))
                                .collect(Collectors.joining(" ")),
                        result.excuses());
    }

    private void words(SimFinding finding) {
        terminal.say(finding.kind() + ": " + finding.fault());
        for (String trouble : finding.troubles()) terminal.say("  " + trouble);
        int before = Math.max(0, finding.trace().size() - TAIL);
        if (before > 0) terminal.say("  (" + before + " lines before; --json has all)");
        for (String line : finding.trace().subList(before, finding.trace().size())) {
            terminal.say("  " + line);
        }
        terminal.say("again: " + replay(finding));
    }

    private String replay(SimFinding finding) {
        String numbers =
                finding.numbers().stream().map(String::valueOf).collect(Collectors.joining(","));
        List<String> pair = configs();
        String words =
                pair.isEmpty()
                        ? ""
                        : " --config " + pair.getFirst() + " --partner-config " + pair.getLast();
        return "twinlease sim --seed %d --days %s --faults %s --only %s%s"
                .formatted(
                        finding.seed(),
                        BigDecimal.valueOf(days).stripTrailingZeros().toPlainString(),
                        String.join(",", faults),
                        numbers.isEmpty() ? "0" : numbers,
                        words);
    }

    private ObjectNode document(
            SimOptions options,
            SimResult result,
            Map<String, Long> counts,
            List<SimFinding> findings) {
        ObjectNode document = JSON.createObjectNode();
        document.put("first", options.first());
        document.put("seeds", result.seeds());
        document.put("seconds", result.seconds());
        document.put("clients", result.clients());
        document.put("injected", result.injected());
        document.set("faults", JSON.valueToTree(result.faults()));
        for (String kind : KINDS) document.put(kind, counts.getOrDefault(kind, 0L));
        document.put("excused", result.excuses());
        document.set("excuses", JSON.valueToTree(result.excused()));
        var violations = document.putArray("violations");
        for (SimFinding finding : findings) {
            ObjectNode violation = JSON.valueToTree(finding);
            violations.add(violation.put("replay", replay(finding)));
        }
        return document;
    }
}
