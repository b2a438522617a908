package org.twinlease.sim;

import org.jspecify.annotations.Nullable;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;

/// What one [SimClient] is like: who it says it is and how it goes about DHCP. `wishSeconds` is the
/// lease time that it asks for, -1 for none. `asks` is its parameter request list (option 55).
/// `relay` is the address of the relay in front of it, 0.0.0.0 when it is on the server's wire;
/// `relayed` says that the relay also carries what the client sends to the server alone (RFC 5107),
/// for networks on which only the relay can be reached. `patienceMillis` is the first wait for an
/// answer, 4 seconds by RFC 2131 section 4.1; it doubles up to sixteen times that.
public record Habits(
        HardwareAddress hardware,
        @Nullable Octets clientId,
        @Nullable String hostName,
        boolean broadcast,
        Ip4 relay,
        boolean relayed,
        long wishSeconds,
        Octets asks,
        long patienceMillis) {

    private static final Octets USUAL = Octets.of(new byte[] {1, 3, 6, 15, 28, 51, 58, 59});

    /// Checks the patience.
    public Habits {
        if (patienceMillis < 1) throw new IllegalArgumentException("no patience at all");
    }

    /// A plain client on the server's wire, known by its hardware address only.
    public static Habits of(HardwareAddress hardware) {
        return new Habits(hardware, null, null, false, Ip4.ZERO, false, -1, USUAL, 4000);
    }

    /// With a client identifier (option 61).
    public Habits withClientId(Octets id) {
        return new Habits(
                hardware,
                id,
                hostName,
                broadcast,
                relay,
                relayed,
                wishSeconds,
                asks,
                patienceMillis);
    }

    /// With a host name (option 12).
    public Habits withHostName(String name) {
        return new Habits(
                hardware,
                clientId,
                name,
                broadcast,
                relay,
                relayed,
                wishSeconds,
                asks,
                patienceMillis);
    }

    /// Asking for answers by broadcast, or not.
    public Habits withBroadcast(boolean on) {
        return new Habits(
                hardware,
                clientId,
                hostName,
                on,
                relay,
                relayed,
                wishSeconds,
                asks,
                patienceMillis);
    }

    /// Behind a relay; `everything`: also for what is sent to the server alone.
    public Habits withRelay(Ip4 giaddr, boolean everything) {
        return new Habits(
                hardware,
                clientId,
                hostName,
                broadcast,
                giaddr,
                everything,
                wishSeconds,
                asks,
                patienceMillis);
    }

    /// Asking for a lease time.
    public Habits withWish(long seconds) {
        return new Habits(
                hardware,
                clientId,
                hostName,
                broadcast,
                relay,
                relayed,
                seconds,
                asks,
                patienceMillis);
    }

    /// Waiting this long for the first answer.
    public Habits withPatience(long millis) {
        return new Habits(
                hardware, clientId, hostName, broadcast, relay, relayed, wishSeconds, asks, millis);
    }
}
