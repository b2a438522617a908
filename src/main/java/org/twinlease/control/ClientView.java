package org.twinlease.control;

import java.util.List;

/// What a server knows of one client: the addresses that it has or had last, and its newest packets
/// with what was decided about each and why, oldest first.
public record ClientView(List<LeaseView> leases, List<PacketView> packets) {

    /// Takes copies of the lists.
    public ClientView {
        leases = List.copyOf(leases);
        packets = List.copyOf(packets);
    }
}
