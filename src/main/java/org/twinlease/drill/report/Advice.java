package org.twinlease.drill.report;

import org.twinlease.control.Sentences;
import org.twinlease.drill.Findings;
import org.twinlease.drill.Original;
import org.twinlease.drill.Twin;
import org.twinlease.drill.script.Deed;
import org.twinlease.drill.script.Scenario;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What to do about what a drill has shown.
final class Advice {

    private static final Set<Deed> PARTNER_DOWN =
            EnumSet.of(Deed.PARTNER_DOWN, Deed.PARTNER_DOWN_AS_OF);

    private final Findings findings;
    private final Original pair;
    private final Scenario scenario;
    private final List<String> all = new ArrayList<>();

    private Advice(Twin twin) {
        findings = twin.verdict().findings();
        pair = twin.original();
        scenario = twin.recording();
    }

    static List<String> of(Twin twin) {
        Advice advice = new Advice(twin);
        advice.addresses();
        advice.clients();
        advice.pair();
        if (advice.all.isEmpty()) advice.all.add("Nothing to do: nobody was hurt.");
        return List.copyOf(advice.all);
    }

    private boolean has(Set<Deed> deeds) {
        return scenario.steps().stream().anyMatch(step -> deeds.contains(step.act().deed()));
    }

    private void addresses() {
        boolean doubled = !findings.doubled().isEmpty();
        if (doubled && has(PARTNER_DOWN)) {
            all.add(
                    "Order partner-down only when you have seen that the partner is off: its power,"
                        + " not its silence. A partner that is cut off goes on giving its share.");
        } else if (doubled) {
            all.add(
                    "Find out why addresses were doubled before you go on: the causes stand with"
                            + " each.");
        }
        if (!findings.lost().isEmpty()) {
            all.add(
                    "Order a server to recover after an older disk was put in, before it serves:"
                            + " twinlease maintenance recover.");
        }
        for (Findings.Capacity each : findings.capacity()) {
            if (each.least() > 0) continue;
            all.add(
                    "Give the pools more addresses, or shorter leases: "
                            + each.server()
                            + " had none left. One server alone has half of the free ones.");
        }
    }

    private void clients() {
        if (!findings.forMclt().isEmpty()) {
            all.add(
                    "%d clients waited because MCLT, %s, had not passed. A shorter MCLT opens the partner's"
                                    .formatted(
                                            findings.forMclt().size(),
                                            Sentences.duration(pair.mclt()))
                            + " addresses earlier; it also makes clients renew more often while one"
                            + " server is alone.");
        }
        if (!findings.ended().isEmpty()) {
            all.add(
                    "Make leases, and MCLT, longer than an outage of both servers may last: clients"
                            + " lost their address because nobody answered in time.");
        }
        // Where addresses were doubled, one of the two clients had to give its own up.
        if (!findings.refused().isEmpty() && findings.doubled().isEmpty()) {
            all.add(
                    "Clients were told to give up addresses. Compare the pools of both files:"
                            + " twinlease check A.conf B.conf.");
        }
    }

    private void pair() {
        if (findings.secondsToNormal() < 0) {
            all.add(
                    "The two were not together again at the end: see the story for what they wait"
                            + " for.");
        }
        if (has(EnumSet.of(Deed.SKEW))) {
            all.add("Keep both clocks in step by NTP: beyond 60 s the two refuse each other.");
        }
        if (pair.mclt() > pair.leaseSeconds()) {
            all.add(
                    "MCLT is longer than a lease, so it protects nothing more and withholds"
                            + " longer.");
        }
    }
}
