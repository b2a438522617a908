package org.twinlease.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.twinlease.config.Config;
import org.twinlease.config.FailoverPeer;
import org.twinlease.isc.DhcpdConf;
import org.twinlease.value.Ip4;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

class PartnerNamesTest {

    private final List<String> asked = new ArrayList<>();

    private List<Ip4> lookUp(String name) {
        asked.add(name);
        return switch (name) {
            case "ns1.example" -> List.of(Ip4.of("192.0.2.1"), Ip4.of("192.0.2.11"));
            case "ns2.example" -> List.of(Ip4.of("192.0.2.2"));
            default -> List.of();
        };
    }

    /// The only failover peer of a file that names these two addresses.
    private FailoverPeer peer(String address, String peerAddress) {
        Config config = read(address, peerAddress);
        asked.clear();
        return PartnerNames.resolved(config, this::lookUp).peers().getFirst();
    }

    private Config read(String address, String peerAddress) {
        String text =
                """
                failover peer "fo" {
                  primary; address %s; peer address %s; mclt 60; split 128;
                }
                subnet 192.0.2.0 netmask 255.255.255.0 {
                  pool { failover peer "fo"; range 192.0.2.100 192.0.2.109; }
                }
                """
                        .formatted(address, peerAddress);
        byte[] octets = text.getBytes(StandardCharsets.US_ASCII);
        DhcpdConf.Reading reading = DhcpdConf.read("dhcpd.conf", _ -> octets, this::lookUp);
        assertThat(reading.isUsable()).as("%s", reading.problems()).isTrue();
        return reading.config();
    }

    @Test
    void namesBecomeTheirFirstAddress() {
        FailoverPeer peer = peer("ns1.example", "ns2.example");
        assertThat(peer.address()).isEqualTo("192.0.2.1");
        assertThat(peer.peerAddress()).isEqualTo("192.0.2.2");
        assertThat(peer.numbers()).containsEntry("mclt", 60L);
        assertThat(asked).containsExactly("ns1.example", "ns2.example");
    }

    @Test
    void addressesAreNotLookedUp() {
        FailoverPeer peer = peer("192.0.2.1", "192.0.2.2");
        assertThat(peer.address()).isEqualTo("192.0.2.1");
        assertThat(peer.peerAddress()).isEqualTo("192.0.2.2");
        assertThat(asked).isEmpty();
    }

    /// What is in force once the names have these addresses, after those of [#lookUp].
    private static FailoverPeer later(Config written, Config inForce, String... addresses) {
        List<Ip4> found = Stream.of(addresses).map(Ip4::of).toList();
        return PartnerNames.again(written, inForce, _ -> found).peers().getFirst();
    }

    @Test
    void aNameIsFollowedToAnotherAddressAndNotFromOneOfItsAddressesToTheNext() {
        Config written = read("192.0.2.1", "ns2.example");
        assertThat(PartnerNames.hasNames(written)).isTrue();
        Config inForce = PartnerNames.resolved(written, this::lookUp);
        assertThat(later(written, inForce, "192.0.2.9").peerAddress()).isEqualTo("192.0.2.9");
        assertThat(later(written, inForce, "192.0.2.9", "192.0.2.2").peerAddress())
                .isEqualTo("192.0.2.2");
        assertThat(later(written, inForce).peerAddress()).isEqualTo("192.0.2.2");
        assertThat(later(written, inForce).address()).isEqualTo("192.0.2.1");
    }

    @Test
    void aNameThatHadNoAddressGetsOne() {
        Config written = read("192.0.2.1", "ns3.example");
        Config inForce = PartnerNames.resolved(written, this::lookUp);
        assertThat(later(written, inForce).peerAddress()).isEqualTo("ns3.example");
        assertThat(later(written, inForce, "192.0.2.3").peerAddress()).isEqualTo("192.0.2.3");
        assertThat(PartnerNames.hasNames(read("192.0.2.1", "192.0.2.2"))).isFalse();
    }

    @Test
    void aNameWithoutAnAddressStaysToBeNamedInTheAlarm() {
        FailoverPeer peer = peer("ns1.example", "ns3.example");
        assertThat(peer.address()).isEqualTo("192.0.2.1");
        assertThat(peer.peerAddress()).isEqualTo("ns3.example");
    }
}
