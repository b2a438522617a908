package org.twinlease.sim;

import org.twinlease.config.Config;
import org.twinlease.config.FailoverPeer;
import org.twinlease.config.Pool;
import org.twinlease.config.Range;
import org.twinlease.config.Scope;
import org.twinlease.config.SharedNetwork;
import org.twinlease.config.Subnet;
import org.twinlease.config.words.OptionKey;
import org.twinlease.config.words.Parameter;
import org.twinlease.engine.Interface;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Where things are in a world: wire N has 10.N.0.0/16 and its pool from 10.N.1.0 on. Servers are
/// on wire 0 and on a core network without clients, over which the relays (10.N.0.254) reach them.
final class Terrain {

    /// Index of a server's interface on wire 0.
    static final int WIRE = 0;

    /// Index of a server's interface on the core network.
    static final int CORE = 1;

    private Terrain() {}

    static Ip4 relay(int wire) {
        return wire == 0 ? Ip4.ZERO : new Ip4(10 << 24 | wire << 16 | 254);
    }

    /// The wire that an address is on, -1 for the core and everything else.
    static int wireOf(Ip4 address) {
        return address.bits() >>> 24 == 10 ? address.bits() >>> 16 & 255 : -1;
    }

    static Ip4 poolStart(int wire) {
        return new Ip4(10 << 24 | wire << 16 | 256);
    }

    /// The interfaces of a server, counted from 0.
    static List<Interface> interfaces(int server) {
        return List.of(
                new Interface(
                        "wire", new Ip4(10 << 24 | 1 + server), Ip4.of("255.255.0.0"), 1500, true),
                new Interface(
                        "core",
                        new Ip4(Ip4.of("192.0.2.1").bits() + server),
                        Ip4.of("255.255.255.0"),
                        1500,
                        true));
    }

    static Config config(Setting setting) {
        return config(setting, List.of());
    }

    /// The configuration of one half of a failover pair, with its `failover peer` block.
    static Config config(Setting setting, FailoverPeer peer) {
        return config(setting, List.of(peer));
    }

    private static Config config(Setting setting, List<FailoverPeer> peers) {
        Scope global =
                new Scope(
                        null,
                        Map.of(
                                OptionKey.dhcp(6),
                                Octets.of(Ip4.of("192.0.2.53").octets()),
                                OptionKey.dhcp(15),
                                Octets.ofText("sim.example")),
                        Map.of(
                                Parameter.AUTHORITATIVE, 1L,
                                Parameter.DEFAULT_LEASE_TIME, setting.leaseSeconds(),
                                Parameter.MIN_LEASE_TIME, 1L,
                                Parameter.PING_CHECK, setting.pingCheck() ? 1L : 0L,
                                Parameter.ABANDON_LEASE_TIME, 600L),
                        Map.of());
        List<SharedNetwork> networks = new ArrayList<>();
        for (int wire = 0; wire <= setting.relays(); wire++) {
            networks.add(network(global, wire, setting.poolSize(), peers));
        }
        return new Config(global, networks, List.of(), peers, List.of());
    }

    private static SharedNetwork network(
            Scope global, int wire, int poolSize, List<FailoverPeer> peers) {
        String peer = peers.isEmpty() ? null : peers.getFirst().name();
        Ip4 number = new Ip4(10 << 24 | wire << 16);
        Ip4 router = wire == 0 ? new Ip4(number.bits() + 254) : relay(wire);
        Scope scope =
                new Scope(
                        global,
                        Map.of(OptionKey.dhcp(3), Octets.of(router.octets())),
                        Map.of(),
                        Map.of());
        Subnet subnet = new Subnet(number, Ip4.of("255.255.0.0"), scope, null);
        Ip4 low = poolStart(wire);
        Range range = new Range(low, new Ip4(low.bits() + poolSize - 1), false);
        Scope own = new Scope(scope, Map.of(), Map.of(), Map.of());
        return new SharedNetwork(
                subnet.name(),
                scope,
                List.of(subnet),
                List.of(new Pool(own, List.of(range), List.of(), peer)),
                null);
    }
}
