package org.twinlease.isc.kea;

import org.twinlease.config.Pool;
import org.twinlease.config.Range;
import org.twinlease.config.Scope;
import org.twinlease.config.SharedNetwork;
import org.twinlease.config.Subnet;
import org.twinlease.value.Ip4;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Shared networks and subnets with their pools.
final class KeaNetworks {

    /// A subnet of the document, as hosts look for it.
    record Placed(Subnet subnet, Map<String, Object> node) {}

    private final KeaLevel levels;
    private final KeaClasses classes;
    private final Scope global;
    private final List<Left> left;
    private final List<Placed> placed = new ArrayList<>();
    private final List<Object> shared = new ArrayList<>();
    private final List<Object> alone = new ArrayList<>();

    KeaNetworks(KeaLevel levels, KeaClasses classes, Scope global, List<Left> left) {
        this.levels = levels;
        this.classes = classes;
        this.global = global;
        this.left = left;
    }

    List<Placed> placed() {
        return placed;
    }

    /// Puts them all into the document.
    void write(Map<String, Object> document) {
        if (!shared.isEmpty()) document.put("shared-networks", shared);
        document.put("subnet4", alone);
    }

    void add(SharedNetwork network) {
        boolean implicit =
                network.subnets().size() == 1
                        && network.name().equals(network.subnets().getFirst().name());
        List<Object> into = alone;
        Set<Scope> above = Set.of(global);
        if (!implicit) {
            String where = "shared-network " + network.name();
            Map<String, Object> node = new LinkedHashMap<>();
            node.put("name", network.name());
            levels.write(node, KeaLevel.Kind.NETWORK, Layer.of(network.scope(), above), where);
            into = new ArrayList<>();
            node.put("subnet4", into);
            shared.add(node);
            above = Set.of(global, network.scope());
        }
        for (Subnet subnet : network.subnets()) {
            if (!subnet.name().matches("[0-9.]+/[0-9]+")) {
                String remedy = "Kea knows subnets by their length only";
                left.add(new Left("subnet " + subnet.name(), "a netmask with gaps", remedy));
                continue;
            }
            Map<String, Object> node = subnet(subnet, network.pools(), above);
            placed.add(new Placed(subnet, node));
            into.add(node);
        }
    }

    private Map<String, Object> subnet(Subnet subnet, List<Pool> pools, Set<Scope> above) {
        String where = "subnet " + subnet.name();
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("id", placed.size() + 1);
        node.put("subnet", subnet.name());
        levels.write(node, KeaLevel.Kind.SUBNET, Layer.of(subnet.scope(), above), where);
        if (subnet.interfaceName() != null) {
            String remedy = "Write \"interface\": \"" + subnet.interfaceName() + "\" where it is";
            left.add(new Left(where, "interface " + subnet.interfaceName(), remedy));
        }
        List<Object> inside = new ArrayList<>();
        for (Pool pool : pools) {
            for (Range range : pool.ranges()) {
                if (!subnet.contains(range.low().bits())) continue;
                inside.add(pool(subnet, pool, range, above));
            }
        }
        if (!inside.isEmpty()) node.put("pools", inside);
        return node;
    }

    private Map<String, Object> pool(Subnet subnet, Pool pool, Range range, Set<Scope> above) {
        Ip4 low = range.low();
        Ip4 high = range.high();
        String where = "pool " + low + " - " + high;
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("pool", low + " - " + high);
        String gate = classes.gate(pool, where);
        if (!gate.isEmpty()) node.put("client-class", gate);
        List<Scope> around = new ArrayList<>(above);
        around.add(subnet.scope());
        levels.write(node, KeaLevel.Kind.POOL, Layer.of(pool.scope(), Set.copyOf(around)), where);
        if (range.dynamicBootp()) {
            left.add(new Left(where, "dynamic-bootp", "Kea serves BOOTP with its bootp hook"));
        }
        return node;
    }
}
