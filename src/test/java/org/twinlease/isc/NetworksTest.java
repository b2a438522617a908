package org.twinlease.isc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinlease.config.Config;
import org.twinlease.config.Pool;
import org.twinlease.config.Range;
import org.twinlease.config.SharedNetwork;

import java.util.List;
import java.util.stream.Collectors;

/// Networks, ranges, pools and permits.
class NetworksTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "range 10.0.0.5 10.0.0.9; | 10.0.0.5 10.0.0.9",
                "range 10.0.0.9 10.0.0.5; | 10.0.0.5 10.0.0.9",
                "range 10.0.0.5; | 10.0.0.5",
                "range dynamic-bootp 10.0.0.5 10.0.0.9; | 10.0.0.5 10.0.0.9 bootp",
                "range 10 . 0 . 0 . 5; | 10.0.0.5",
            })
    void readsRangesInEitherOrder(String range, String expected) {
        Pool pool = pools("subnet 10.0.0.0 netmask 255.255.255.0 { " + range + " }").getFirst();
        Range read = pool.ranges().getFirst();
        assertEquals(expected, read.words() + (read.dynamicBootp() ? " bootp" : ""));
    }

    @Test
    void namesSharedNetworksByStringOrWord() {
        Config config =
                Conf.config(
                        "shared-network \"Building B\" { subnet 10.0.0.0 netmask 255.0.0.0 { }"
                            + " }shared-network 224-29.example { subnet 11.0.0.0 netmask 255.0.0.0"
                            + " { } }");
        assertEquals(
                List.of("Building B", "224-29.example"),
                config.networks().stream().map(SharedNetwork::name).toList());
    }

    @Test
    void bindsNetworksToInterfaces() {
        Config config =
                Conf.config(
                        "subnet 10.0.0.0 netmask 255.0.0.0 { interface eth0; }shared-network n {"
                                + " interface \"eth1\"; subnet 11.0.0.0 netmask 255.0.0.0 { } }");
        assertEquals("eth0", config.networks().get(0).interfaceName());
        assertEquals("eth0", config.networks().get(0).subnets().getFirst().interfaceName());
        assertEquals("eth1", config.networks().get(1).interfaceName());
    }

    @Test
    void readsThePermitsOfAPool() {
        Pool pool =
                pools(
                                """
                                class "c" { match if known; }
                                subnet 10.0.0.0 netmask 255.255.255.0 { pool {
                                  range 10.0.0.5;
                                  allow known-clients; deny unknown clients; allow members of "c";
                                  deny dynamic bootp clients; allow all clients;
                                  deny authenticated clients; allow unauthenticated clients;
                                  deny after 4 2032/01/01 00:00:00 -3600;
                                } }
                                """)
                        .getFirst();
        assertEquals(
                "+KNOWN -UNKNOWN +MEMBERS(c) -DYNAMIC_BOOTP +ALL -AUTHENTICATED +UNAUTHENTICATED"
                        + " -AFTER(1956524400)",
                permits(pool));
    }

    @Test
    void givesBareRangesAPoolThatBootpClientsMayNotUse() {
        List<Pool> pools =
                pools(
                        "subnet 10.0.0.0 netmask 255.255.255.0 { range 10.0.0.5; range"
                                + " dynamic-bootp 10.0.0.7; range 10.0.0.6; }");
        assertEquals("10.0.0.5,10.0.0.6 -DYNAMIC_BOOTP / 10.0.0.7 +ALL", shape(pools));
    }

    @Test
    void splitsTheBareRangesOfSeveralSubnetsBySubnet() {
        List<Pool> pools =
                pools(
                        "shared-network n {"
                                + " subnet 10.0.0.0 netmask 255.255.255.0 { range 10.0.0.5; }"
                                + " subnet 10.0.1.0 netmask 255.255.255.0 { range 10.0.1.5; } }");
        assertEquals("10.0.0.5 -DYNAMIC_BOOTP / 10.0.1.5 -DYNAMIC_BOOTP", shape(pools));
    }

    /// The table of dhcpd's ways with a bare range behind pools (rule S42).
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "R1 R2 P{known} | 1,2 -DYNAMIC_BOOTP / 9 +KNOWN | ''",
                "P{known} R1 R2 | 9,2 +KNOWN / 1 -DYNAMIC_BOOTP | S42",
                "P{known} P{bootp} R1 | 9,1 +KNOWN / 8 -DYNAMIC_BOOTP | S42",
                "P{bootp} R1 | 8,1 -DYNAMIC_BOOTP | S42",
                "R1 P{known} | 1 -DYNAMIC_BOOTP / 9 +KNOWN | ''",
            })
    void joinsBareRangesToPoolsAsDhcpdDoes(String order, String pools, String warning) {
        String body =
                order.replaceAll("R(\\d)", "range 10.0.0.$1;")
                        .replace("P{known}", "pool { range 10.0.0.9; allow known-clients; }")
                        .replace(
                                "P{bootp}", "pool { range 10.0.0.8; deny dynamic bootp clients; }");
        String text = "subnet 10.0.0.0 netmask 255.255.255.0 { " + body + " }";
        assertEquals(pools, shape(pools(text)).replace("10.0.0.", ""));
        String warned =
                Conf.warnings(text).stream()
                        .map(w -> w.replaceAll(".* ", ""))
                        .collect(Collectors.joining(" "));
        assertEquals(warning, warned);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "subnet 10.0.0.1 netmask 255.0.0.0 { } | 1:33 subnet-mask-mismatch",
                "subnet 10.0.0.0/8 { range 10.0.0.5; } | 1:16 netmask-expected",
                "subnet a netmask 255.0.0.0 { } | 1:8 address-expected",
                "subnet 10.0.0 netmask 255.0.0.0 { } | 1:15 address-too-short",
                "subnet 10.0.0.0 netmask 255.0.0.0 { range 11.0.0.1; } | 1:51 range-outside-subnet",
                "shared-network n { } | 1:20 shared-network-empty",
                "shared-network n { subnet 10.0.0.0 netmask 255.0.0.0 { } pool { range 11.0.0.1; }"
                        + " } | 1:79 range-outside-network",
                "subnet 10.0.0.0 netmask 255.0.0.0 { pool { } } | 1:44 pool-without-range",
                "subnet 10.0.0.0 netmask 255.0.0.0 { pool { allow bootp; range 10.0.0.1; } }"
                        + " | 1:50 permit-expected",
                "subnet 10.0.0.0 netmask 255.0.0.0 { pool { allow members of \"x\"; range 10.0.0.1;"
                        + " } } | 1:61 unknown-class",
                "range 10.0.0.1; | 1:1 not-allowed-here",
                "pool { range 10.0.0.1; } | 1:1 not-allowed-here",
                "subnet6 2001:db8::/64 { } | 1:1 dhcpv6-statement",
            })
    void saysWhatIsWrongWithANetworkOnce(String text, String error) {
        assertEquals(List.of(error), Conf.errors(text));
    }

    @Test
    void understandsThePrefixFormAllTheSame() {
        var config = Conf.read("subnet 10.1.0.0/16 { range 10.1.2.3; }").config();
        assertEquals("10.1.0.0/16", config.networks().getFirst().subnets().getFirst().name());
        assertEquals(1, config.networks().getFirst().pools().size());
    }

    @Test
    void findsAnAddressInTwoRangesOfAnyNetwork() {
        String text =
                "subnet 10.0.0.0 netmask 255.0.0.0 { range 10.0.0.5 10.0.0.9;\n"
                        + " pool { range 10.0.0.1 10.0.0.5; } range 10.0.0.9; range 10.0.0.10; }";
        assertEquals(
                List.of("2:32 address-declared-twice", "2:50 address-declared-twice"),
                Conf.errors(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "subnet 10.0.0.0 netmask 255.255.255.0 { range 10.0.0.0 10.0.0.9; } | 1:41 S06",
                "subnet 10.0.0.0 netmask 255.255.255.0 { range 10.0.0.250 10.0.0.255; } | 1:41 S06",
                "subnet 10.0.0.0 netmask 255.0.255.0 { } | 1:25 S36",
                "subnet 10.0.0.0 netmask 255.0.0.0 { } subnet 10.1.0.0 netmask 255.255.0.0 { } |"
                        + " 1:39 S15",
                "subnet 10.0.0.0 netmask 255.0.0.0 { pool { range 10.0.0.1;"
                        + " allow known-clients; deny known-clients; } } | 1:86 S13",
            })
    void warnsOfWhatDhcpdLetsPass(String text, String warning) {
        assertEquals(List.of(warning), Conf.warnings(text));
        assertEquals(List.of(), Conf.errors(text));
    }

    private static List<Pool> pools(String text) {
        return Conf.config(text).networks().getFirst().pools();
    }

    private static String permits(Pool pool) {
        return pool.permits().stream()
                .map(
                        p ->
                                (p.allow() ? "+" : "-")
                                        + p.kind()
                                        + (p.argument().isEmpty() ? "" : "(" + p.argument() + ")"))
                .collect(Collectors.joining(" "));
    }

    private static String shape(List<Pool> pools) {
        return pools.stream()
                .map(
                        p ->
                                p.ranges().stream()
                                                .map(Range::words)
                                                .collect(Collectors.joining(","))
                                        + " "
                                        + permits(p))
                .collect(Collectors.joining(" / "));
    }
}
