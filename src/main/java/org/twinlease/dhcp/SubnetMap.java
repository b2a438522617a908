package org.twinlease.dhcp;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.SharedNetwork;
import org.twinlease.config.Subnet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Subnets by the addresses they hold: one hash look-up a netmask that occurs, the longest first,
/// so that thousands of subnets cost no more than a few.
final class SubnetMap {

    record Entry(Subnet subnet, SharedNetwork network) {}

    private final List<Integer> masks = new ArrayList<>();
    private final List<Map<Integer, Entry>> byNetwork = new ArrayList<>();

    SubnetMap(List<SharedNetwork> networks) {
        TreeMap<Integer, Map<Integer, Entry>> byMask =
                new TreeMap<>((a, b) -> Integer.compareUnsigned(b, a));
        for (SharedNetwork network : networks) {
            for (Subnet subnet : network.subnets()) {
                byMask.computeIfAbsent(subnet.netmask().bits(), _ -> new HashMap<>())
                        .putIfAbsent(subnet.network().bits(), new Entry(subnet, network));
            }
        }
        byMask.forEach(
                (mask, entries) -> {
                    masks.add(mask);
                    byNetwork.add(entries);
                });
    }

    @Nullable Entry find(int address) {
        for (int i = 0; i < masks.size(); i++) {
            Entry entry = byNetwork.get(i).get(address & masks.get(i));
            if (entry != null) return entry;
        }
        return null;
    }
}
