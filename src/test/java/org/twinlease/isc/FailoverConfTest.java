package org.twinlease.isc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinlease.config.Config;
import org.twinlease.config.FailoverPeer;
import org.twinlease.config.Pool;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/// Failover peers, what refers to them, and what dhcpd refuses about them.
class FailoverConfTest {
    private static final String PRIMARY =
            "failover peer \"fo\" { primary; address 10.0.0.2; peer address 10.0.0.3;"
                    + " mclt 600; split 128; load balance max seconds 3; }\n";
    private static final String POOL =
            "subnet 10.0.0.0 netmask 255.0.0.0 { pool { failover peer \"fo\"; deny dynamic bootp"
                    + " clients; range 10.0.0.10 10.0.0.20; } }";

    @Test
    void readsAllItemsOfAPeer() {
        FailoverPeer peer =
                Conf.config(
                                "failover peer \"fo\" { secondary; address here.example; port 747;"
                                    + " peer address 10.0.0.3; peer port 748; max-response-delay"
                                    + " 60; max-unacked-updates 10; load balance max seconds 3;"
                                    + " auto-partner-down 0; max-lease-misbalance 15;"
                                    + " max-lease-ownership 10; min-balance 60; max-balance 3600; }"
                                        + POOL)
                        .peers()
                        .getFirst();
        assertEquals("fo", peer.name());
        assertFalse(peer.primary());
        assertEquals("here.example", peer.address());
        assertEquals(747, peer.port());
        assertEquals("10.0.0.3", peer.peerAddress());
        assertEquals(748, peer.peerPort());
        assertEquals(
                "{auto-partner-down=0, load-balance-max-seconds=3, max-balance=3600,"
                        + " max-lease-misbalance=15, max-lease-ownership=10, max-response-delay=60,"
                        + " max-unacked-updates=10, min-balance=60}",
                new TreeMap<>(peer.numbers()).toString());
    }

    @Test
    void readsAPrimaryWithSplitOrBuckets() {
        FailoverPeer split = Conf.config(PRIMARY + POOL).peers().getFirst();
        assertTrue(split.primary());
        assertEquals(128L, split.numbers().get("split"));
        assertEquals(647, split.port());
        String octets = "aa" + ":aa".repeat(31);
        FailoverPeer buckets =
                Conf.config(PRIMARY.replace("split 128", "hba " + octets) + POOL)
                        .peers()
                        .getFirst();
        assertNotNull(buckets.hba());
        assertEquals(octets, String.valueOf(buckets.hba()));
    }

    @Test
    void letsLaterPoolsInheritTheirNetworksPeer() {
        Config config =
                Conf.config(
                        PRIMARY
                                + """
                                shared-network n {
                                  subnet 10.0.0.0 netmask 255.0.0.0 { }
                                  pool { range 10.0.0.1; }
                                  failover peer "fo";
                                  pool { range 10.0.0.2; }
                                  pool { no failover peer range 10.0.0.3; }
                                  pool { failover peer "fo"; range 10.0.0.4; }
                                }
                                """);
        List<Pool> pools = config.networks().getFirst().pools();
        assertEquals(
                Arrays.asList(null, "fo", null, "fo"),
                pools.stream().map(Pool::failoverPeer).toList());
        assertEquals(1, pools.get(2).ranges().size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "peer address 10.0.0.3; | '' | 1:99 failover-no-peer-address",
                "mclt 600; | '' | 1:112 failover-no-mclt",
                "mclt 600; | mclt 0; | 1:119 failover-no-mclt",
                "split 128; | '' | 1:111 failover-no-split",
                "primary; | secondary; | 1:90 failover-secondary-split",
                "split 128; | split 257; | 1:88 split-out-of-range",
                "split 128; | hba ff:ff; | 1:91 hba-length",
                "load balance max seconds 3; | load-balance-max-seconds 3; | 1:93"
                        + " failover-statement-expected",
                "mclt 600; | mclt many; | 1:77 number-expected",
            })
    void refusesWhatCannotWork(String item, String instead, String error) {
        assertEquals(List.of(error), Conf.errors(PRIMARY.replaceFirst(item, instead) + POOL));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "load balance max seconds 3; | '' | F01",
                "primary; | '' | F02",
                "address 10.0.0.2; | address a.example; | F22",
                "primary; | peer primary; | F24",
                "mclt 600; | mclt 600; mclt 700; | F25",
            })
    void warnsOfWhatRarelyWorks(String item, String instead, String code) {
        List<String> warnings = Conf.warnings(PRIMARY.replaceFirst(item, instead) + POOL);
        assertEquals(List.of(code), warnings.stream().map(w -> w.replaceAll(".* ", "")).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "failover peer \"fo\"; | '' | 1:1 failover-peer-unused",
                "failover peer \"fo\"; | failover peer \"FO\"; | 2:58 unknown-failover-peer",
                "failover peer \"fo\"; | failover peer fo; | 2:58 string-expected",
                "failover peer \"fo\"; | failover peer \"fo\"; no failover peer; | 2:76"
                        + " empty-statement",
                "range 10 | range dynamic-bootp 10 | 2:131 failover-dynamic-bootp",
            })
    void refusesPoolsThatDoNotFitTheirPeer(String words, String instead, String error) {
        assertEquals(List.of(error), Conf.errors(PRIMARY + POOL.replaceFirst(words, instead)));
    }

    /// As dhcpd does, which says nothing of it.
    @ParameterizedTest
    @CsvSource({"70000, 4464", "0, 647", "65536, 647", "700, 700"})
    void takesSixteenBitsOfAPort(int written, int taken) {
        String text = PRIMARY.replaceFirst("primary;", "primary; port " + written + ";") + POOL;
        assertEquals(taken, Conf.read(text).config().peers().getFirst().port());
    }

    @Test
    void refusesASecondDeclarationAndAReferenceInASubnet() {
        assertEquals(List.of("2:20 failover-peer-twice"), Conf.errors(PRIMARY + PRIMARY + POOL));
        assertEquals(
                List.of("3:35 not-allowed-here"),
                Conf.errors(
                        PRIMARY
                                + POOL
                                + "\nsubnet 11.0.0.0 netmask 255.0.0.0 { failover peer \"fo\"; }"));
    }

    @Test
    void readsPastASavedState() {
        String state =
                "failover peer \"fo\" state { my state normal at 4 2026/01/01 00:00:00;"
                        + " partner state normal; }";
        Config config = Conf.config(PRIMARY + state + POOL);
        assertEquals(1, config.peers().size());
        assertNull(config.peers().getFirst().hba());
        String withMclt = state.replace("partner", "mclt 5; partner");
        assertEquals(
                List.of("2:70 failover-statement-expected"),
                Conf.errors(PRIMARY + withMclt + POOL));
    }
}
