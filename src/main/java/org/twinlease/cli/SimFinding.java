package org.twinlease.cli;

import java.util.List;

/// A simulated life in which something happened that must not: its seed, the kind (`double`,
/// `lost`, `unsynced` or `other`), what it was, the troubles of the shortest such life found (in
/// words, and their numbers), and what happened in it.
public record SimFinding(
        long seed,
        String kind,
        String fault,
        List<String> troubles,
        List<Integer> numbers,
        List<String> trace) {

    /// Takes copies.
    public SimFinding {
        troubles = List.copyOf(troubles);
        numbers = List.copyOf(numbers);
        trace = List.copyOf(trace);
    }
}
