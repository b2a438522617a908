package org.twinlease.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;

final class ConfCommandsTest {
    private static final String CONF =
            """
            # caf\u00e9
            default-lease-time 600;
            include "more";
            failover peer "fo" { primary; address 10.0.0.2; peer address 10.0.0.3;
            \tmclt 300; split 128; }
            """
                    .replace("\n", "\r\n");
    private static final String MORE =
            """
            class "c" { match if option host-name = "x"; }
            subnet 10.0.0.0 netmask 255.255.255.0 {
              option routers 10.0.0.1;
              pool { failover peer "fo"; deny dynamic bootp clients; range 10.0.0.10 10.0.0.20; }
            }
            host a { hardware ethernet 0:1:2:3:4:5; fixed-address 10.0.0.5; max-lease-time 60; }
            """;

    private final Desk desk = new Desk();

    private void given() {
        desk.files.put("a", CONF);
        desk.files.put("more", MORE);
    }

    @Test
    void givesAnUnchangedFileBackToTheOctet() {
        given();
        assertThat(desk.run("conf format a")).isZero();
        assertThat(desk.out()).isEqualTo(CONF);
    }

    @Test
    void setsOneValueInTheFileThatHoldsIt() {
        given();
        assertThat(desk.run("conf", "set", "a", "failover peer \"fo\" / mclt", "1800")).isZero();
        assertThat(desk.files.get("a")).isEqualTo(CONF.replace("mclt 300", "mclt 1800"));
        assertThat(desk.run("conf", "set", "a", "subnet 10.0.0.0 / option routers", "10.0.0.9"))
                .isZero();
        assertThat(desk.files.get("more")).isEqualTo(MORE.replace("10.0.0.1;", "10.0.0.9;"));
        assertThat(desk.files.get("more.bak")).isEqualTo(MORE);
    }

    @Test
    void showsAChangeInTheOctetsOfTheFile() {
        given();
        desk.run("conf", "set", "--diff", "a", "default-lease-time", "700");
        assertThat(desk.out())
                .contains(
                        " # caf\u00e9\r\n-default-lease-time 600;\r\n+default-lease-time 700;\r\n");
    }

    @Test
    void writesNothingThatTheFileCannotBeReadWith() {
        given();
        assertThat(desk.run("conf", "set", "a", "default-lease-time", "soon")).isEqualTo(1);
        assertThat(desk.err()).contains("not set: a:2:").contains("number");
        assertThat(desk.run("conf", "set", "a", "pool / range", "1")).isEqualTo(2);
        assertThat(desk.err()).contains("there is no block 'pool'");
        assertThat(desk.files).hasSize(2).containsEntry("a", CONF);
    }

    @Test
    void showsWhatItWouldSet() {
        given();
        assertThat(desk.run("conf", "set", "--diff", "a", "default-lease-time", "700")).isZero();
        assertThat(desk.out()).contains("-default-lease-time 600;").contains("+default-lease");
        assertThat(desk.files).hasSize(2).containsEntry("a", CONF);
    }

    @Test
    void decodesWhatCountsAtEachPlace() throws Exception {
        given();
        desk.run("conf decode a --json");
        JsonNode root = new ObjectMapper().readTree(desk.out());
        JsonNode pool = root.at("/networks/0/pools/0");
        assertThat(pool.at("/ranges/0/high").asText()).isEqualTo("10.0.0.20");
        assertThat(pool.at("/failover").asText()).isEqualTo("fo");
        assertThat(pool.at("/permits/0").asText()).isEqualTo("deny dynamic bootp clients");
        assertThat(pool.at("/settings/option routers").asText()).isEqualTo("10.0.0.1");
        assertThat(pool.at("/settings/default-lease-time").asText()).isEqualTo("600");
        assertThat(root.at("/hosts/0/settings/max-lease-time").asText()).isEqualTo("60");
        assertThat(root.at("/hosts/0/addresses/0").asText()).isEqualTo("10.0.0.5");
        assertThat(root.at("/failover/0/mclt").asInt()).isEqualTo(300);
        assertThat(root.at("/failover/0/role").asText()).isEqualTo("primary");
        assertThat(root.at("/classes/0/matchIf").asText()).isEqualTo("option host-name = \"x\"");
        assertThat(root.at("/settings").size()).isEqualTo(1);
    }

