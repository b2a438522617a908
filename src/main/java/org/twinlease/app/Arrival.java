package org.twinlease.app;

/// What a running server waits for.
sealed interface Arrival {

    /// The process was told to end.
    record End() implements Arrival {}

    /// The process was told to read its configuration again.
    record Reload() implements Arrival {}

    /// The server's engine stopped by itself.
    record Fault(Throwable cause) implements Arrival {}
}
