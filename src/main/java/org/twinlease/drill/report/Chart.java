package org.twinlease.drill.report;

import org.twinlease.drill.Sample;
import org.twinlease.drill.Twin;
import org.twinlease.drill.script.Scenario;
import org.twinlease.drill.script.Step;
import org.twinlease.drill.script.Times;
import org.twinlease.drill.script.Values;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/// Who served whom over time: the clients of A, on them those of B, and who waits on top; below,
/// the state of each server; above, what was done.
final class Chart {

    static final double WIDTH = 760;
    static final double HEIGHT = 300;

    private static final long[] UNITS = {
        300, 1800, 3600, 7200, 14_400, 21_600, 43_200, 86_400, 172_800
    };
    private static final int MOST_TIMES = 12;
    private static final double LEFT = 44;
    private static final double RIGHT = 10;
    private static final double TOP = 46;
    private static final double BOTTOM = 88;
    private static final double STRIP = 16;
    private static final String INK = "#1f2933";
    private static final String FAINT = "#d8dee6";
    private static final String GREY = "#66788a";
    private static final String OF_A = "#3e7bd6";
    private static final String OF_B = "#4bb3a4";
    private static final String WAITS = "#e05d44";

    private static final Map<String, String> STATES =
            Map.ofEntries(
                    Map.entry("normal", "#9fd4a3"),
                    Map.entry("communications-interrupted", "#f4c55c"),
                    Map.entry("partner-down", "#ef8f4d"),
                    Map.entry("potential-conflict", "#d9534f"),
                    Map.entry("conflict-done", "#e7a3a0"),
                    Map.entry("recover", "#a9c1e6"),
                    Map.entry("recover-wait", "#bccfec"),
                    Map.entry("recover-done", "#d3e0f4"),
                    Map.entry("startup", "#d8dee6"),
                    Map.entry("paused", "#c9b8e3"),
                    Map.entry("shutdown", "#b39bd8"),
                    Map.entry(Sample.DOWN, "#4a5563"));

    private final Canvas canvas;
    private final Scenario scenario;
    private final List<Sample> samples;
    private final double top;

    private Chart(Twin twin, Canvas canvas) {
        this.canvas = canvas;
        scenario = twin.scenario();
        samples = twin.samples();
        int most = 1;
        for (Sample sample : samples) most = Math.max(most, sample.clients().on());
        top = most * 1.05;
    }

    static void draw(Twin twin, Canvas canvas) {
        Chart chart = new Chart(twin, canvas);
        chart.axes();
        chart.areas();
        chart.acts(twin.recording().steps());
        chart.strips();
        chart.legend();
    }

    private double x(long second) {
        double share = (double) (second - scenario.begin()) / (scenario.end() - scenario.begin());
        return LEFT + share * (WIDTH - LEFT - RIGHT);
    }

    private double y(double clients) {
        return HEIGHT - BOTTOM - clients / top * (HEIGHT - BOTTOM - TOP);
    }

    private void axes() {
        double step = Math.pow(10, Math.floor(Math.log10(top)));
        if (top / step < 2) step /= 4;
        else if (top / step < 5) step /= 2;
        for (double at = 0; at <= top; at += step) {
            canvas.line(FAINT, 0.6, LEFT, y(at), WIDTH - RIGHT, y(at));
            canvas.text(GREY, 9, LEFT - 5, y(at) + 3, true, String.valueOf(Math.round(at)));
        }
        long unit = unit(scenario.end() - scenario.begin());
        for (long at = (scenario.begin() + unit - 1) / unit * unit;
                at <= scenario.end();
                at += unit) {
            canvas.line(FAINT, 0.6, x(at), y(0), x(at), y(0) + 4);
            double ends = Math.min(x(at) + 12, WIDTH - RIGHT);
            canvas.text(GREY, 9, ends, y(0) + 14, true, Times.clock(at));
        }
    }

