package org.twinlease.console.model.drill;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.Problem;
import org.twinlease.console.model.drill.Block.Lane;
import org.twinlease.drill.script.Act;
import org.twinlease.drill.script.DrillReader;
import org.twinlease.drill.script.Expectation;
import org.twinlease.drill.script.Reading;
import org.twinlease.drill.script.Scenario;
import org.twinlease.drill.script.Step;
import org.twinlease.drill.script.Times;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The text of a drill and the blocks that it comes to. The text is the only truth: blocks are read
/// from it, and what is done to a block is an edit of its line that leaves all others, and
/// comments, as they are.
public final class DrillText {

    private static final String RULE = "----";
    private static final Pattern AT = Pattern.compile("(\\s*at\\s+)(\\S+)(.*)", flags());
    private static final Pattern PLUS =
            Pattern.compile("(\\s*)(\\+" + Times.WRITTEN + ")(.*)", flags());
    private static final Pattern EVERY =
            Pattern.compile(
                    "(\\s*every\\s+" + Times.WRITTEN + "\\s+from\\s+)(\\S+)(\\s+to\\s+)(\\S+)(.*)",
                    flags());
    private static final Pattern EXPECT = Pattern.compile("(\\s*expect\\s.*\\s)(\\S+)", flags());
    private static final Pattern MOMENT =
            Pattern.compile("(?<![\\w:.+-])\\d{1,3}:\\d\\d(?::\\d\\d)?(?![\\w:.])");
    private static final long DAY = 86_400;
    private static final Pattern COMMENT = Pattern.compile("\\s+#.*");

    private final String name;
    private final List<String> lines;
    private final Reading reading;
    private final List<Block> blocks = new ArrayList<>();
    private long begin;
    private long end;

    private DrillText(String name, List<String> lines) {
        this.name = name;
        this.lines = List.copyOf(lines);
        reading = DrillReader.read(name + ".drill", text());
        Scenario drawn = drawn();
        if (drawn == null) return;
        begin = drawn.begin();
        end = drawn.end();
        for (Step step : drawn.steps()) add(step);
        for (Expectation each : drawn.expectations()) {
            if (each.claim().isMoment()) {
                long moment = each.values().moment();
                blocks.add(new Block(each.line(), Lane.EXPECT, moment, moment, each.text()));
            }
        }
        blocks.sort(Comparator.comparing(Block::lane).thenComparingLong(Block::from));
    }

    private static int flags() {
        return Pattern.CASE_INSENSITIVE;
    }

    /// A text; the drill is called `name`. What stands under a line of dashes is left out: it is
    /// the outcome of an earlier run.
    public static DrillText of(String name, String text) {
        List<String> lines = List.of(text.replace("\r\n", "\n").split("\n", -1));
        int rule = lines.indexOf(RULE);
        return new DrillText(name, rule < 0 ? lines : lines.subList(0, rule));
    }

    /// The drill of a scenario, with no comment but its heading.
    public static DrillText of(Scenario scenario) {
        return of(scenario.name(), scenario.text());
    }

    /// Lines that are wrong are left out, so that all others can be drawn.
    private @Nullable Scenario drawn() {
        if (reading.scenario() != null) return reading.scenario();
        List<String> sound = new ArrayList<>(lines);
        Reading again = reading;
        // The end may be wrong only once the rest is right.
        for (int turn = 0; turn < 3 && again.scenario() == null; turn++) {
            for (Problem problem : again.problems()) {
                if (problem.line() > 0) sound.set(problem.line() - 1, "");
                else sound.replaceAll(line -> line.strip().startsWith("end ") ? "" : line);
            }
            again = DrillReader.read(name, String.join("\n", sound));
        }
        return again.scenario();
    }

    private void add(Step step) {
        Lane lane = lane(step.act());
        for (int i = 0; i < blocks.size(); i++) {
            Block known = blocks.get(i);
            if (known.line() != step.line() || known.lane() != lane) continue;
            long until = Math.max(known.until(), step.moment());
            blocks.set(i, new Block(known.line(), lane, known.from(), until, known.words()));
            return;
        }
        blocks.add(new Block(step.line(), lane, step.moment(), step.moment(), words(step.line())));
    }

    private static Lane lane(Act act) {
        return switch (act.deed()) {
            case STORM, ARRIVE -> Lane.CLIENTS;
            default ->
                    switch (act.values().server()) {
                        case 0 -> Lane.A;
                        case 1 -> Lane.B;
                        default -> Lane.LINK;
                    };
        };
    }

    /// What a line says beside its moment.
    private String words(int line) {
        String text = COMMENT.matcher(line(line)).replaceFirst("").strip();
        Matcher every = EVERY.matcher(text);
        if (every.matches()) return every.group(5).strip();
        Matcher at = AT.matcher(text);
        if (at.matches()) return at.group(3).strip();
        Matcher plus = PLUS.matcher(text);
        return plus.matches() ? plus.group(3).strip() : text;
    }

    /// What it is called: its file without folder and ending.
    public String name() {
        return name;
    }

    /// All of it.
    public String text() {
        return String.join("\n", lines);
    }

    /// A line, counted from 1.
    public String line(int number) {
        return lines.get(number - 1);
    }

    /// The drill; null while something in the text is wrong.
    public @Nullable Scenario scenario() {
        return reading.scenario();
    }

    /// What is wrong, each with its line (0 for the whole) and what to write instead.
    public List<Problem> problems() {
        return reading.problems();
    }

    /// What is said of moments, lane by lane in the order of time; lines that are wrong have none.
    public List<Block> blocks() {
        return List.copyOf(blocks);
    }

