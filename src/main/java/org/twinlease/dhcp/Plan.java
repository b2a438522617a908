package org.twinlease.dhcp;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.ClientClass;
import org.twinlease.config.Config;
import org.twinlease.config.Pool;
import org.twinlease.config.Range;
import org.twinlease.config.Scope;
import org.twinlease.config.SharedNetwork;
import org.twinlease.config.Subnet;
import org.twinlease.config.words.Parameter;
import org.twinlease.lease.PoolRange;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// A configuration made ready for answering: pools numbered from 0 in the order of the
/// configuration, subnets by address, hosts by identity.
public final class Plan {

    /// A pool with its number and its network.
    public record Numbered(int number, Pool pool, SharedNetwork network) {}

    private final Config config;
    private final List<Numbered> pools = new ArrayList<>();
    private final List<PoolRange> ranges = new ArrayList<>();
    private final IdentityHashMap<SharedNetwork, List<Numbered>> byNetwork =
            new IdentityHashMap<>();
    private final SubnetMap subnets;
    private final Hosts hosts;
    private final Map<String, Map<Octets, ClientClass.Subclass>> subclasses = new HashMap<>();
    private final boolean dynamic;
    private final boolean runsPrograms;
    private final Endings endings;

    /// Numbers the pools. No program is run.
    public Plan(Config config) {
        this(config, false);
    }

    /// As the other, and says whether `execute` is carried out.
    public Plan(Config config, boolean runsPrograms) {
        this(config, runsPrograms, Statements.UNREAD);
    }

    /// As the others, and says who reads what came with leases from elsewhere.
    public Plan(Config config, boolean runsPrograms, Statements statements) {
        this.config = config;
        this.runsPrograms = runsPrograms;
        endings = new Endings(config, statements);
        for (SharedNetwork network : config.networks()) {
            for (Pool pool : network.pools()) {
                int number = pools.size();
                Numbered numbered = new Numbered(number, pool, network);
                pools.add(numbered);
                byNetwork.computeIfAbsent(network, _ -> new ArrayList<>()).add(numbered);
                for (Range range : pool.ranges()) {
                    ranges.add(new PoolRange(number, range.low(), range.high()));
                }
            }
        }
        subnets = new SubnetMap(config.networks());
        hosts = new Hosts(config.hosts());
        for (ClientClass c : config.classes()) {
            Map<Octets, ClientClass.Subclass> byData = new HashMap<>();
            for (ClientClass.Subclass sub : c.subclasses()) byData.put(sub.data(), sub);
            subclasses.put(c.name(), byData);
        }
        dynamic =
                !config.classes().isEmpty()
                        || Endings.scopes(config).stream().anyMatch(s -> !s.actions().isEmpty());
    }

    /// Whether `execute` is carried out.
    boolean runsPrograms() {
        return runsPrograms;
    }

    /// What is to be done at the end of leases.
    Endings endings() {
        return endings;
    }

    /// Whether settings depend on more of a client than its address and its host declaration.
    boolean isDynamic() {
        return dynamic;
    }

    /// The subclass of a class for a value, null when there is none.
    ClientClass.@Nullable Subclass subclass(ClientClass c, Octets value) {
        return subclasses.getOrDefault(c.name(), Map.of()).get(value);
    }

    /// The configuration that this was made from.
    public Config config() {
        return config;
    }

    /// All pools by number.
    public List<Numbered> pools() {
        return List.copyOf(pools);
    }

    /// The addresses of all pools, for a lease table.
    public List<PoolRange> ranges() {
        return List.copyOf(ranges);
    }

    Numbered pool(int number) {
        return pools.get(number);
    }

    Hosts hosts() {
        return hosts;
    }

    /// The network that an address belongs to, null when no subnet holds it.
    @Nullable SharedNetwork network(Ip4 address) {
        SubnetMap.Entry entry = subnets.find(address.bits());
        return entry == null ? null : entry.network();
    }

    /// The subnet that holds an address, null when there is none.
    @Nullable Subnet subnet(Ip4 address) {
        SubnetMap.Entry entry = subnets.find(address.bits());
        return entry == null ? null : entry.subnet();
    }

    /// The settings for an address: `pool` is its pool's number or -1, `host` the client's
    /// declaration.
    Settings settings(SharedNetwork network, Ip4 address, int pool, @Nullable Scope host) {
        Subnet subnet = subnet(address);
        Scope rest = subnet == null ? network.scope() : subnet.scope();
        return new Settings(host, pool < 0 ? null : pools.get(pool).pool().scope(), rest, null);
    }

    /// A number as it holds for the addresses of a pool, whoever has them.
    public long number(Numbered pool, Parameter parameter) {
        Ip4 first = pool.pool().ranges().getFirst().low();
        return settings(pool.network(), first, pool.number(), null).number(parameter);
    }

    /// Whether two are the same network of one plan. Networks are large trees: by identity, not by
    /// content.
    @SuppressWarnings("ReferenceEquality") // the comment above says why
    static boolean isSame(@Nullable SharedNetwork one, @Nullable SharedNetwork other) {
        return one == other;
    }

    /// A network's pools, in order.
    public List<Numbered> poolsOf(SharedNetwork network) {
        return byNetwork.getOrDefault(network, List.of());
    }
}
