package org.twinlease.config;

import org.jspecify.annotations.Nullable;
import org.twinlease.value.Octets;

import java.util.Map;

/// A `failover peer` block as read. `numbers` holds the items that were given, by their dhcpd.conf
/// spelling (`mclt`, `split`, `max-response-delay`, ..., `load-balance-max-seconds`), in seconds or
/// counts; addresses are as written (an address or a host name).
public record FailoverPeer(
        String name,
        boolean primary,
        @Nullable String address,
        int port,
        @Nullable String peerAddress,
        int peerPort,
        Map<String, Long> numbers,
        @Nullable Octets hba) {

    /// Takes a copy of the map.
    public FailoverPeer {
        numbers = Map.copyOf(numbers);
    }
}
