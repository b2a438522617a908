package org.twinlease.drill.script;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.Problem;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads a drill. All of its problems are found in one go; each names its line and what to write
/// instead.
public final class DrillReader {

    private static final String RULE = "----";
    private static final long HOUR = 3600;
    private static final long DAY = 86_400;

    /// The longest drill.
    private static final long MOST = 14 * DAY;

    private static final long BEGIN = 8 * HOUR;
    private static final Set<String> ONCE = Set.of("pair", "population", "end");

    private final String file;
    private final List<Problem> problems = new ArrayList<>();
    private final List<String> heading = new ArrayList<>();
    private final List<Expectation> expectations = new ArrayList<>();
    private final Set<String> said = new HashSet<>();
    private final Complaints complaints;
    private final PairReader pair;
    private final StepReader steps;
    private @Nullable Population population;
    private boolean begun;
    private long begin = BEGIN;
    private long end = -1;
    private int endLine;

    private DrillReader(String file) {
        this.file = file;
        complaints = (line, message, remedy) -> problems.add(problem(line, message, remedy));
        pair = new PairReader(complaints);
        steps = new StepReader(complaints);
    }

    private Problem problem(int line, String message, String remedy) {
        return new Problem(file, line, 1, Problem.Severity.ERROR, "drill", message, remedy);
    }

    /// Reads a text. `file` is what problems call it; the drill is called as the file is, without
    /// folder and ending.
    public static Reading read(String file, String text) {
        return new DrillReader(file).all(text);
    }

    private Reading all(String text) {
        List<String> lines = text.lines().toList();
        int rule = lines.indexOf(RULE);
        int until = rule < 0 ? lines.size() : rule;
        boolean head = true;
        for (int i = 0; i < until; i++) {
            String line = lines.get(i).strip();
            if (line.startsWith("#")) {
                if (head) heading.add(line.substring(1).strip());
                continue;
            }
            if (line.isEmpty()) continue;
            head = false;
            line(i + 1, line.replaceFirst("\\s#.*", "").strip());
        }
        String outcome = rule < 0 ? "" : String.join("\n", lines.subList(rule + 1, lines.size()));
        Scenario scenario = scenario();
        return new Reading(problems.isEmpty() ? scenario : null, problems, outcome);
    }

    private void line(int number, String line) {
        List<String> words = Wording.words(line);
        String first = words.getFirst().toLowerCase(Locale.ROOT);
        List<String> rest = words.subList(1, words.size());
        once(number, first, rest);
        switch (first) {
            case "pair" -> pair.pair(number, rest);
            case "leases" -> pair.leases(number, rest);
            case "population" -> population = pair.population(number, rest);
            case "begin" -> begins(number, rest);
            case "end" -> {
                endLine = number;
                end = moment(number, rest, "end 14:00");
            }
            case "at", "every" -> steps.dated(number, words, begin);
            case "expect" -> expect(number, rest);
            default -> {
                if (first.startsWith("+")) steps.dated(number, words, begin);
                else {
                    complaints.add(
                            number,
                            "\"" + words.getFirst() + "\" begins no line of a drill",
                            "begin it with pair, leases, population, begin, end, at, every, +5m or"
                                    + " expect; # begins a comment");
                }
            }
        }
    }

    /// A second line would take the place of the first without a word.
    private void once(int line, String first, List<String> rest) {
        boolean leases = first.equals("leases") && rest.size() > 1;
        String what = leases ? "leases of " + rest.get(1).toUpperCase(Locale.ROOT) : first;
        if ((leases || ONCE.contains(first)) && !said.add(what)) {
            complaints.add(line, "\"" + what + "\" is there twice", "write it once");
        }
    }

    private void begins(int line, List<String> words) {
        if (begun || !steps.isEmpty() || !expectations.isEmpty()) {
            complaints.add(
                    line,
                    "begin stands after a line with a moment, or is there twice",
                    "write begin once, before the first at and expect");
        }
        begun = true;
        begin = Math.max(0, moment(line, words, "begin 11:00"));
    }

    private long moment(int line, List<String> words, String example) {
        var moment = words.size() == 1 ? Times.moment(words.getFirst()) : Times.moment("");
        if (moment.isEmpty()) {
            complaints.add(
                    line,
                    "\"" + String.join(" ", words) + "\" is not a time of day",
                    "write it as in " + example);
        }
        return moment.orElse(-1);
    }

    private void expect(int line, List<String> words) {
        Nearest nearest = new Nearest();
        for (Claim claim : Claim.values()) {
            Phrase.Match match = claim.phrase().match(words);
            Values values = match.values();
            if (values == null) {
                nearest.missed(claim.phrase(), match);
                continue;
            }
            boolean dates = values.moment() >= 0;
            Values dated = dates ? values.on(Times.notBefore(begin, values.moment())) : values;
            expectations.add(new Expectation(line, claim, dated));
            return;
        }
        String text = "\"" + String.join(" ", words) + "\" is nothing that can be expected";
        complaints.add(line, nearest.fault(text), nearest.remedy("expect "));
    }

    private void later(long by) {
        begin += by;
        if (end >= 0) end += by;
        expectations.replaceAll(
                each -> new Expectation(each.line(), each.claim(), each.values().later(by)));
    }

    private @Nullable Scenario scenario() {
        List<Step> all = steps.resolved();
        later(steps.shift());
        long last = begin;
        for (Step step : all) last = Math.max(last, step.moment());
        for (Expectation each : expectations) last = Math.max(last, each.values().moment());
        end = end < 0 ? last + HOUR : Times.notBefore(begin, end);
        if (end < last || end > begin + MOST) {
            complaints.add(
                    endLine,
                    "the drill ends at "
                            + Times.clock(end)
                            + ", its last line is of "
                            + Times.clock(last),
                    "let it end after its last line, at most 14 days after it begins");
        }
        if (heading.isEmpty()) heading.add(name());
        String lesson =
                heading.stream()
                        .skip(1)
                        .filter(l -> !l.isEmpty())
                        .collect(Collectors.joining("\n"));
        if (!problems.isEmpty()) return null;
        PairOf which = pair.pair();
        Population usual = which.hasLeases() ? Population.NONE : Population.USUAL;
        return new Scenario(
                name(),
                heading.getFirst(),
                lesson,
                which,
                population == null ? usual : population,
                begin,
                end,
                all,
                expectations);
    }

    private String name() {
        String base = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        return base.endsWith(".drill") ? base.substring(0, base.length() - 6) : base;
    }
}
