package org.twinlease.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CheckCommandTest {
    private static final String CONF =
            """
            authoritative;
            failover peer "fo" {
              primary; address 10.0.0.2; peer address 10.0.0.3;
              max-response-delay 2; # why?
              split 255; mclt 600;
            }
            include "nets";
            """;
    private static final String NETS =
            """
            subnet 10.0.0.0 netmask 255.255.255.0 {
            \tpool {
            \t\tfailover peer "fo";
            \t\trange 10.0.0.0 10.0.0.99;
            \t}
            }
            """;

    private final Desk desk = new Desk();

    private void given() {
        desk.files.put("a.conf", CONF);
        desk.files.put("nets", NETS);
    }

    @Test
    void tellsPlaceCodeAndRemedyOfEachOnALine() {
        given();
        assertThat(desk.run("check a.conf")).isEqualTo(1);
        assertThat(desk.out())
                .contains("a.conf:4:3: warning F20: ")
                .contains("nets:4:3: warning S06: The range holds 10.0.0.0, the network address")
                .contains("nets:3:3: warning F16: ");
    }

    @Test
    void givesTheSameToPrograms() {
        given();
        assertThat(desk.run("check a.conf --json")).isEqualTo(1);
        assertThat(desk.out().replaceAll("\\s+", " "))
                .contains(
                        "\"file\" : \"nets\", \"line\" : 4, \"column\" : 3, \"severity\" :"
                                + " \"warning\"")
                .contains("\"text\" : \"10.0.0.1 10.0.0.99\"");
    }

    @Test
    void mendsEveryFileInItsOwnLayoutAndKeepsWhatWasThere() {
        given();
        assertThat(desk.run("check a.conf --fix")).isZero();
        assertThat(desk.files.get("a.conf"))
                .isEqualTo(
                        CONF.replace("delay 2;", "delay 60;")
                                .replace("255", "128")
                                .replace("mclt 600;", "mclt 600;\n  load balance max seconds 3;"));
        assertThat(desk.files.get("nets"))
                .isEqualTo(
                        NETS.replace("10.0.0.0 10.0.0.99", "10.0.0.1 10.0.0.99")
                                .replace("\"fo\";", "\"fo\";\n\t\tdeny dynamic bootp clients;"));
        assertThat(desk.files.get("nets.bak")).isEqualTo(NETS);
        assertThat(desk.err()).contains("as it was it is in nets.bak");
    }

    @Test
    void showsWhatItWouldMendAndTouchesNothing() {
        given();
        assertThat(desk.run("check a.conf --diff")).isEqualTo(1);
        assertThat(desk.files).hasSize(2).containsEntry("a.conf", CONF);
        assertThat(desk.out().lines())
                .startsWith("--- a.conf", "+++ a.conf", "@@ -1,7 +1,8 @@")
                .contains("-  max-response-delay 2; # why?", "+  max-response-delay 60; # why?")
                .contains("+\t\tdeny dynamic bootp clients;");
    }

    @Test
    void endsCleanWhereThereAreRemarksOnly() {
        desk.files.put("a.conf", "default-lease-time 99999;\n");
        assertThat(desk.run("check a.conf")).isEqualTo(1);
        desk.files.put("a.conf", "subnet 10.0.0.0 netmask 255.0.0.0 { range 10.0.0.1; }\n");
        assertThat(desk.run("check a.conf")).isZero();
        assertThat(desk.out()).contains("info S26");
    }

    @Test
    void checksBothHalvesOfAPairAndEachAgainstTheOther() {
        given();
        desk.files.put("b.conf", CONF.replace("10.0.0.3", "10.0.0.4"));
        assertThat(desk.run("check a.conf b.conf")).isEqualTo(1);
        assertThat(desk.out())
                .contains("a.conf:4:3: warning F20: ")
                .contains("b.conf:4:3: warning F20: ")
                .contains(
                        "b.conf:2:1: error F13: Both servers of \"fo\" are primary (a.conf line 2)")
                .containsOnlyOnce("nets:4:3: warning S06");
    }

    @Test
    void refusesDiffTogetherWithFix() {
        given();
        assertThat(desk.run("check a.conf --diff --fix")).isEqualTo(2);
    }

    private static final String PEER =
            """
            failover peer "fo" {
              primary;
              address %s;
              peer address 10.0.0.3;
              mclt 600; split 128; load balance max seconds 3;
            }
            subnet 10.0.0.0 netmask 255.255.255.0 {
              pool { failover peer "fo"; deny dynamic bootp clients; range 10.0.0.10 10.0.0.99; }
            }
            """;

    @Test
    void anAddressOfAnotherMachineIsSaidWhereThisOneIsMeant() {
        desk.files.put("a.conf", PEER.formatted("10.0.0.9"));
        desk.run("check a.conf");
        assertThat(desk.out()).doesNotContain("F08");
        desk.run("check a.conf --here");
        assertThat(desk.out()).contains("a.conf:3:11: warning F08: The address 10.0.0.9 of \"fo\"");
        desk.files.put("a.conf", PEER.formatted("10.0.0.2"));
        desk.run("check a.conf --here");
        assertThat(desk.out()).doesNotContain("F08");
        desk.files.put("a.conf", PEER.formatted("dhcp1.example"));
        desk.run("check a.conf --here");
        assertThat(desk.out()).doesNotContain("F08");
    }

    private static final String LEASE =
            """
            lease 10.0.0.%s {
              ends never;
              binding state active;
              hardware ethernet 02:00:00:00:00:%s;
            }
            """;

    @Test
    void leaseFilesAreCheckedWhereTheyAreGiven() {
        desk.files.put("a.conf", PEER.formatted("10.0.0.2"));
        desk.files.put("b.conf", PEER.formatted("10.0.0.2"));
        desk.files.put("a.leases", LEASE.formatted("10", "01") + LEASE.formatted("200", "01"));
        desk.files.put("b.leases", LEASE.formatted("10", "02") + "lease 10.0.0.11 { colour; }\n");
        assertThat(desk.run("check a.conf --leases a.leases")).isEqualTo(1);
        assertThat(desk.out()).contains("a.leases:0:0: warning leases-outside:");
        desk.run("check a.conf b.conf --leases a.leases --partner-leases b.leases");
        assertThat(desk.out())
                .contains("leases-two-clients: 10.0.0.10 runs for 02:00:00:00:00:01")
                .contains("b.leases:6:1: error lease-damaged");
        assertThat(desk.run("check a.conf --partner-leases b.leases")).isEqualTo(2);
        assertThat(desk.err()).contains("needs the partner's configuration");
    }
}
