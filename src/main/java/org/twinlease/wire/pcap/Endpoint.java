package org.twinlease.wire.pcap;

import org.twinlease.value.Ip4;

/// One end of a TCP connection.
public record Endpoint(Ip4 address, int port) {

    /// As in `10.77.0.2:647`.
    @Override
    public String toString() {
        return address + ":" + port;
    }
}
