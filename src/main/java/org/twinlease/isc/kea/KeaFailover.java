package org.twinlease.isc.kea;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.FailoverPeer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A failover relationship as an outline of Kea's High Availability hook, which speaks another
/// protocol: nothing of MCLT, split or balance has a counterpart, and both servers have to be Kea.
final class KeaFailover {

    /// The port of Kea's control agent.
    private static final int AGENT = 8000;

    private KeaFailover() {}

    static Map<String, Object> outline(FailoverPeer peer) {
        long split = peer.numbers().getOrDefault("split", 128L);
        boolean shared = peer.hba() != null || (split > 0 && split < 255);
        Map<String, Object> outline = new LinkedHashMap<>();
        outline.put("library", "libdhcp_ha.so");
        outline.put("this-server-name", peer.primary() ? "server1" : "server2");
        outline.put("mode", shared ? "load-balancing" : "hot-standby");
        long delay = peer.numbers().getOrDefault("max-response-delay", 60L);
        outline.put("max-response-delay", 1000 * delay);
        outline.put("max-ack-delay", 1000 * seconds(peer));
        List<Object> peers = new ArrayList<>();
        String own = peer.address();
        String other = peer.peerAddress();
        peers.add(one("server1", peer.primary() ? own : other, "primary"));
        String second = shared ? "secondary" : "standby";
        peers.add(one("server2", peer.primary() ? other : own, second));
        outline.put("peers", peers);
        return outline;
    }

    private static long seconds(FailoverPeer peer) {
        return peer.numbers().getOrDefault("load-balance-max-seconds", 10L);
    }

    private static Map<String, Object> one(String name, @Nullable String address, String role) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("name", name);
        one.put("url", "http://" + (address == null ? "ADDRESS" : address) + ":" + AGENT + "/");
        one.put("role", role);
        one.put("auto-failover", true);
        return one;
    }

    /// What has to be said of it.
    static Left left(FailoverPeer peer) {
        return new Left(
                "failover peer \"" + peer.name() + "\"",
                "the failover protocol with mclt, split and the balance of free addresses",
                "Kea's High Availability hook takes its place, with two Kea servers that have the"
                        + " same leases; an outline of it is in user-context");
    }
}