    /// When the drill begins, seconds since midnight.
    public long begin() {
        return begin;
    }

    /// When it ends, seconds since midnight of the first day.
    public long end() {
        return end;
    }

    /// The text with a block at another moment, at most at the ends of the drill. What stands under
    /// it with `+` moves with it.
    public DrillText moved(Block block, long moment) {
        long to = Math.clamp(moment, begin, end);
        String line = line(block.line());
        String said = COMMENT.matcher(line).replaceFirst("");
        String rest = line.substring(said.length());
        Matcher at = AT.matcher(said);
        if (at.matches()) {
            return with(block.line(), at.group(1) + Times.clock(to) + at.group(3) + rest);
        }
        Matcher plus = PLUS.matcher(said);
        if (plus.matches()) {
            long span = Times.span(Times.tight(plus.group(2))).orElse(0) + to - block.from();
            String when = span < 0 ? "at " + Times.clock(to) : "+" + Times.words(span);
            return with(block.line(), plus.group(1) + when + plus.group(3) + rest);
        }
        Matcher every = EVERY.matcher(said);
        if (every.matches()) {
            long last = Times.moment(every.group(4)).orElse(0) + to - block.from();
            String when = Times.clock(to) + every.group(3) + Times.clock(last);
            return with(block.line(), every.group(1) + when + every.group(5) + rest);
        }
        Matcher expect = EXPECT.matcher(said);
        return expect.matches()
                ? with(block.line(), expect.group(1) + Times.clock(to) + rest)
                : this;
    }

    /// The text with everything in it so much earlier or later that it begins at a moment; this one
    /// where that would be too late to be written. What is said in comments stays.
    public DrillText beginningAt(long second) {
        long by = second - begin;
        long last = begin;
        boolean says = false;
        for (String line : lines) {
            says |= line.strip().toLowerCase(Locale.ROOT).startsWith("begin ");
            Matcher each = MOMENT.matcher(timed(line));
            while (each.find()) {
                long moment = Times.moment(each.group()).orElse(begin);
                // What is before midnight then is of no day that has a number.
                if (moment + by < 0) by += DAY;
                last = Math.max(last, moment);
            }
        }
        if (by == 0 || last + by >= 100 * 3600L) return this;
        long later = by;
        List<String> next = new ArrayList<>();
        for (String line : lines) {
            String said = timed(line);
            String moved =
                    MOMENT.matcher(said)
                            .replaceAll(
                                    each ->
                                            Times.moment(each.group()).stream()
                                                    .mapToObj(at -> Times.clock(at + later))
                                                    .findFirst()
                                                    .orElse(each.group()));
            next.add(moved + line.substring(said.length()));
        }
        if (!says) next.add(header(), "begin " + Times.clock(begin + by));
        return new DrillText(name, next);
    }

    /// What of a line may speak of moments: no comment, and no name of a file.
    private static String timed(String line) {
        String said = line.strip().toLowerCase(Locale.ROOT);
        boolean names = said.startsWith("pair ") || said.startsWith("leases ");
        return names || said.startsWith("#") ? "" : COMMENT.matcher(line).replaceFirst("");
    }

    /// The text with another line in place of one.
    public DrillText with(int line, String other) {
        List<String> next = new ArrayList<>(lines);
        next.set(line - 1, other);
        return new DrillText(name, next);
    }

    /// The text without a line. A line with `+` under it keeps its moment.
    public DrillText without(int line) {
        List<String> next = new ArrayList<>(lines);
        if (line < lines.size()) next.set(line, absolute(line + 1));
        next.remove(line - 1);
        return new DrillText(name, next);
    }

    /// A line as it would stand alone.
    private String absolute(int line) {
        String said = line(line);
        Matcher plus = PLUS.matcher(said);
        if (!plus.matches()) return said;
        for (Block block : blocks) {
            if (block.line() != line) continue;
            return plus.group(1) + "at " + Times.clock(block.from()) + plus.group(3);
        }
        return said;
    }

    /// The number of the line that a new act of a moment gets.
    int place(long moment) {
        int after = 0;
        int first = 0;
        for (Block block : blocks) {
            if (block.lane() == Lane.EXPECT) continue;
            first = first == 0 ? block.line() : Math.min(first, block.line());
            if (block.from() <= moment) after = Math.max(after, block.line());
        }
        if (after == 0 && first > 0) return first;
        if (after == 0) after = header();
        // What begins with + counts from the line above it.
        while (after < lines.size() && PLUS.matcher(lines.get(after)).matches()) after++;
        return after + 1;
    }

    /// The last line of what a drill begins with.
    private int header() {
        int last = 0;
        Set<String> words = Set.of("pair", "leases", "population", "begin", "#");
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty()) continue;
            String word = line.startsWith("#") ? "#" : line.split("\\s+", 2)[0];
            if (!words.contains(word.toLowerCase(Locale.ROOT))) break;
            last = i + 1;
        }
        return last;
    }

    /// The text with an act at a moment, in its place by time.
    public DrillText doing(long moment, String act) {
        return inserted(place(moment), "at " + Times.clock(moment) + " " + act);
    }

    /// The text with an expectation at its end.
    public DrillText expecting(String claim) {
        int last = lines.size();
        while (last > 0 && lines.get(last - 1).isBlank()) last--;
        return inserted(last + 1, "expect " + claim);
    }

    private DrillText inserted(int line, String words) {
        List<String> next = new ArrayList<>(lines);
        next.add(Math.min(line - 1, next.size()), words);
        return new DrillText(name, next);
    }

    /// The same text under another name.
    public DrillText named(String other) {
        return new DrillText(other, lines);
    }
}
