package org.twinlease.drill;

import org.jspecify.annotations.Nullable;
import org.twinlease.control.Sentences;
import org.twinlease.drill.Findings.Capacity;
import org.twinlease.drill.Findings.Doubled;
import org.twinlease.drill.Findings.Loss;
import org.twinlease.drill.Findings.Wait;
import org.twinlease.drill.Verdict.Judgement;
import org.twinlease.drill.Verdict.Worst;
import org.twinlease.drill.script.Expectation;
import org.twinlease.drill.script.Scenario;
import org.twinlease.drill.script.Values;
import org.twinlease.value.ServerState;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Holds what a drill expects against what was found.
final class Judge {

    private record Ruling(boolean holds, String found) {}

    private final Scenario scenario;
    private final Findings findings;
    private final Map<Long, Twin.Observed> observed;
    private final long normalSince;

    Judge(
            Scenario scenario,
            Findings findings,
            Map<Long, Twin.Observed> observed,
            long normalSince) {
        this.scenario = scenario;
        this.findings = findings;
        this.observed = observed;
        this.normalSince = normalSince;
    }

    Verdict verdict() {
        List<Judgement> judgements = new ArrayList<>();
        for (Expectation each : scenario.all()) {
            Ruling ruling = rule(each);
            judgements.add(new Judgement(each, ruling.holds(), ruling.found()));
        }
        return new Verdict(judgements, findings, worst());
    }

    private Ruling rule(Expectation each) {
        Values values = each.values();
        return switch (each.claim()) {
            case STATE_AT -> state(values);
            case NORMAL_BY -> normal(seen(values));
            case NORMAL_WITHIN -> normalWithin(values.seconds());
            case WAIT -> atMost(longer(), values.seconds());
            case WAIT_NEW -> atMost(findings.longest(false), values.seconds());
            case WAIT_RENEWING -> atMost(findings.longest(true), values.seconds());
            case SOMEBODY_WAITS -> {
                Wait wait = longer();
                yield new Ruling(wait != null && wait.seconds() > values.seconds(), words(wait));
            }
            case NOT_DOUBLED -> new Ruling(findings.doubled().isEmpty(), doubled());
            case DOUBLED -> new Ruling(!findings.doubled().isEmpty(), doubled());
            case NOT_REFUSED -> few(findings.refused(), 0, "refused");
            case FEW_REFUSED -> few(findings.refused(), values.number(), "refused");
            case REFUSED -> some(findings.refused(), "refused");
            case NOT_ENDED -> few(findings.ended(), 0, "lost for want of an answer");
            case ENDED -> some(findings.ended(), "lost for want of an answer");
            case NOT_LOST -> few(findings.lost(), 0, "forgotten");
            case LOST -> some(findings.lost(), "forgotten");
            case LEFT -> left(values);
            case SERVED -> without(values, 0, Long.MIN_VALUE);
            case FEW_UNSERVED -> without(values, values.number(), Long.MIN_VALUE);
            case UNSERVED -> without(values, Double.MAX_VALUE, values.number());
            case NO_MCLT -> new Ruling(findings.forMclt().isEmpty(), mclt());
            case MCLT -> new Ruling(!findings.forMclt().isEmpty(), mclt());
        };
    }

    private Twin.Observed seen(Values values) {
        return Objects.requireNonNull(observed.get(values.moment()));
    }

    private Ruling state(Values values) {
        String wanted = Objects.requireNonNull(values.state()).word();
        List<String> states = seen(values).states();
        boolean holds = true;
        List<String> found = new ArrayList<>();
        for (int server = 0; server < 2; server++) {
            if (values.server() != Values.BOTH && values.server() != server) continue;
            holds = holds && states.get(server).equals(wanted);
            found.add(Values.name(server) + " is " + states.get(server));
        }
        return new Ruling(holds, String.join(", ", found));
    }

    private static Ruling normal(Twin.Observed seen) {
        String normal = ServerState.NORMAL.word();
        boolean holds = seen.states().stream().allMatch(normal::equals);
        return new Ruling(holds, "A is " + seen.states().get(0) + ", B is " + seen.states().get(1));
    }

