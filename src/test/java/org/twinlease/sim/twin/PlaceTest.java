package org.twinlease.sim.twin;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.twinlease.config.Config;
import org.twinlease.config.FailoverPeer;
import org.twinlease.config.Pool;
import org.twinlease.config.Range;
import org.twinlease.config.Scope;
import org.twinlease.config.SharedNetwork;
import org.twinlease.config.Subnet;
import org.twinlease.config.words.OptionKey;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;

import java.util.List;
import java.util.Map;

/// The networks of a configuration as a twin has them.
final class PlaceTest {

    private static final Subnet OFFICE = subnet("192.168.7.0", "192.168.7.9");

    private static Subnet subnet(String number, @Nullable String router) {
        Map<OptionKey, Octets> options =
                router == null
                        ? Map.of()
                        : Map.of(OptionKey.dhcp(3), Octets.of(Ip4.of(router).octets()));
        Scope scope = new Scope(null, options, Map.of(), Map.of());
        return new Subnet(Ip4.of(number), Ip4.of("255.255.255.0"), scope, null);
    }

    private static SharedNetwork network(Subnet subnet, Range... ranges) {
        Pool pool = new Pool(Scope.EMPTY, List.of(ranges), List.of(), "office");
        return new SharedNetwork(
                subnet.name(), subnet.scope(), List.of(subnet), List.of(pool), null);
    }

    private static Config config(FailoverPeer peer, SharedNetwork... networks) {
        return new Config(Scope.EMPTY, List.of(networks), List.of(), List.of(peer), List.of());
    }

    private static FailoverPeer peer(boolean primary, @Nullable String address) {
        return new FailoverPeer("office", primary, address, 647, null, 647, Map.of(), null);
    }

    private static Range range(String low, String high) {
        return new Range(Ip4.of(low), Ip4.of(high), false);
    }

    @Test
    void aRelayHasTheAddressOfTheRouterOrTheHighestOne() {
        Range some = range("192.168.7.20", "192.168.7.29");
        List<Place> places =
                Place.of(
                        config(
                                peer(true, null),
                                network(OFFICE, some),
                                network(subnet("192.168.8.0", null), some),
                                network(subnet("192.168.9.0", "10.0.0.1"), some)));
        assertThat(places.stream().map(Place::relay).map(Ip4::toString))
                .containsExactly("192.168.7.9", "192.168.8.254", "192.168.9.254");
    }

    @Test
    void aNetworkWithoutAddressesToGiveHasNoClients() {
        assertThat(Place.of(config(peer(true, null), network(OFFICE)))).isEmpty();
    }

    @Test
    void ofSeveralRelationshipsTheOneThatIsRehearsedIsLeft() {
        FailoverPeer other = new FailoverPeer("branch", true, null, 647, null, 647, Map.of(), null);
        Config primary =
                config(peer(true, "ns1.example"), network(OFFICE))
                        .withPeers(List.of(other, peer(true, "ns1.example")));
        Config secondary = config(peer(false, "192.168.7.3"), network(OFFICE));
        Site site = new Site("office", primary, secondary);
        FailoverPeer left = Blocks.of(site, 0).peers().getFirst();
        assertThat(Blocks.of(site, 0).peers()).hasSize(1);
        assertThat(left.name()).isEqualTo("office");
        assertThat(left.address()).isEqualTo("192.0.2.1");
        assertThat(left.peerAddress()).isEqualTo("192.0.2.2");
    }

    @Test
    void addressesThatAreWrittenStay() {
        Config primary = config(peer(true, "192.168.7.2"), network(OFFICE));
        Config secondary = config(peer(false, "192.168.7.3"), network(OFFICE));
        Site site = new Site("office", primary, secondary);
        assertThat(site.address(0)).isEqualTo(Ip4.of("192.168.7.2"));
        assertThat(site.address(1)).isEqualTo(Ip4.of("192.168.7.3"));
        assertThat(site.mclt()).isZero();
    }
}
