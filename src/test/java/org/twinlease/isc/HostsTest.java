package org.twinlease.isc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinlease.config.Host;

import java.util.List;

/// Host declarations.
class HostsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hardware ethernet 0:1:2:a:b:C; | 00:01:02:0a:0b:0c",
                "hardware token-ring 10:00:5a:11:22:33; | 6/10:00:5a:11:22:33",
                "hardware FDDI 08:00; | 8/08:00",
                "hardware unknown-7 01:02; | 7/01:02",
                "hardware infiniband 80:00; | 32/80:00",
                "hardware ethernet; | ''",
            })
    void readsHardwareAddresses(String statement, String expected) {
        assertEquals(expected, String.valueOf(host(statement).hardware()));
    }

    @Test
    void leavesOutAHardwareAddressThatNoPacketCanCarry() {
        String text = "host a { hardware ethernet 0:1:2:3:4:5:6:7:8:9:a:b:c:d:e:f:10; }";
        assertNull(Conf.config(text).hosts().getFirst().hardware());
        assertEquals(List.of("1:28 hardware-address-too-long"), Conf.warnings(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "uid \"ab\"; | 61:62",
                "uid 01:02:ab; | 01:02:ab",
                "option dhcp-client-identifier \"ab\"; | 61:62",
                "option dhcp-client-identifier 00:61; | 00:61",
                "uid \"a\"; option dhcp-client-identifier \"a\"; | 61",
            })
    void readsClientIdentifiers(String statement, String expected) {
        assertEquals(expected, String.valueOf(host(statement).clientId()));
    }

    @Test
    void prefersTheUidToTheOption() {
        String text = "host a { option dhcp-client-identifier \"y\"; uid \"x\"; }";
        assertEquals("78", String.valueOf(Conf.config(text).hosts().getFirst().clientId()));
        assertEquals(List.of("1:45 uid-and-option"), Conf.warnings(text));
    }

    @Test
    void resolvesTheNamesOfFixedAddresses() {
        Host host = host("fixed-address 10.0.0.5, two.example, nobody.example;");
        assertEquals("[10.0.0.5, 192.0.2.1, 192.0.2.2]", String.valueOf(host.fixedAddresses()));
        assertEquals(
                List.of("1:34 S22", "1:47 name-not-resolved"),
                Conf.warnings("host a { fixed-address 10.0.0.5, two.example, nobody.example; }"));
    }

    @ParameterizedTest
    @CsvSource({"a.b.example.net", "trailing.dot.", "10", "10.20.30", "under_score-dash", "pool"})
    void takesNamesOfAllShapes(String name) {
        assertEquals(name, Conf.config("host " + name + " { }").hosts().getFirst().name());
    }

    @Test
    void keepsHostsInOrderWhereverTheyStand() {
        var config =
                Conf.config(
                        "host z { } group { host y { } } subnet 10.0.0.0 netmask 255.0.0.0 { host x"
                                + " { } }");
        assertEquals(List.of("z", "y", "x"), config.hosts().stream().map(Host::name).toList());
    }

    @Test
    void leavesOutAHostThatIsMarkedDeleted() {
        assertEquals(List.of(), Conf.config("host a { dynamic; deleted; }").hosts());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "host \"a\" { } | 1:1 name-expected",
                "host a { } host a { } | 1:21 duplicate-host",
                "host a { hardware ethernet 00-11-22; } | 1:28 octets-expected",
                "host a { hardware ethernet 0011.2233; } | 1:32 semicolon-expected",
                "host a { hardware wifi 0:1; } | 1:19 hardware-type-expected",
                "host a { hardware ethernet 0:1; hardware ethernet 0:2; } | 1:33 hardware-twice",
                "host a { fixed-address 1.2.3.4; fixed-address 1.2.3.5; } | 1:54"
                        + " fixed-address-twice",
                "host a { uid \"x\"; uid \"y\"; } | 1:19 uid-twice",
                "host a { group \"none\"; } | 1:16 unknown-group",
                "host a { authoritative; } | 1:10 not-allowed-here",
                "host a { range 10.0.0.1; } | 1:10 not-allowed-here",
                "hardware ethernet 0:1; | 1:22 not-allowed-here",
                "group g { static; } | 1:17 mark-at-end-of-group",
            })
    void saysWhatIsWrongWithAHost(String text, String error) {
        assertEquals(List.of(error), Conf.errors(text));
    }

    @Test
    void warnsOfHostsThatGetInEachOthersWay() {
        String text =
                """
                subnet 10.0.0.0 netmask 255.0.0.0 { range 10.0.0.5 10.0.0.9; host in { } }
                host a { hardware ethernet 0:0:0:0:0:1; fixed-address 10.0.0.6; }
                host b { hardware ethernet 0:0:0:0:0:1; }
                host c { fixed-address 10.0.0.20; }
                host d { fixed-address 10.0.0.20; }
                host e { host-identifier option agent.circuit-id "x"; }
                """;
        assertEquals(List.of("1:62 S14", "2:1 S01", "3:1 S02", "5:1 S03"), Conf.warnings(text));
    }

    private static Host host(String statements) {
        return Conf.config("host a { " + statements + " }").hosts().getFirst();
    }
}
