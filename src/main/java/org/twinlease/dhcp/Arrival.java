package org.twinlease.dhcp;

import org.twinlease.value.Cast;
import org.twinlease.value.Ip4;

/// How a message came: on which interface (its address there, which is the server identifier, and
/// its MTU), from which address and UDP port, to whom, and on which UDP port the server listens.
public record Arrival(
        int interfaceIndex,
        Ip4 serverAddress,
        int mtu,
        int serverPort,
        Ip4 from,
        int fromPort,
        Cast cast) {

    /// The port that clients listen on: 68, or the one above a server port that is not 67.
    int clientPort() {
        return serverPort == 67 ? 68 : serverPort + 1;
    }
}
