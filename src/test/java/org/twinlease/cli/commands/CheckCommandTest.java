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
}
