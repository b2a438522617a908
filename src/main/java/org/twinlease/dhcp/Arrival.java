package org.twinlease.dhcp;

import org.twinlease.value.Cast;
import org.twinlease.value.Ip4;
import org.twinlease.value.Now;

/// How a message came: on which interface (its address there, which is the server identifier, and
/// its MTU), from which address and UDP port, to whom, on which UDP port the server listens, and
/// for how many seconds it may have waited to be read; 0 where that is no more than usual.
public record Arrival(
        int interfaceIndex,
        Ip4 serverAddress,
        int mtu,
        int serverPort,
        Ip4 from,
        int fromPort,
        Cast cast,
        long waited) {

    /// Seconds that a message may wait on a busy server.
    private static final long USUAL = 5;

    /// For how many seconds a message may have waited that came after a moment; the clock that went
    /// further counts, as one of them stands still while a machine sleeps.
    public static long waited(Now notBefore, Now now) {
        long wall = now.wallMillis() - notBefore.wallMillis();
        long ticks = now.tickMillis() - notBefore.tickMillis();
        long seconds = Math.max(wall, ticks) / 1000;
        return seconds <= USUAL ? 0 : seconds;
    }

    /// The port that clients listen on: 68, or the one above a server port that is not 67.
    int clientPort() {
        return serverPort == 67 ? 68 : serverPort + 1;
    }
}
