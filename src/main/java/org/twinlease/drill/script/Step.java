package org.twinlease.drill.script;

/// An act and when it is done, in seconds since midnight; `line` of the drill, 0 for what was done
/// by hand while it ran.
public record Step(int line, long moment, Act act) {

    /// The line as in a drill.
    public String text() {
        return "at " + Times.clock(moment) + " " + act.text();
    }
}
