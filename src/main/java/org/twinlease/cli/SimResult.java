package org.twinlease.cli;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// What simulated lives of a pair came to, all together: how many seeds, simulated seconds,
/// clients, how often each kind of trouble happened, and how many lives an operator's mistake
/// ended.
public record SimResult(
        long seeds, long seconds, long clients, Map<String, Long> faults, long excused) {

    /// Takes a copy in the order of names.
    public SimResult {
        faults = Collections.unmodifiableMap(new TreeMap<>(faults));
    }

    /// How many troubles happened.
    public long injected() {
        return faults.values().stream().mapToLong(Long::longValue).sum();
    }
}
