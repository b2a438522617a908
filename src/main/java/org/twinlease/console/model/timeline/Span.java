package org.twinlease.console.model.timeline;

/// The part of the past that is seen, in milliseconds since 1970, and the steps in which it grows.
public record Span(long fromMillis, long toMillis) {

    private static final long MINUTE = 60_000;

    /// From a minute to thirty days.
    private static final long[] WIDTHS = {
        MINUTE,
        5 * MINUTE,
        15 * MINUTE,
        60 * MINUTE,
        6 * 60 * MINUTE,
        24 * 60 * MINUTE,
        7 * 24 * 60 * MINUTE,
        30 * 24 * 60 * MINUTE
    };

    /// The one that a page begins with.
    static final int FIRST = 2;

    /// An hour, the most that a page begins with.
    private static final int HOUR = 3;

    static int widths() {
        return WIDTHS.length;
    }

    /// The one that shows all of a young record, and of an older one its last hour.
    static int fitting(long ageMillis) {
        int step = 0;
        while (step < HOUR && WIDTHS[step] < ageMillis) step++;
        return step;
    }

    static long width(int step) {
        return WIDTHS[step];
    }

    /// How long it is.
    public long millis() {
        return toMillis - fromMillis;
    }

    /// Whether a time is in it.
    boolean holds(long atMillis) {
        return atMillis >= fromMillis && atMillis <= toMillis;
    }

    /// Where a time is in it: 0 at its beginning, 1 at its end.
    public double place(long atMillis) {
        return (double) (atMillis - fromMillis) / millis();
    }

    /// The time at a place.
    public long at(double place) {
        return fromMillis + Math.round(place * millis());
    }
}
