package org.twinlease.console.model.drill;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.Fact;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.Words;
import org.twinlease.control.Sentences;
import org.twinlease.drill.Findings;
import org.twinlease.drill.Findings.Capacity;
import org.twinlease.drill.Findings.Loss;
import org.twinlease.drill.Findings.Wait;
import org.twinlease.drill.Telling;
import org.twinlease.drill.Verdict;
import org.twinlease.drill.report.Report;
import org.twinlease.drill.script.Expectation;

import java.util.ArrayList;
import java.util.List;

/// What came of a drill, or has come of it so far: what was expected, what clients went through,
/// and the worst moment, each with what led to it.
public final class VerdictPicture {

    /// One expectation: what is expected, and what was found. `tone` is PLAIN while it is not over.
    public record Ruling(String words, String found, Tone tone) {}

    /// A number with what it is of; `details` say who and where, `causes` what led to the first.
    public record Figure(
            String label, String value, Tone tone, List<String> details, List<String> causes) {}

    /// All of it. `worst` has no words where there was no such moment; `unknown` is what no twin
    /// can know.
    public record State(
            Fact title,
            List<Ruling> rulings,
            List<Figure> figures,
            String worstClock,
            String worst,
            List<String> causes,
            List<String> unknown) {}

    static final State NOTHING =
            new State(new Fact("", Tone.PLAIN), List.of(), List.of(), "", "", List.of(), List.of());

    /// How many of a kind are told one by one.
    private static final int MOST = 20;

    private VerdictPicture() {}

    static State of(Glance glance) {
        Verdict verdict = glance.verdict();
        if (verdict == null) {
            List<Ruling> open = new ArrayList<>();
            for (Expectation each : glance.scenario().all()) {
                open.add(new Ruling(each.text(), Text.of("drill.verdict.open"), Tone.PLAIN));
            }
            Fact title = new Fact(Text.of("drill.verdict.sofar"), Tone.CALM);
            return new State(
                    title, open, figures(glance.findings()), "", "", List.of(), Report.unknown());
        }
        List<Ruling> rulings = new ArrayList<>();
        for (Verdict.Judgement each : verdict.judgements()) {
            Tone tone = each.holds() ? Tone.GOOD : Tone.BAD;
            rulings.add(new Ruling(each.expectation().text(), each.found(), tone));
        }
        long failed = verdict.judgements().stream().filter(each -> !each.holds()).count();
        String title =
                failed == 0
                        ? Text.of("drill.verdict.holds")
                        : Text.of("drill.verdict.fails", failed, rulings.size());
        return new State(
                new Fact(title, failed == 0 ? Tone.GOOD : Tone.BAD),
                rulings,
                figures(glance.findings()),
                verdict.worst().second() < 0 ? "" : TwinPicture.clock(verdict.worst().second()),
                verdict.worst().what(),
                verdict.worst().causes(),
                Report.unknown());
    }

    private static List<Figure> figures(Findings found) {
        List<Figure> all = new ArrayList<>();
        all.add(wait(Text.of("drill.figure.new"), found.longest(false), true));
        all.add(wait(Text.of("drill.figure.renewing"), found.longest(true), false));
        all.add(losses(Text.of("drill.figure.refused"), found.refused()));
        List<String> twice = found.doubled().stream().map(Telling::of).toList();
        List<String> why =
                found.doubled().isEmpty() ? List.of() : found.doubled().getFirst().causes();
        all.add(counted(Text.of("drill.figure.doubled"), twice, why, Tone.BAD));
        all.add(losses(Text.of("drill.figure.ended"), found.ended()));
        all.add(losses(Text.of("drill.figure.lost"), found.lost()));
        List<String> mclt = found.forMclt().stream().map(Telling::of).toList();
        List<String> reasons =
                found.forMclt().isEmpty() ? List.of() : found.forMclt().getFirst().causes();
        all.add(counted(Text.of("drill.figure.mclt"), mclt, reasons, Tone.WATCH));
        boolean never = found.secondsToNormal() < 0;
        all.add(
                new Figure(
                        Text.of("drill.figure.normal"),
                        Telling.toNormal(found),
                        never ? Tone.WATCH : Tone.PLAIN,
                        List.of(),
                        List.of()));
        for (Capacity each : found.capacity()) {
            all.add(
                    new Figure(
                            Text.of("drill.figure.left", each.server()),
                            Words.count(each.least()),
                            each.least() == 0 ? Tone.WATCH : Tone.PLAIN,
                            List.of(Telling.of(each)),
                            List.of()));
        }
        return all;
    }

    private static Figure wait(String label, @Nullable Wait wait, boolean matters) {
        if (wait == null) {
            String nobody = Text.of("drill.figure.nobody");
            return new Figure(label, nobody, Tone.PLAIN, List.of(), List.of());
        }
        // A client that renews has its address meanwhile.
        Tone tone = matters && wait.seconds() > 60 ? Tone.WATCH : Tone.PLAIN;
        String value = Sentences.duration(wait.seconds());
        return new Figure(label, value, tone, List.of(Telling.of(wait)), wait.causes());
    }

    private static Figure losses(String label, List<Loss> losses) {
        List<String> causes = losses.isEmpty() ? List.of() : losses.getFirst().causes();
        return counted(label, losses.stream().map(Telling::of).toList(), causes, Tone.BAD);
    }

    private static Figure counted(String label, List<String> all, List<String> causes, Tone worst) {
        List<String> told = new ArrayList<>(all.stream().limit(MOST).toList());
        if (all.size() > MOST) told.add(Text.of("drill.figure.more", all.size() - MOST));
        Tone tone = all.isEmpty() ? Tone.PLAIN : worst;
        return new Figure(label, Words.count(all.size()), tone, told, causes);
    }
}
