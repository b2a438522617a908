package org.twinlease.app;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.Config;
import org.twinlease.config.FailoverPeer;
import org.twinlease.isc.DhcpdConf;
import org.twinlease.value.Ip4;

import java.util.List;

/// Host names in `failover peer` blocks, replaced by addresses before the engine sees them: it
/// never waits for a name server. A name is looked up when the configuration is read, and its first
/// address is taken, as dhcpd does. One that has no address stays as it is; its relationship then
/// has no connection and says why.
final class PartnerNames {
    private PartnerNames() {}

    /// A configuration with addresses in the place of names.
    static Config resolved(Config config, DhcpdConf.Resolver names) {
        return config.withPeers(
                config.peers().stream().map(peer -> resolved(peer, names)).toList());
    }

    private static FailoverPeer resolved(FailoverPeer peer, DhcpdConf.Resolver names) {
        return new FailoverPeer(
                peer.name(),
                peer.primary(),
                address(peer.address(), names),
                peer.port(),
                address(peer.peerAddress(), names),
                peer.peerPort(),
                peer.numbers(),
                peer.hba());
    }

    private static @Nullable String address(@Nullable String written, DhcpdConf.Resolver names) {
        if (written == null || Ip4.parse(written) != null) return written;
        List<Ip4> found = names.resolve(written);
        return found.isEmpty() ? written : found.getFirst().toString();
    }
}
