package org.twinlease.engine;

import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// Everything of the outside that an engine is given: its interfaces and UDP port, where packets
/// leave, a monotonic clock in nanoseconds for latencies only, how many packets the edge has lost
/// so far, and how it describes itself.
public record Edges(
        List<Interface> interfaces,
        int port,
        Outlet outlet,
        LongSupplier nanos,
        LongSupplier dropped,
        Supplier<String> replyMode,
        Supplier<String> pingMode) {

    /// Takes a copy of the list.
    public Edges {
        interfaces = List.copyOf(interfaces);
    }
}
