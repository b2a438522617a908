package org.twinlease.transport;

import org.twinlease.engine.Interface;
import org.twinlease.value.Ip4;

import java.net.InetSocketAddress;
import java.util.List;

/// The server's sockets on one interface. `link` is bound to the interface: it hears broadcasts and
/// sends them. `routed` is bound to the interface's address: what relays and bound clients send
/// there arrives by it and is answered from that very address, by whichever way the routing table
/// has. `others` are the same for further addresses of the interface. An interface that only hears
/// relays has one socket for all.
record Port(Interface face, Lane link, Lane routed, List<Lane> others, ReturnPaths paths) {

    void unicast(byte[] payload, Ip4 to, int port) {
        Lane other = paths.to(to);
        (other == null ? routed : other).write(payload, Addresses.socket(to, port));
    }

    void broadcast(byte[] payload, Ip4 everybody, int port) {
        link.write(payload, Addresses.socket(everybody, port));
    }

    void flush() {
        link.flush();
        routed.flush();
        for (int i = 0; i < others.size(); i++) others.get(i).flush();
    }

    void close() {
        link.close();
        routed.close();
        others.forEach(Lane::close);
    }

    InetSocketAddress address() {
        return routed.address();
    }
}
