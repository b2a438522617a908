package org.twinlease.sim.twin;

import org.twinlease.config.Config;
import org.twinlease.config.FailoverPeer;

import java.util.List;

/// The configuration of a server in a twin: as it is, but of its failover relationships only the
/// one that is rehearsed, with addresses that need no name looked up.
final class Blocks {

    private Blocks() {}

    static Config of(Site site, int server) {
        FailoverPeer peer = site.peer(server);
        FailoverPeer own =
                new FailoverPeer(
                        peer.name(),
                        server == 0,
                        site.address(server).toString(),
                        647,
                        site.address(1 - server).toString(),
                        647,
                        peer.numbers(),
                        peer.hba());
        return site.config(server).withPeers(List.of(own));
    }
}
