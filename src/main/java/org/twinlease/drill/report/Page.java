package org.twinlease.drill.report;

import org.twinlease.control.Sentences;
import org.twinlease.drill.Findings;
import org.twinlease.drill.Original;
import org.twinlease.drill.Telling;
import org.twinlease.drill.Twin;
import org.twinlease.drill.Verdict;
import org.twinlease.drill.report.Paper.Figure;
import org.twinlease.drill.report.Paper.Row;
import org.twinlease.drill.script.Group;
import org.twinlease.drill.script.Kind;
import org.twinlease.drill.script.Scenario;
import org.twinlease.drill.script.Step;
import org.twinlease.drill.script.Times;

import java.util.ArrayList;
import java.util.List;

/// What a report says, in order, before it is known whether it becomes HTML or PDF.
record Page(
        String title,
        String lesson,
        boolean holds,
        List<String> about,
        List<String> sources,
        List<String> grounds,
        List<Figure> figures,
        List<Row> expectations,
        List<Row> steps,
        String worst,
        List<String> causes,
        List<String> advice,
        List<String> unknown,
        List<Row> story) {

    /// What no twin knows, whichever drill it runs.
    static final List<String> UNKNOWN =
            List.of(
                    "How your clients behave beyond RFC 2131: those of the twin try as dhclient"
                            + " does.",
                    "What relays, switches and firewalls lose or delay: the twin's relays reach"
                            + " both servers, and packets take 1 to 6 ms.",
                    "How long a real disk takes, and how long a machine takes to start.",
                    "Who comes after the last lease that it was given: those that come are drawn by"
                            + " chance, at a rate that is said above.");

    static Page of(Twin twin) {
        Scenario scenario = twin.scenario();
        Verdict verdict = twin.verdict();
        List<Row> expectations = new ArrayList<>();
        for (Verdict.Judgement each : verdict.judgements()) {
            String mark = each.holds() ? "yes" : "no";
            expectations.add(new Row(mark, each.expectation().text(), each.found()));
        }
        List<Row> steps = new ArrayList<>();
        for (Step step : scenario.steps()) {
            steps.add(new Row(Times.clock(step.moment()), step.act().text(), ""));
        }
        List<Row> story = new ArrayList<>();
        twin.lines().forEach(line -> story.add(new Row(line.clock(), line.what(), line.who())));
        return new Page(
                scenario.title(),
                scenario.lesson(),
                verdict.holds(),
                about(twin),
                sources(twin.original()),
                grounds(twin),
                figures(verdict.findings()),
                expectations,
                steps,
                verdict.worst().what(),
                verdict.worst().causes(),
                Advice.of(twin),
                UNKNOWN,
                story);
    }

    private static List<String> about(Twin twin) {
        Scenario scenario = twin.scenario();
        Original pair = twin.original();
        String clients = twin.samples().getFirst().clients().on() + " clients at the beginning";
        return List.of(
                "Drill " + scenario.name() + ", seed " + twin.seed(),
                Times.clock(scenario.begin()) + " to " + Times.clock(scenario.end()),
                "Failover pair \""
                        + pair.name()
                        + "\", MCLT "
                        + Sentences.duration(pair.mclt())
                        + ", leases of "
                        + Sentences.duration(pair.leaseSeconds()),
                pair.leases() == 0 ? clients : clients + ", " + pair.leases() + " leases");
    }

    private static List<String> sources(Original pair) {
        if (pair.sources().isEmpty()) return List.of("The demo pair; no files.");
        return pair.sources().stream()
                .map(each -> each.what() + ": " + each.file() + ", SHA-256 " + each.digest())
                .toList();
    }

    private static List<String> grounds(Twin twin) {
        List<String> words = twin.grounds();
        if (!words.isEmpty()) return words;
        return List.of("The clients are the drill's own: " + population(twin.scenario()) + ".");
    }

    private static String population(Scenario scenario) {
        List<String> parts = new ArrayList<>();
        for (Group group : scenario.population().groups()) {
            String unit = group.kind() == Kind.NEW ? " new a minute" : " " + group.kind().word();
            double count = group.count();
            boolean whole = count == Math.rint(count);
            parts.add((whole ? String.valueOf((long) count) : String.valueOf(count)) + unit);
        }
        return parts.isEmpty() ? "none" : String.join(", ", parts);
    }

    private static List<Figure> figures(Findings findings) {
        List<Figure> all = new ArrayList<>();
        all.add(wait(findings, false, "longest wait, no address"));
        all.add(wait(findings, true, "longest wait, renewing"));
        all.add(count(findings.doubled(), "addresses doubled"));
        all.add(count(findings.lost(), "leases lost"));
        all.add(count(findings.ended(), "addresses lost unanswered"));
        all.add(count(findings.refused(), "renewals refused"));
        all.add(count(findings.forMclt(), "waited for MCLT"));
        boolean never = findings.secondsToNormal() < 0;
        all.add(new Figure(never ? "never" : Telling.toNormal(findings), "to NORMAL", never));
        for (Findings.Capacity each : findings.capacity()) {
            String label = "fewest left at " + each.server();
            all.add(new Figure(String.valueOf(each.least()), label, each.least() == 0));
        }
        return all;
    }

    private static Figure wait(Findings findings, boolean renewing, String label) {
        long seconds = findings.longestSeconds(renewing);
        // A client that renews has its address meanwhile.
        return new Figure(Sentences.duration(seconds), label, !renewing && seconds > 60);
    }

    private static Figure count(List<?> things, String label) {
        return new Figure(String.valueOf(things.size()), label, !things.isEmpty());
    }
}
