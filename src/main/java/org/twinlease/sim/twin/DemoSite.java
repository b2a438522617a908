package org.twinlease.sim.twin;

import org.twinlease.config.Config;
import org.twinlease.config.FailoverPeer;
import org.twinlease.config.Pool;
import org.twinlease.config.Range;
import org.twinlease.config.Scope;
import org.twinlease.config.SharedNetwork;
import org.twinlease.config.Subnet;
import org.twinlease.config.words.OptionKey;
import org.twinlease.config.words.Parameter;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A pair to try things on where there is no configuration at hand: network N is 10.N.0.0/16 behind
/// a relay, with its addresses from 10.N.1.0 on; both servers have the same pools. `numbers` are
/// settings of the `failover peer` block by their dhcpd.conf spelling; those that are not there are
/// usual ones. Lease times in seconds, `addresses` a network at the primary and at the secondary.
public record DemoSite(
        Map<String, Long> numbers, long leaseSeconds, int addresses, int secondarys, int networks) {

    /// The relationship's name.
    private static final String NAME = "demo";

    private static final String CORE = "192.0.2.";

    /// Settings of the block that the primary alone has.
    private static final List<String> PRIMARYS = List.of("mclt", "split");

    private static final Map<String, Long> USUAL =
            Map.of(
                    "mclt", 1800L,
                    "split", 128L,
                    "max-response-delay", 60L,
                    "max-unacked-updates", 10L,
                    "load-balance-max-seconds", 3L);

    /// Fills in what is usual.
    public DemoSite {
        Map<String, Long> all = new TreeMap<>(USUAL);
        all.putAll(numbers);
        numbers = Map.copyOf(all);
    }

    /// The pair as dhcpd.conf files would have it.
    public Site site() {
        return new Site(NAME, config(0), config(1));
    }

    private Config config(int server) {
        Map<String, Long> own = new TreeMap<>(numbers);
        if (server == 1) PRIMARYS.forEach(own::remove);
        FailoverPeer peer =
                new FailoverPeer(
                        NAME,
                        server == 0,
                        CORE + (1 + server),
                        647,
                        CORE + (2 - server),
                        647,
                        own,
                        null);
        Scope global =
                new Scope(
                        null,
                        Map.of(),
                        Map.of(
                                Parameter.AUTHORITATIVE, 1L,
                                Parameter.DEFAULT_LEASE_TIME, leaseSeconds,
                                Parameter.MAX_LEASE_TIME, leaseSeconds,
                                Parameter.MIN_LEASE_TIME, 1L,
                                Parameter.PING_CHECK, 0L),
                        Map.of());
        List<SharedNetwork> all = new ArrayList<>();
        for (int i = 0; i < networks; i++)
            all.add(network(global, i, server == 0 ? addresses : secondarys));
        return new Config(global, all, List.of(), List.of(peer), List.of());
    }

    private SharedNetwork network(Scope global, int number, int size) {
        Ip4 base = new Ip4(10 << 24 | number << 16);
        Ip4 router = new Ip4(base.bits() + 254);
        Scope scope =
                new Scope(
                        global,
                        Map.of(OptionKey.dhcp(3), Octets.of(router.octets())),
                        Map.of(),
                        Map.of());
        Subnet subnet = new Subnet(base, Ip4.of("255.255.0.0"), scope, null);
        Ip4 low = new Ip4(base.bits() + 256);
        Range range = new Range(low, new Ip4(low.bits() + size - 1), false);
        Pool pool =
                new Pool(
                        new Scope(scope, Map.of(), Map.of(), Map.of()),
                        List.of(range),
                        List.of(),
                        NAME);
        return new SharedNetwork(subnet.name(), scope, List.of(subnet), List.of(pool), null);
    }
}
