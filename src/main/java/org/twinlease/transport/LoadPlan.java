package org.twinlease.transport;

import org.twinlease.value.Ip4;

import java.net.InetSocketAddress;
import java.util.List;

/// What load to make.
///
/// @param servers the servers, each of which is sent what a relay would pass on
/// @param relay `giaddr`, one of this machine's addresses
/// @param clients how many clients take turns, 1 to 16,777,216
/// @param rate exchanges begun a second (open loop); 0 for a closed loop
/// @param window in a closed loop, how many exchanges are under way at a time
/// @param seconds for how long exchanges are begun
/// @param mix what an exchange is
/// @param firstHardware the low 48 bits of the first client's Ethernet address; others count up
public record LoadPlan(
        List<InetSocketAddress> servers,
        Ip4 relay,
        int clients,
        double rate,
        int window,
        double seconds,
        Mix mix,
        long firstHardware) {

    /// Locally administered addresses that no device has.
    public static final long HARDWARE = 0x0200_0000_0000L;

    /// After this time without an answer an exchange counts as dropped.
    static final long TIMEOUT_MILLIS = 1_000;

    static final int MOST_CLIENTS = 1 << 24;

    /// What the clients do over and over.
    public enum Mix {
        /// DISCOVER, OFFER, REQUEST, ACK.
        DORA,
        /// As DORA, and the address is given back after the ACK.
        RELEASE,
        /// REQUEST by a client that has a lease; leases are made before the time counts.
        RENEW,
        /// DISCOVER, OFFER.
        DISCOVER
    }

    /// Checks the numbers.
    ///
    /// @throws IllegalArgumentException with words for the person who typed them
    public LoadPlan {
        servers = List.copyOf(servers);
        require(!servers.isEmpty(), "at least one server is needed");
        require(clients >= 1 && clients <= MOST_CLIENTS, "clients: 1 to " + MOST_CLIENTS);
        require(rate >= 0, "rate: 0 or more exchanges a second");
        require(rate > 0 || window >= 1, "window: at least 1");
        require(seconds > 0, "seconds: more than 0");
    }

    private static void require(boolean fine, String message) {
        if (!fine) throw new IllegalArgumentException(message);
    }

    /// How many exchanges may be under way at a time.
    int mostFlying() {
        return rate > 0 ? clients : Math.min(window, clients);
    }
}
