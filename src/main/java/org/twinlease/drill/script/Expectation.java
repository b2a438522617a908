package org.twinlease.drill.script;

/// What a drill expects; `line` of the drill, 0 for what is expected of every drill.
public record Expectation(int line, Claim claim, Values values) {

    /// The sentence, as in a drill.
    public String text() {
        return claim.phrase().write(values);
    }
}