    @Test
    void saysWhatTwoFilesMeanDifferentlyTheWorstFirst() {
        given();
        String other =
                CONF.replace("include \"more\";", "include \"else\";")
                        .replace("600", "700")
                        .replace(
                                "10.0.0.2; peer address 10.0.0.3",
                                "10.0.0.3; peer address 10.0.0.2");
        desk.files.put("b", other);
        desk.files.put(
                "else",
                MORE.replace("10.0.0.20;", "10.0.0.30;").replace("\"x\"", "\"y\"").indent(2));
        assertThat(desk.run("conf diff a b")).isEqualTo(1);
        assertThat(desk.out().lines())
                .containsExactly(
                        "addresses: addresses 10.0.0.10 to 10.0.0.20: only in A: failover fo",
                        "addresses: addresses 10.0.0.10 to 10.0.0.30: only in B: failover fo",
                        "clients: addresses 10.0.0.10 to 10.0.0.20 / for: only in A: deny dynamic"
                                + " bootp clients",
                        "clients: addresses 10.0.0.10 to 10.0.0.30 / for: only in B: deny dynamic"
                                + " bootp clients",
                        "clients: class \"c\": match if option host-name = \"x\"; -> match if"
                                + " option host-name = \"y\";",
                        "settings: default-lease-time: default-lease-time 600 -> default-lease-time"
                                + " 700");
        assertThat(desk.run("conf diff a b --own --json")).isEqualTo(1);
        assertThat(desk.out()).contains("\"own\" : true").contains("peer address");
    }

    @Test
    void findsNoDifferenceInLayoutOrderAndIncludes() {
        given();
        desk.files.put(
                "b",
                "# one file\n" + MORE.replace(" ", "  ") + CONF.replace("include \"more\";", ""));
        assertThat(desk.run("conf diff a b")).isZero();
        assertThat(desk.out()).isEmpty();
    }

    @Test
    void asksWhichCommandIsMeant() {
        assertThat(desk.run("conf")).isEqualTo(2);
        assertThat(desk.err()).contains("which of format, set, decode, diff, merge, export, pair?");
    }

    @Test
    void exportsForKeaAndListsWhatItCannotSay() throws Exception {
        desk.files.put("a", CONF.replace("include \"more\";", "") + MORE);
        assertThat(desk.run("conf", "export", "--format", "kea", "a")).isEqualTo(1);
        JsonNode server = new ObjectMapper().readTree(desk.out()).path("Dhcp4");
        assertThat(server.at("/subnet4/0/subnet").asText()).isEqualTo("10.0.0.0/24");
        assertThat(desk.err()).contains("not translated: failover peer \"fo\"");
        assertThat(desk.run("conf", "export", "--format", "dnsmasq", "a")).isEqualTo(2);
    }

    @Test
    void exportsNothingOfWhatDhcpdWouldNotRead() {
        desk.files.put("a", "default-lease-time soon;");
        assertThat(desk.run("conf", "export", "--format", "kea", "a")).isEqualTo(1);
        assertThat(desk.out()).isEmpty();
        assertThat(desk.err()).contains("a:1:");
    }

    @Test
    void mergesWhatWasDoneToBothAndKeepsWhatWasThere() {
        desk.files.put("base", MORE.replace("failover peer \"fo\"; ", ""));
        desk.files.put("a", desk.files.get("base").replace("10.0.0.1;", "10.0.0.9;"));
        desk.files.put(
                "b", desk.files.get("base").replace("max-lease-time 60", "max-lease-time 9"));
        assertThat(desk.run("conf merge --diff base a b")).isZero();
        assertThat(desk.out()).contains("+  option routers 10.0.0.9;", "-host a {");
        assertThat(desk.files).hasSize(3);
        assertThat(desk.run("conf merge base a b")).isZero();
        assertThat(desk.err()).contains("b took subnet 10.0.0.0/24 / option routers");
        assertThat(desk.files.get("a")).isEqualTo(desk.files.get("b")).contains("max-lease-time 9");
        assertThat(desk.files.get("b.bak")).contains("10.0.0.1;");
    }

    @Test
    void leavesToAPersonWhatBothHaveChanged() {
        desk.files.put("base", "default-lease-time 60;");
        desk.files.put("a", "default-lease-time 70;");
        desk.files.put("b", "default-lease-time 80;");
        assertThat(desk.run("conf merge base a b")).isEqualTo(1);
        assertThat(desk.err())
                .isEqualTo(
                        "open: default-lease-time: default-lease-time 70 in a, default-lease-time"
                                + " 80 in b. Both have changed it, differently.\n");
        assertThat(desk.files).hasSize(3);
    }
}
