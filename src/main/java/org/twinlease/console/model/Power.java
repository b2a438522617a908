package org.twinlease.console.model;

/// The switches of servers that live in this process, for a demonstration of failover: a server is
/// stopped as if its machine were switched off, and started again with the leases that it had.
public interface Power {

    /// Whether the server of that number (as in [ConsoleSession#channels]) is on.
    boolean isOn(int server);

    /// Turns it on or off; returns at once.
    void turn(int server, boolean on);
}
