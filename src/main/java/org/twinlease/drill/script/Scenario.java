package org.twinlease.drill.script;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/// A drill: which pair, which clients, what is done when, and what is expected. Moments are seconds
/// since midnight of the day on which it begins. `title` and `lesson` are its heading; steps stand
/// in the order of time.
public record Scenario(
        String name,
        String title,
        String lesson,
        PairOf pair,
        Population population,
        long begin,
        long end,
        List<Step> steps,
        List<Expectation> expectations) {

    /// Sorts the steps; those of one moment stay in their order.
    public Scenario {
        List<Step> sorted = new ArrayList<>(steps);
        sorted.sort(Comparator.comparingLong(Step::moment));
        steps = List.copyOf(sorted);
        expectations = List.copyOf(expectations);
    }

    /// The same with other steps.
    public Scenario with(List<Step> others) {
        return new Scenario(
                name, title, lesson, pair, population, begin, end, others, expectations);
    }

    /// The same of another pair.
    public Scenario with(PairOf other, Population clients) {
        return new Scenario(name, title, lesson, other, clients, begin, end, steps, expectations);
    }

    /// The same at another time of day: everything in it is so much earlier or later.
    public Scenario beginningAt(long second) {
        long by = second - begin;
        long earliest = begin;
        for (Step step : steps) {
            long moment = step.act().values().moment();
            if (moment >= 0) earliest = Math.min(earliest, moment);
        }
        // What is said to be before midnight is of a day that has no number: a day later, then.
        if (earliest + by < 0) by += 86_400;
        long later = by;
        return new Scenario(
                name,
                title,
                lesson,
                pair,
                population,
                begin + by,
                end + by,
                steps.stream()
                        .map(
                                step ->
                                        new Step(
                                                step.line(),
                                                step.moment() + later,
                                                new Act(
                                                        step.act().deed(),
                                                        step.act().values().later(later))))
                        .toList(),
                expectations.stream()
                        .map(
                                each ->
                                        new Expectation(
                                                each.line(),
                                                each.claim(),
                                                each.values().later(later)))
                        .toList());
    }

    /// What is expected, with what is expected of every drill that does not say otherwise.
    public List<Expectation> all() {
        List<Expectation> all = new ArrayList<>(expectations);
        unless(all, Claim.NOT_DOUBLED, Claim.DOUBLED);
        unless(all, Claim.NOT_LOST, Claim.LOST);
        return all;
    }

    private static void unless(List<Expectation> all, Claim claim, Claim opposite) {
        boolean said =
                all.stream().anyMatch(each -> each.claim() == claim || each.claim() == opposite);
        if (!said) all.add(new Expectation(0, claim, Values.NONE));
    }

    /// When the last act is done, or when the drill begins where there is none.
    public long lastAct() {
        return steps.isEmpty() ? begin : steps.getLast().moment();
    }

    /// The text of the drill, which reads back as this one.
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append("# ").append(title).append('\n');
        lesson.lines().forEach(line -> text.append("# ").append(line).append('\n'));
        text.append(pair.text()).append(population.text());
        text.append("begin ").append(Times.clock(begin)).append('\n');
        for (Step step : steps) text.append(step.text()).append('\n');
        text.append("end ").append(Times.clock(end)).append('\n');
        for (Expectation each : expectations) {
            text.append("expect ").append(Objects.requireNonNull(each.text())).append('\n');
        }
        return text.toString();
    }
}
