package org.twinlease.console.model.timeline;

import org.twinlease.console.model.Tone;
import org.twinlease.value.Ip4;

import java.util.List;

/// What became different between two moments: `facts` of the pair and its servers, and the leases
/// that are not what they were. `more` says what else there is to know of it, empty for nothing.
public record Comparison(
        String title, boolean loading, List<Line> facts, List<Change> leases, String more) {

    /// Something as it was at the earlier moment and at the later one.
    public record Line(String what, String before, String after, boolean differs) {}

    /// A lease that became another. `tone` is that of what it is now.
    public record Change(Ip4 address, String before, String after, Tone tone, String client) {}

    /// Takes copies of the lists.
    public Comparison {
        facts = List.copyOf(facts);
        leases = List.copyOf(leases);
    }
}
