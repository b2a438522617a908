package org.twinlease.cli;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// What simulated lives of a pair came to, all together: how many seeds, simulated seconds,
/// clients, how often each kind of trouble happened, and how often an address was with two clients
/// for a reason that is not the servers' (`operator`, `clock`, `memory`).
public record SimResult(
        long seeds,
        long seconds,
        long clients,
        Map<String, Long> faults,
        Map<String, Long> excused) {

    /// Takes copies in the order of names.
    public SimResult {
        faults = Collections.unmodifiableMap(new TreeMap<>(faults));
        excused = Collections.unmodifiableMap(new TreeMap<>(excused));
    }

    /// How many troubles happened.
    public long injected() {
        return sum(faults);
    }

    /// How many doubled addresses were not the servers' fault.
    public long excuses() {
        return sum(excused);
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
