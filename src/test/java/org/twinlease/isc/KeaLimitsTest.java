package org.twinlease.isc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;
import org.twinlease.isc.kea.KeaExport;

import java.util.List;

/// What of a dhcpd.conf Kea would refuse, or take for something else, and so is not written.
final class KeaLimitsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SUBNET = "subnet 10.0.0.0 netmask 255.255.255.0 { %s }";

    private static JsonNode server(String conf) {
        return JSON.valueToTree(KeaExport.of(Conf.config(conf)).document()).path("Dhcp4");
    }

    private static List<String> left(String conf) {
        return KeaExport.of(Conf.config(conf)).left().stream()
                .map(each -> each.where() + ": " + each.what())
                .toList();
    }

    /// Kea writes a subnet by the length of its prefix.
    @Test
    void aNetmaskWithGapsIsNoPrefix() {
        String gaps = "subnet 10.0.0.0 netmask 255.0.255.0 { }";
        assertThat(server(gaps).path("subnet4").size()).isZero();
        assertThat(left(gaps)).containsExactly("subnet 10.0.0.0/255.0.255.0: a netmask with gaps");
    }

    @Test
    void aFixedAddressOutsideOfEverySubnetIsNoReservation() {
        String host = "host a { hardware ethernet 02:00:00:00:00:01; fixed-address 192.0.2.9; }";
        assertThat(server(SUBNET.formatted("") + host).findValues("reservations")).isEmpty();
        assertThat(left(host)).containsExactly("host a: fixed-address 192.0.2.9");
    }

    @Test
    void aLimitOfASubclassIsNamedWithItsValue() {
        assertThat(
                        left(
                                """
                                class "c" { match option host-name; }
                                subclass "c" "one" { lease limit 2; }
                                """))
                .containsExactly("subclass \"c\" 6f:6e:65: lease limit");
    }

    @Test
    void anInterfaceIsNamedWithTheWordsToWrite() {
        var export = KeaExport.of(Conf.config(SUBNET.formatted("interface \"eth7\";")));
        assertThat(export.left())
                .singleElement()
                .satisfies(
                        left -> {
                            assertThat(left.what()).isEqualTo("interface eth7");
                            assertThat(left.remedy()).contains("\"interface\": \"eth7\"");
                        });
    }

    @Test
    void bootpAndLimitsAndSpawnedClassesAreHooks() {
        assertThat(left(SUBNET.formatted("range dynamic-bootp 10.0.0.1 10.0.0.9;")))
                .containsExactly("pool 10.0.0.1 - 10.0.0.9: dynamic-bootp");
        assertThat(left("class \"ports\" { spawn with option agent.circuit-id; lease limit 4; }"))
                .containsExactlyInAnyOrder(
                        "class \"ports\": spawn with", "class \"ports\": lease limit");
    }

    @Test
    void aSubclassWithSettingsIsAClassOfItsOwn() {
        JsonNode server =
                server(
                        """
                        class "c" { match option host-name; filename "all"; }
                        subclass "c" "one";
                        subclass "c" "two" { filename "two"; }
                        """);
        assertThat(server.path("client-classes").findValuesAsText("name"))
                .containsExactly("c", "c 2");
        assertThat(server.path("client-classes").findValuesAsText("test"))
                .containsExactly(
                        "(option[12].hex == 'one') or (option[12].hex == 'two')",
                        "option[12].hex == 'two'");
        assertThat(server.path("client-classes").findValuesAsText("boot-file-name"))
                .containsExactly("all", "two");
    }

    /// `deny unknown-clients` for all is asked for by every pool.
    @Test
    void whoServesKnownClientsOnlyDoesSoInEveryPool() {
        String known = "deny unknown-clients; " + SUBNET.formatted("range 10.0.0.1 10.0.0.9;");
        assertThat(server(known).at("/subnet4/0/pools/0/client-class").asText()).isEqualTo("KNOWN");
    }

    @Test
    void statementsThatAreCarriedOutAreNamedWithTheirPlace() {
        assertThat(
                        left(
                                """
                                set a = "x";
                                option host-name = concat("h-", option user-class);
                                on release { execute("/bin/true"); }
                                """))
                .containsExactly(
                        "everywhere: set a in dhcpd.conf line 1",
                        "everywhere: the computed option host-name in dhcpd.conf line 2",
                        "everywhere: on in dhcpd.conf line 3",
                        "dhcpd.conf line 3: The program /bin/true is run only by a server"
                                + " started with --execute");
    }
}
