package org.twinlease.drill;

import java.util.List;

/// How things stood at a moment: how many clients, and each server.
public record Sample(long second, Count clients, List<Seat> servers) {

    /// How many clients are on, use an address, and wait for an answer.
    public record Count(int on, int served, int waiting) {}

    /// One server: its failover state as dhcpd spells it, `down` where it is; how many clients have
    /// their address from it; how many addresses are free for it to give, and how many there are of
    /// each kind (-1 where it is down).
    public record Seat(
            String state, int serves, long left, long free, long backup, long active, long other) {

        /// Whether its process runs.
        public boolean isUp() {
            return !state.equals(DOWN);
        }
    }

    /// In place of the state of a server that is down.
    public static final String DOWN = "down";

    /// Takes a copy of the list.
    public Sample {
        servers = List.copyOf(servers);
    }
}
