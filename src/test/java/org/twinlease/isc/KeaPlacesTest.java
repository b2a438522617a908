package org.twinlease.isc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinlease.isc.kea.KeaExport;

import java.util.List;

/// Where the settings of a dhcpd.conf go in a configuration of Kea's, level by level.
final class KeaPlacesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String SUBNET = "subnet 10.0.0.0 netmask 255.255.255.0 { %s }";
    private static final String POOL = SUBNET.formatted("pool { range 10.0.0.10 10.0.0.20; %s }");
    private static final String HOST = "host a { hardware ethernet 02:00:00:00:00:01; %s }";

    private static KeaExport.Result export(String conf) {
        return KeaExport.of(Conf.config(conf));
    }

    private static JsonNode server(String conf) {
        return JSON.valueToTree(export(conf).document()).path("Dhcp4");
    }

    private static List<String> left(String conf) {
        return export(conf).left().stream().map(each -> each.where() + ": " + each.what()).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "authoritative; | authoritative | true",
                "ignore-client-uids true; | match-client-id | false",
                "echo-client-id false; | echo-client-id | false",
                "abandon-lease-time 120; | decline-probation-period | 120",
                "dhcp-cache-threshold 10; | cache-threshold | 0.1",
                "dhcp-cache-threshold 100; | cache-threshold | 0.99",
                "next-server 10.0.0.9; | next-server | 10.0.0.9",
                "filename \"a\"; | boot-file-name | a",
                "server-name \"b\"; | server-hostname | b",
                "option dhcp-renewal-time 100; | renew-timer | 100",
                "option dhcp-rebinding-time 200; | rebind-timer | 200",
            })
    void aSettingForAllHasItsOwnName(String setting, String key, String value) {
        assertThat(server(setting).path(key).asText()).isEqualTo(value);
        assertThat(left(setting)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "min-secs 3; | everywhere: min-secs 3",
                "always-broadcast on; | everywhere: always-broadcast 1",
                "ping-check false; | everywhere: ping-check 0",
                "option dhcp-lease-time 60; | everywhere: option dhcp-lease-time",
            })
    void aSettingThatKeaHasNotIsNamed(String setting, String left) {
        assertThat(left(setting)).containsExactly(left);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "filename \"a\"; | pool 10.0.0.10 - 10.0.0.20: filename",
                "next-server 10.0.0.9; | pool 10.0.0.10 - 10.0.0.20: next-server 167772169",
                "default-lease-time 60; | pool 10.0.0.10 - 10.0.0.20: default-lease-time 60",
            })
    void aPoolHasLessThanASubnet(String setting, String left) {
        assertThat(left(POOL.formatted(setting))).containsExactly(left);
        assertThat(left(SUBNET.formatted(setting))).isEmpty();
    }

    @Test
    void anOptionIsWrittenInWordsWhereItsWordsSayItAll() {
        JsonNode data =
                server(
                                """
                                option routers 10.0.0.1, 10.0.0.2;
                                option domain-name "plain.example";
                                option root-path "with, comma";
                                option interface-mtu 1400;
                                option static-routes 10.1.0.0 10.0.0.9;
                                option local code 224 = text;
                                option local "ours";
                                """)
                        .path("option-data");
        assertThat(data.toString())
                .isEqualTo(
                        "[{\"code\":3,\"data\":\"10.0.0.1, 10.0.0.2\"},"
                                + "{\"code\":15,\"data\":\"plain.example\"},"
                                + "{\"code\":17,\"csv-format\":false,"
                                + "\"data\":\"776974682c20636f6d6d61\"},"
                                + "{\"code\":26,\"csv-format\":false,\"data\":\"0578\"},"
                                + "{\"code\":33,\"csv-format\":false,"
                                + "\"data\":\"0a0100000a000009\"},"
                                + "{\"code\":224,\"csv-format\":false,\"data\":\"6f757273\"}]");
    }

    /// The options of a vendor's space travel in option 43.
    @Test
    void optionsOfTheVendorSpaceAreEncapsulated() {
        String conf =
                """
                option space acme;
                option acme.color code 1 = text;
                option acme.size code 2 = unsigned integer 16;
                vendor-option-space acme;
                option acme.color "red";
                option acme.size 7;
                """;
        assertThat(server(conf).at("/option-data/0/code").asInt()).isEqualTo(43);
        assertThat(server(conf).at("/option-data/0/data").asText())
                .isEqualTo("0103726564" + "02020007");
        String loose = conf.replace("vendor-option-space acme;\n", "");
        assertThat(left(loose)).containsExactly("everywhere: the options of the space acme");
    }

    /// Groups are no level of Kea's: what they say is said by what stands in them.
    @Test
    void aGroupComesWithItsMembers() {
        JsonNode server =
                server(
                        "group { filename \"boot\"; option ntp-servers 10.0.0.4; "
                                + SUBNET.formatted("option routers 10.0.0.1;")
                                + HOST.formatted("fixed-address 10.0.0.5;")
                                + "}");
        JsonNode subnet = server.at("/subnet4/0");
        assertThat(subnet.path("boot-file-name").asText()).isEqualTo("boot");
        assertThat(subnet.path("option-data").findValuesAsText("code")).containsExactly("3", "42");
        JsonNode host = subnet.at("/reservations/0");
        assertThat(host.path("boot-file-name").asText()).isEqualTo("boot");
        assertThat(host.path("option-data").findValuesAsText("code")).containsExactly("42");
        assertThat(server.has("boot-file-name")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "allow known-clients; | KNOWN",
                "deny unknown-clients; | KNOWN",
                "allow unknown-clients; | UNKNOWN",
                "allow members of \"c\"; | c",
                "allow all clients; | ``",
                "deny dynamic bootp clients; | ``",
            })
    void onePermitNeedsNoClassOfItsOwn(String permit, String gate) {
        String conf = "class \"c\" { match if known; }" + POOL.formatted(permit);
        assertThat(server(conf).at("/subnet4/0/pools/0/client-class").asText()).isEqualTo(gate);
        assertThat(server(conf).path("client-classes").size()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "deny members of \"c\"; | not member('c')",
                "allow members of \"c\"; allow members of \"d\"; | (member('c') or member('d'))",
                "allow members of \"c\"; deny members of \"d\"; | (member('c')) and not"
                        + " member('d')",
                "deny all clients; | not member('ALL')",
            })
    void severalPermitsAreAClassThatPoolsShare(String permits, String test) {
        String pool = "pool { range 10.0.0.%d; " + permits + " }";
        String conf = SUBNET.formatted(pool.formatted(10) + pool.formatted(11));
        String classes = "class \"c\" { match if known; } class \"d\" { match if known; }";
        JsonNode server = server(classes + conf);
        assertThat(server.at("/client-classes/2/test").asText()).isEqualTo(test);
        assertThat(server.path("client-classes").size()).isEqualTo(3);
        assertThat(server.path("subnet4").findValuesAsText("client-class"))
                .containsExactly("pools 1", "pools 1");
    }

    /// Nobody is authenticated, so only what else is allowed may come in.
    @Test
    void aPermitThatKeaHasNotLetsNobodyIn() {
        String conf = POOL.formatted("allow authenticated clients;");
        assertThat(server(conf).at("/client-classes/0/test").asText())
                .isEqualTo("not member('ALL')");
        assertThat(left(conf))
                .containsExactly("pool 10.0.0.10 - 10.0.0.20: allow authenticated clients");
    }

    @Test
    void aNameThatIsKeasOwnIsAnotherName() {
        String conf = "class \"KNOWN\" { match if known; } class \"it's\" { match if known; }";
        assertThat(server(conf).path("client-classes").findValuesAsText("name"))
                .containsExactly("dhcpd-KNOWN", "it_s");
    }

    @Test
    void theBranchesOfAGlobalIfExcludeEachOther() {
        JsonNode server =
                server(
                        """
                        if exists user-class { filename "a"; }
                        elsif known { filename "b"; option routers 10.0.0.1; }
                        else { filename "c"; log("nobody"); }
                        """);
        assertThat(server.path("client-classes").findValuesAsText("test"))
                .containsExactly(
                        "(option[77].exists)",
                        "not (option[77].exists) and (member('KNOWN'))",
                        "not (option[77].exists) and not (member('KNOWN'))");
        assertThat(server.path("client-classes").findValuesAsText("boot-file-name"))
                .containsExactly("a", "b", "c");
        assertThat(server.at("/user-context/not-translated").toString()).contains("log in");
    }

    /// Beside the addresses of a subnet, a conditional statement has no place.
    @Test
    void anIfInASubnetIsLeft() {
        assertThat(left(SUBNET.formatted("if known { option routers 10.0.0.1; }")))
                .containsExactly("subnet 10.0.0.0/24: if in dhcpd.conf line 1");
    }

    @Test
    void aHostIsReservedInTheSubnetOfEachAddress() {
        String conf =
                SUBNET.formatted("")
                        + "subnet 10.1.0.0 netmask 255.255.255.0 { }"
                        + HOST.formatted("fixed-address 10.0.0.5, 10.1.0.5;");
        JsonNode server = server(conf);
        assertThat(server.at("/subnet4/0/reservations/0/ip-address").asText())
                .isEqualTo("10.0.0.5");
        assertThat(server.at("/subnet4/1/reservations/0/ip-address").asText())
                .isEqualTo("10.1.0.5");
        assertThat(server.has("reservations")).isFalse();
    }

    @Test
    void aReservationHasOneIdentifier() {
        String id = "option dhcp-client-identifier \"desk\";";
        assertThat(server("host a { " + id + " }").at("/reservations/0/client-id").asText())
                .isEqualTo("6465736b");
        String both = HOST.formatted(id);
        assertThat(server(both).at("/reservations/0").has("client-id")).isFalse();
        assertThat(left(both)).containsExactly("host a: dhcp-client-identifier beside hardware");
        assertThat(left("host t { hardware token-ring 02:00:00:00:00:01; }"))
                .singleElement()
                .asString()
                .startsWith("host t: hardware ");
    }

    @Test
    void twoHostsWithOneAddressAreNotBothReserved() {
        String conf =
                SUBNET.formatted("")
                        + HOST.formatted("fixed-address 10.0.0.5;")
                        + "host b { hardware ethernet 02:00:00:00:00:02; fixed-address 10.0.0.5; }";
        assertThat(server(conf).at("/subnet4/0/reservations").size()).isEqualTo(1);
        assertThat(left(conf)).containsExactly("host b: the same client or address once more");
    }

    @Test
    void aHotStandbyIsOne() {
        String peer =
                """
                failover peer "fo" { %s address 10.0.0.2; peer address 10.0.0.3;
                  max-response-delay 30; max-unacked-updates 10; %s }
                subnet 10.0.0.0 netmask 255.255.255.0 {
                  pool { failover peer "fo"; deny dynamic bootp clients; range 10.0.0.9; }
                }
                """;
        JsonNode outline =
                server(peer.formatted("primary;", "mclt 60; split 255;"))
                        .at("/user-context/high-availability/fo");
        assertThat(outline.path("mode").asText()).isEqualTo("hot-standby");
        assertThat(outline.at("/peers/1/role").asText()).isEqualTo("standby");
        JsonNode secondary =
                server(peer.formatted("secondary;", "")).at("/user-context/high-availability/fo");
        assertThat(secondary.path("this-server-name").asText()).isEqualTo("server2");
        assertThat(secondary.at("/peers/0/url").asText()).isEqualTo("http://10.0.0.3:8000/");
    }
}
