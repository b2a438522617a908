package org.twinlease.drill.script;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// Reads the lines of a drill that begin with a moment: `at 12:00 kill B`, `+5m start B`, `every 3m
/// from 12:00 to 12:30 cut link for 40s`.
final class StepReader {

    private static final long DAY = 86_400;

    /// How many acts one line may come to.
    private static final int MOST = 1000;

    private final Complaints complaints;
    private final List<Step> steps = new ArrayList<>();
    private long begin;
    private long last = -1;

    StepReader(Complaints complaints) {
        this.complaints = complaints;
    }

    boolean isEmpty() {
        return steps.isEmpty();
    }

    void dated(int line, List<String> words, long begins) {
        begin = begins;
        if (last < 0) last = begin;
        String first = words.getFirst();
        if (first.startsWith("+")) {
            OptionalLong span = Times.span(first);
            if (span.isEmpty()) wrong(line, first, "a span of time such as +5m or +1h30m");
            else once(line, last + span.getAsLong(), words.subList(1, words.size()));
        } else if (first.equalsIgnoreCase("every")) {
            every(line, words);
        } else {
            String word = words.size() < 2 ? "" : words.get(1);
            OptionalLong moment = Times.moment(word);
            if (moment.isEmpty()) wrong(line, word, "a time of day such as 12:00 or 12:00:30");
            else
                once(
                        line,
                        Times.notBefore(begin, moment.getAsLong()),
                        words.subList(2, words.size()));
        }
    }

    private void wrong(int line, String word, String takes) {
        complaints.add(
                line,
                "\"" + word + "\" is not " + takes,
                "write a moment and an act, such as at 12:00 kill B");
    }

    private void every(int line, List<String> words) {
        boolean shaped =
                words.size() > 6
                        && words.get(2).equalsIgnoreCase("from")
                        && words.get(4).equalsIgnoreCase("to");
        OptionalLong span = shaped ? Times.span(words.get(1)) : OptionalLong.empty();
        OptionalLong from = shaped ? Times.moment(words.get(3)) : OptionalLong.empty();
        OptionalLong to = shaped ? Times.moment(words.get(5)) : OptionalLong.empty();
        if (span.isEmpty() || from.isEmpty() || to.isEmpty() || span.getAsLong() <= 0) {
            complaints.add(
                    line,
                    "\"" + String.join(" ", words) + "\" does not say how often and until when",
                    "write it as in every 3m from 12:00 to 12:30 cut link for 40s");
            return;
        }
        long until = Times.notBefore(begin, to.getAsLong());
        long moment = Times.notBefore(begin, from.getAsLong());
        if (until < moment) {
            complaints.add(
                    line,
                    Times.clock(until) + " is before " + Times.clock(moment),
                    "let it end at a later moment; one of the next day has 24 hours more");
            return;
        }
        if ((until - moment) / span.getAsLong() > MOST) {
            complaints.add(line, "more than " + MOST + " acts", "let it happen less often");
            return;
        }
        for (; moment <= until; moment += span.getAsLong()) {
            if (!once(line, moment, words.subList(6, words.size()))) return;
        }
    }

    /// Whether the act could be read.
    private boolean once(int line, long moment, List<String> words) {
        last = moment;
        int size = words.size();
        boolean ends = size > 2 && words.get(size - 2).equalsIgnoreCase("for");
        List<String> said = ends ? words.subList(0, size - 2) : words;
        Act act = act(line, said);
        if (act == null) return false;
        if (!ends) {
            add(new Step(line, moment, act));
            return true;
        }
        OptionalLong span = Times.span(words.get(size - 1));
        Act undo = act.undo();
        if (span.isEmpty() || span.getAsLong() <= 0) {
            wrong(line, words.get(size - 1), "a span of time such as 40s or 10m");
        } else if (undo == null) {
            complaints.add(
                    line, "\"" + act.text() + "\" has no end", "leave out for and what follows");
        } else {
            add(new Step(line, moment, act));
            add(new Step(line, moment + span.getAsLong(), undo));
            return true;
        }
        return false;
    }

    private void add(Step step) {
        Values values = step.act().values();
        if (values.server() != Values.BOTH) {
            steps.add(step);
            return;
        }
        for (int server = 0; server < 2; server++) {
            Act one = new Act(step.act().deed(), values.at(server));
            steps.add(new Step(step.line(), step.moment(), one));
        }
    }

    private @Nullable Act act(int line, List<String> words) {
        Nearest nearest = new Nearest();
        for (Deed deed : Deed.values()) {
            Phrase.Match match = deed.phrase().match(words);
            if (match.values() != null) return new Act(deed, match.values());
            nearest.missed(deed.phrase(), match);
        }
        String text = "\"" + String.join(" ", words) + "\" is no act";
        complaints.add(line, nearest.fault(text), nearest.remedy(""));
        return null;
    }

    /// How much later everything is to be, so that no step looks back to before the midnight at
    /// which moments begin to count: such a moment has no number.
    long shift() {
        boolean early = steps.stream().anyMatch(step -> looksBack(step) && backOf(step) < 0);
        return early ? DAY : 0;
    }

    private static boolean looksBack(Step step) {
        return step.act().values().moment() >= 0;
    }

    private static long backOf(Step step) {
        return Times.notAfter(step.moment(), step.act().values().moment());
    }

    /// All steps, with the moments that they look back to.
    List<Step> resolved() {
        long by = shift();
        List<Step> all = new ArrayList<>();
        for (Step step : steps) {
            Values values = step.act().values();
            if (!looksBack(step)) {
                all.add(new Step(step.line(), step.moment() + by, step.act()));
                continue;
            }
            long back = backOf(step);
            if (step.act().deed() == Deed.RESTORE && back < begin) {
                complaints.add(
                        step.line(),
                        "there is nothing to restore from "
                                + Times.clock(values.moment())
                                + ": the drill begins at "
                                + Times.clock(begin),
                        "let it begin earlier, or restore from a later moment");
            }
            Act act = new Act(step.act().deed(), values.on(back + by));
            all.add(new Step(step.line(), step.moment() + by, act));
        }
        return all;
    }
}