    private Ruling normalWithin(long seconds) {
        long took = findings.secondsToNormal();
        if (took < 0) return new Ruling(false, "at the end they are not both normal");
        String found =
                took == 0
                        ? "they were at once, and all the time since"
                        : "it took "
                                + Sentences.duration(took)
                                + ", until "
                                + Line.clock(normalSince);
        return new Ruling(took <= seconds, found);
    }

    private @Nullable Wait longer() {
        Wait renewing = findings.longest(true);
        Wait fresh = findings.longest(false);
        if (renewing == null || fresh == null) return renewing == null ? fresh : renewing;
        return renewing.seconds() > fresh.seconds() ? renewing : fresh;
    }

    private static Ruling atMost(@Nullable Wait wait, long seconds) {
        return new Ruling(wait == null || wait.seconds() <= seconds, words(wait));
    }

    static String words(@Nullable Wait wait) {
        if (wait == null) return "nobody asked";
        return "%s from %s on, %s%s"
                .formatted(
                        Sentences.duration(wait.seconds()),
                        Line.clock(wait.from()),
                        wait.who(),
                        wait.answered() ? "" : ", never answered");
    }

    private String doubled() {
        if (findings.doubled().isEmpty()) return "none";
        Doubled first = findings.doubled().getFirst();
        return findings.doubled().size() + ", first " + words(first);
    }

    static String words(Doubled twice) {
        return "%s at %s: %s has it from %s, %s from %s"
                .formatted(
                        twice.address(),
                        Line.clock(twice.second()),
                        twice.first(),
                        twice.firstBy(),
                        twice.other(),
                        twice.otherBy());
    }

    private static Ruling few(List<Loss> losses, double most, String what) {
        return new Ruling(losses.size() <= most, words(losses, what));
    }

    private static Ruling some(List<Loss> losses, String what) {
        return new Ruling(!losses.isEmpty(), words(losses, what));
    }

    static String words(List<Loss> losses, String what) {
        if (losses.isEmpty()) return "none " + what;
        Loss first = losses.getFirst();
        return "%d %s, first %s at %s"
                .formatted(losses.size(), what, first.who(), Line.clock(first.second()));
    }

    private Ruling left(Values values) {
        boolean holds = true;
        List<String> found = new ArrayList<>();
        for (Capacity each : findings.capacity()) {
            String name = Values.name(values.server());
            if (values.server() != Values.BOTH && !each.server().equals(name)) continue;
            holds = holds && each.least() >= values.number();
            found.add(words(each));
        }
        return new Ruling(holds, String.join(", ", found));
    }

    static String words(Capacity each) {
        return each.server() + " had " + each.least() + " left at " + Line.clock(each.second());
    }

    private Ruling without(Values values, double most, double least) {
        long without = seen(values).without();
        return new Ruling(
                without <= most && without >= least, without + " without an address then");
    }

    private String mclt() {
        if (findings.forMclt().isEmpty()) return "nobody did";
        Wait first = findings.forMclt().getFirst();
        return findings.forMclt().size() + " clients, first " + words(first);
    }

    private Worst worst() {
        if (!findings.doubled().isEmpty()) {
            Doubled first = findings.doubled().getFirst();
            return new Worst(
                    first.second(), "An address is doubled: " + words(first), first.causes());
        }
        if (!findings.lost().isEmpty()) {
            Loss first = findings.lost().getFirst();
            return new Worst(
                    first.second(), "No server knows the lease of " + first.who(), first.causes());
        }
        if (!findings.ended().isEmpty()) {
            return loss(findings.ended().getFirst(), "loses its address for want of an answer");
        }
        if (!findings.refused().isEmpty()) {
            return loss(findings.refused().getFirst(), "is told to give up its address");
        }
        Wait wait = longer();
        if (wait == null || wait.seconds() < Diary.LONG) {
            return new Worst(-1, "There was none: everybody was answered at once.", List.of());
        }
        return new Worst(
                wait.from(),
                (wait.renews()
                                ? "The longest wait of a client that renews: "
                                : "The longest wait of a" + " client without an address: ")
                        + words(wait),
                wait.causes());
    }

    private static Worst loss(Loss loss, String what) {
        return new Worst(
                loss.second(),
                loss.who() + " " + what + " (" + loss.address() + ")",
                loss.causes());
    }
}
