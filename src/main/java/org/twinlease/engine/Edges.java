package org.twinlease.engine;

import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// Everything of the outside that an engine is given: its interfaces and UDP port, where packets
/// leave, a monotonic clock in nanoseconds for latencies only, what the edge has lost so far, and
/// how it describes itself.
public record Edges(
        List<Interface> interfaces,
        int port,
        Outlet outlet,
        LongSupplier nanos,
        Supplier<Lost> lost,
        Supplier<String> replyMode,
        Supplier<String> pingMode) {

    /// Packets that were lost, and TCP connections that were turned away at the failover port: a
    /// stranger's, or one too many.
    public record Lost(long packets, long connections) {

        /// Nothing at all.
        public static final Lost NOTHING = new Lost(0, 0);
    }

    /// Takes a copy of the list.
    public Edges {
        interfaces = List.copyOf(interfaces);
    }
}
