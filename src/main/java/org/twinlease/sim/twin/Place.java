package org.twinlease.sim.twin;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.Config;
import org.twinlease.config.SharedNetwork;
import org.twinlease.config.Subnet;
import org.twinlease.config.words.OptionKey;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;

import java.util.ArrayList;
import java.util.List;

/// A network that clients are on, behind its relay. In a twin every network is behind one, the
/// servers' own too.
record Place(SharedNetwork network, Ip4 relay) {

    private static final OptionKey ROUTERS = OptionKey.dhcp(3);

    /// The networks of a configuration that have addresses to give.
    static List<Place> of(Config config) {
        List<Place> places = new ArrayList<>();
        for (SharedNetwork network : config.networks()) {
            boolean gives = network.pools().stream().anyMatch(pool -> !pool.ranges().isEmpty());
            if (gives && !network.subnets().isEmpty()) {
                places.add(new Place(network, relay(network.subnets().getFirst())));
            }
        }
        return places;
    }

    /// The first router of the subnet, or its highest address where no router is in it.
    private static Ip4 relay(Subnet subnet) {
        @Nullable Octets routers = subnet.scope().option(ROUTERS);
        if (routers != null && routers.length() >= 4) {
            int bits = 0;
            for (int i = 0; i < 4; i++) bits = bits << 8 | routers.at(i);
            if (subnet.contains(bits)) return new Ip4(bits);
        }
        return new Ip4((subnet.network().bits() | ~subnet.netmask().bits()) - 1);
    }

    boolean holds(Ip4 address) {
        return network.subnets().stream().anyMatch(subnet -> subnet.contains(address.bits()));
    }

    /// How many addresses its pools have.
    long size() {
        return network.pools().stream()
                .flatMap(pool -> pool.ranges().stream())
                .mapToLong(range -> range.size())
                .sum();
    }
}