    /// How far apart the times under a span of seconds stand: they need room.
    private static long unit(long span) {
        for (long unit : UNITS) if (span <= unit * MOST_TIMES) return unit;
        return UNITS[UNITS.length - 1];
    }

    private void areas() {
        area(OF_A, _ -> 0, this::ofA);
        area(OF_B, this::ofA, sample -> ofA(sample) + ofB(sample));
        area(
                WAITS,
                sample -> ofA(sample) + ofB(sample),
                sample -> Math.max(ofA(sample) + ofB(sample), sample.clients().on()));
    }

    private double ofA(Sample sample) {
        return sample.servers().getFirst().serves();
    }

    private double ofB(Sample sample) {
        return sample.servers().getLast().serves();
    }

    private void area(String colour, ToDoubleFunction<Sample> low, ToDoubleFunction<Sample> high) {
        int count = samples.size();
        double[] corners = new double[4 * count];
        for (int i = 0; i < count; i++) {
            Sample there = samples.get(i);
            Sample back = samples.get(count - 1 - i);
            corners[2 * i] = x(there.second());
            corners[2 * i + 1] = y(high.applyAsDouble(there));
            corners[2 * (count + i)] = x(back.second());
            corners[2 * (count + i) + 1] = y(low.applyAsDouble(back));
        }
        canvas.shape(colour, corners);
    }

    /// Marks with their words, as many as fit beside each other in two rows.
    private void acts(List<Step> steps) {
        double[] free = {0, 0};
        for (Step step : steps) {
            double at = x(step.moment());
            canvas.line(INK, 0.7, at, TOP - 4, at, y(0));
            String words = step.act().text();
            double width = words.length() * 4.4;
            for (int row = 0; row < free.length; row++) {
                if (at < free[row]) continue;
                boolean ends = at + width > WIDTH - RIGHT;
                canvas.text(INK, 8.5, at + (ends ? -2 : 2), TOP - 8 - 11 * row, ends, words);
                free[row] = at + width + 8;
                break;
            }
        }
    }

    private void strips() {
        for (int server = 0; server < 2; server++) {
            double at = HEIGHT - BOTTOM + 22 + server * (STRIP + 4);
            canvas.text(INK, 10, LEFT - 5, at + 12, true, Values.name(server));
            int from = 0;
            for (int i = 1; i <= samples.size(); i++) {
                boolean over = i == samples.size();
                if (!over && state(i, server).equals(state(from, server))) continue;
                double left = x(samples.get(from).second());
                double right = over ? WIDTH - RIGHT : x(samples.get(i).second());
                String colour = STATES.getOrDefault(state(from, server), GREY);
                canvas.shape(colour, left, at, right, at, right, at + STRIP, left, at + STRIP);
                from = i;
            }
        }
    }

    private String state(int sample, int server) {
        return samples.get(sample).servers().get(server).state();
    }

    private void legend() {
        Map<String, String> all = new TreeMap<>();
        for (Sample sample : samples) {
            for (Sample.Seat seat : sample.servers()) {
                all.put(seat.state(), STATES.getOrDefault(seat.state(), GREY));
            }
        }
        List<Map.Entry<String, String>> entries = new ArrayList<>();
        entries.add(Map.entry("served by A", OF_A));
        entries.add(Map.entry("served by B", OF_B));
        entries.add(Map.entry("waiting", WAITS));
        entries.addAll(all.entrySet());
        double at = LEFT;
        double line = HEIGHT - 12;
        for (Map.Entry<String, String> entry : entries) {
            double width = 18 + entry.getKey().length() * 4.9;
            canvas.shape(
                    entry.getValue(),
                    at,
                    line - 8,
                    at + 9,
                    line - 8,
                    at + 9,
                    line + 1,
                    at,
                    line + 1);
            canvas.text(INK, 9, at + 12, line, false, entry.getKey());
            at += width + 6;
        }
    }
}
