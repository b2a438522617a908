package org.twinlease.app;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.Config;
import org.twinlease.config.FailoverPeer;
import org.twinlease.isc.DhcpdConf;
import org.twinlease.value.Ip4;

import java.util.ArrayList;
import java.util.List;

/// Host names in `failover peer` blocks, replaced by addresses before the engine sees them: it
/// never waits for a name server. A name is looked up when the configuration is read and then every
/// minute ([NameClock]), and its first address is taken, as dhcpd does. One that has no address
/// stays as it is; its relationship then has no connection and says why.
final class PartnerNames {
    private PartnerNames() {}

    /// The configuration with addresses in the place of names, where there are any.
    static Config resolved(Config written, DhcpdConf.Resolver names) {
        return again(written, written, names);
    }

    /// The same for a configuration that is in force already: an address that its name still has
    /// stays, and so does one whose name has none now.
    static Config again(Config written, Config inForce, DhcpdConf.Resolver names) {
        List<FailoverPeer> peers = new ArrayList<>();
        for (int i = 0; i < written.peers().size(); i++) {
            peers.add(resolved(written.peers().get(i), inForce.peers().get(i), names));
        }
        return written.withPeers(peers);
    }

    /// Whether any partner, or this server, is called by a name.
    static boolean hasNames(Config written) {
        return written.peers().stream()
                .anyMatch(peer -> isName(peer.address()) || isName(peer.peerAddress()));
    }

    private static boolean isName(@Nullable String address) {
        return address != null && Ip4.parse(address) == null;
    }

    private static FailoverPeer resolved(
            FailoverPeer peer, FailoverPeer inForce, DhcpdConf.Resolver names) {
        return new FailoverPeer(
                peer.name(),
                peer.primary(),
                address(peer.address(), inForce.address(), names),
                peer.port(),
                address(peer.peerAddress(), inForce.peerAddress(), names),
                peer.peerPort(),
                peer.numbers(),
                peer.hba());
    }

    private static @Nullable String address(
            @Nullable String written, @Nullable String inForce, DhcpdConf.Resolver names) {
        if (written == null || !isName(written)) return written;
        List<String> found = names.resolve(written).stream().map(Ip4::toString).toList();
        return found.isEmpty() || found.contains(inForce) ? inForce : found.getFirst();
    }
}
