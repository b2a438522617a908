package org.twinlease.isc;

import org.twinlease.config.ClientClass;
import org.twinlease.config.Config;
import org.twinlease.config.FailoverPeer;
import org.twinlease.config.Host;
import org.twinlease.config.Pool;
import org.twinlease.config.Problem;
import org.twinlease.config.Range;
import org.twinlease.config.SharedNetwork;
import org.twinlease.config.Subnet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Makes the finished [Config] of a draft.
final class ConfigBuilder {
    private final Draft draft;
    private final OptionSpaces spaces;
    private final Encapsulation encapsulation;

    ConfigBuilder(Draft draft, OptionSpaces spaces) {
        this.draft = draft;
        this.spaces = spaces;
        this.encapsulation = new Encapsulation(spaces);
    }

    Config build(List<Problem> problems) {
        List<FailoverPeer> peers = draft.peers.values().stream().map(Draft.Peer::peer).toList();
        return new Config(
                draft.global.scope(encapsulation),
                draft.networks.stream().map(this::network).toList(),
                draft.hosts.values().stream().map(this::host).toList(),
                peers,
                draft.classes.values().stream().map(this::clientClass).toList(),
                spaces.carried(),
                problems);
    }

    private SharedNetwork network(Draft.Network network) {
        List<Subnet> subnets = new ArrayList<>();
        for (Draft.Subnet subnet : network.subnets) {
            subnets.add(
                    new Subnet(
                            subnet.facts.network(),
                            subnet.facts.netmask(),
                            subnet.level.scope(encapsulation),
                            subnet.interfaceName));
        }
        List<Pool> pools = new ArrayList<>();
        for (Draft.Pool pool : network.pools) pools(network, pool, pools);
        return new SharedNetwork(
                network.name,
                network.level.scope(encapsulation),
                subnets,
                pools,
                network.interfaceName);
    }

    /// A pool's settings come after those of the subnet that its addresses are in, wherever the
    /// pool stands (8.1), so that subnet is its parent. Bare ranges of several subnets become one
    /// pool each; a declared pool over several subnets stays whole, with the network as its parent.
    private void pools(Draft.Network network, Draft.Pool pool, List<Pool> to) {
        Map<Draft.Subnet, List<Range>> bySubnet = new LinkedHashMap<>();
        for (Draft.Addresses a : pool.ranges) {
            bySubnet.computeIfAbsent(a.subnet(), k -> new ArrayList<>()).add(a.range());
        }
        boolean own =
                pool.subnet != null && bySubnet.keySet().equals(java.util.Set.of(pool.subnet));
        if (bySubnet.size() > 1 && !pool.anonymous) {
            List<Range> ranges = pool.ranges.stream().map(Draft.Addresses::range).toList();
            to.add(pool(pool.level.under(network.level), pool, ranges));
            return;
        }
        bySubnet.forEach(
                (subnet, ranges) ->
                        to.add(
                                pool(
                                        own ? pool.level : pool.level.under(subnet.level),
                                        pool,
                                        ranges)));
    }

    private Pool pool(Level level, Draft.Pool pool, List<Range> ranges) {
        return new Pool(level.scope(encapsulation), ranges, pool.permits, pool.failoverPeer);
    }

    /// The named group of a host stands between the host and what is around it (8.1).
    private Host host(Draft.Host host) {
        Level level = host.level;
        if (host.group != null) level = level.under(host.group.under(host.around));
        return new Host(
                host.name,
                level.scope(encapsulation),
                host.hardware,
                host.clientId != null ? host.clientId : host.clientIdOption,
                host.fixedAddresses,
                host.identifier);
    }

    private ClientClass clientClass(Draft.ClientClass c) {
        List<ClientClass.Subclass> subclasses = new ArrayList<>();
        c.subclasses.forEach(
                (data, sub) ->
                        subclasses.add(
                                new ClientClass.Subclass(
                                        data,
                                        sub.at,
                                        sub.level.scope(encapsulation),
                                        sub.leaseLimit)));
        return new ClientClass(
                c.name,
                c.at,
                c.level.scope(encapsulation),
                c.matchIf,
                c.submatch,
                c.spawns,
                c.leaseLimit,
                subclasses);
    }
}
