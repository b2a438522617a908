package org.twinlease.drill;

import org.twinlease.drill.script.Times;

/// A line of a drill's story: when, to whom (`A`, `B`, a client, or nobody), and what. `second` is
/// since midnight of the first day.
public record Line(long second, String who, String what) {

    /// As it is printed.
    public String text() {
        return "%s  %-4s  %s".formatted(clock(second), who, what).stripTrailing();
    }

    /// When, with its seconds.
    public String clock() {
        return clock(second);
    }

    /// A moment with its seconds: `12:00:07`.
    static String clock(long second) {
        String text = Times.clock(second);
        return text.indexOf(':') == text.lastIndexOf(':') ? text + ":00" : text;
    }
}
