package org.twinlease.sim;

import java.util.ArrayList;
import java.util.List;

/// What happened in a world, one line each: when (since the beginning of the world), to whom, what
/// and why. Two runs of one setting give the same transcript, octet for octet.
public final class Transcript {

    private final SimTime time;
    private final List<String> lines = new ArrayList<>();

    private final boolean on;

    Transcript(SimTime time) {
        this(time, true);
    }

    /// `on`: whether lines are kept at all.
    public Transcript(SimTime time, boolean on) {
        this.time = time;
        this.on = on;
    }

    /// Whether lines are kept, so that it is worth the while to word them.
    boolean isOn() {
        return on;
    }

    void line(String who, String what) {
        if (on) lines.add(stamp(time.tick()) + "  " + who + "  " + what);
    }

    private static String stamp(long tick) {
        long seconds = tick / 1000;
        return String.valueOf(seconds / 86_400)
                + two('d', seconds / 3600 % 24)
                + two(':', seconds / 60 % 60)
                + two(':', seconds % 60)
                + '.'
                + tick / 100 % 10
                + tick / 10 % 10
                + tick % 10;
    }

    private static String two(char before, long number) {
        return before + (number < 10 ? "0" : "") + number;
    }

    /// All lines, oldest first.
    public List<String> lines() {
        return List.copyOf(lines);
    }

    /// The last lines, at most `count`.
    public List<String> tail(int count) {
        return List.copyOf(lines.subList(Math.max(0, lines.size() - count), lines.size()));
    }

    /// All lines as one text.
    public String text() {
        return String.join("\n", lines) + "\n";
    }
}
