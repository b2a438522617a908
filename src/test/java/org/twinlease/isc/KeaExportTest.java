package org.twinlease.isc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinlease.Golden;
import org.twinlease.isc.kea.KeaExport;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What Kea is told of a dhcpd.conf, and what it cannot be told.
final class KeaExportTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectWriter PRETTY = JSON.writerWithDefaultPrettyPrinter();

    /// A bit of everything, translatable or not.
    private static final String CAMPUS =
            """
            authoritative;
            default-lease-time 3600; max-lease-time 7200; ping-check true;
            option domain-name "campus.example";
            option domain-name-servers 10.0.0.2, 10.0.0.3;
            failover peer "campus" {
              primary; address 10.0.0.2; peer address 10.0.0.3;
              max-response-delay 30; max-unacked-updates 10; load balance max seconds 3;
              mclt 600; split 128;
            }
            class "phones" {
              match if substring(option vendor-class-identifier, 0, 5) = "Phone";
              option tftp-server-name "10.0.0.9";
              option ntp-servers 10.0.0.4;
              default-lease-time 900;
            }
            class "guests" { match hardware; lease limit 4; }
            subclass "guests" 1:02:00:00:00:00:01;
            subclass "guests" 1:02:00:00:00:00:02 { option host-name "second"; }
            if option user-class = "pxe" { filename "pxe.0"; } else { filename "other.0"; }
            on commit { set seen = "yes"; }
            shared-network voice {
              option ntp-servers 10.8.0.4;
              subnet 10.8.0.0 netmask 255.255.255.0 {
                option routers 10.8.0.1;
                pool { failover peer "campus"; range 10.8.0.10 10.8.0.99;
                       allow members of "phones"; deny members of "guests"; }
                pool { range 10.8.0.100 10.8.0.199; deny unknown-clients; max-lease-time 60; }
              }
              subnet 10.8.1.0 netmask 255.255.255.0 { }
            }
            group {
              next-server 10.0.0.7;
              use-host-decl-names on;
              subnet 10.9.0.0 netmask 255.255.0.0 {
                min-lease-time 600;
                range 10.9.0.10 10.9.200.200;
              }
              host printer { hardware ethernet 02:00:00:00:00:aa; fixed-address 10.9.0.5; }
            }
            host known { hardware ethernet 02:00:00:00:00:ab; }
            host far { hardware ethernet 02:00:00:00:00:ac; fixed-address 192.0.2.1; }
            """;

    private static JsonNode server(String conf) {
        return JSON.valueToTree(KeaExport.of(Conf.config(conf)).document()).path("Dhcp4");
    }

    @Test
    void allThatTranslatesIsInTheDocumentAndAllElseInTheList() throws IOException {
        KeaExport.Result export = KeaExport.of(Conf.config(CAMPUS));
        Golden.check("isc/kea.json", PRETTY.writeValueAsString(export.document()));
        assertThat(export.left().stream().map(each -> each.where() + ": " + each.what()))
                .contains(
                        "failover peer \"campus\": the failover protocol with mclt, split and the"
                                + " balance of free addresses",
                        "class \"guests\": lease limit",
                        "class \"phones\": option ntp-servers, which networks set, too",
                        "everywhere: on in dhcpd.conf line 20",
                        "pool 10.8.0.100 - 10.8.0.199: max-lease-time 60",
                        "host far: fixed-address 192.0.2.1");
    }

    /// To dhcpd an option that is not there differs from any text.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "option user-class = \"a\" | option[77].hex == 'a'",
                "option user-class != \"a\" | not (option[77].hex == 'a')",
                "not exists agent.circuit-id | not (relay4[1].exists)",
                "known or option user-class = 01:ff | (member('KNOWN')) or (option[77].hex =="
                        + " 0x01ff)",
                "substring(hardware, 1, 3) = 00:1b:21 | substring(pkt4.mac, 0, 3) == 0x001b21",
                "hardware = 1:00:1b:21:00:00:01 | concat(substring(pkt4.htype, -1, all), pkt4.mac)"
                        + " == 0x01001b21000001",
                "suffix(option user-class, 2) = \"xy\" | substring(option[77].hex, -2, all) =="
                        + " 'xy'",
                "packet(24, 4) = 0a:00:00:01 | pkt4.giaddr == 0x0a000001",
            })
    void aConditionIsATest(String condition, String test) {
        JsonNode node = server("class \"c\" { match if " + condition + "; }");
        assertThat(node.at("/client-classes/0/test").asText()).isEqualTo(test);
        assertThat(node.has("user-context")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "option user-class ~= \"^a\" | the operator ~=",
                "lcase(option user-class) = \"a\" | lcase()",
                "config-option user-class = \"a\" | config-option user-class",
                "packet(0, 1) = 01 | packet() of other fields",
            })
    void aConditionThatKeaCannotSayLeavesAClassThatNobodyIsIn(String condition, String what) {
        KeaExport.Result export =
                KeaExport.of(Conf.config("class \"c\" { match if " + condition + "; }"));
        assertThat(export.left())
                .singleElement()
                .satisfies(left -> assertThat(left.what()).contains(what));
        JsonNode node = JSON.valueToTree(export.document());
        assertThat(node.at("/Dhcp4/client-classes/0").has("test")).isFalse();
    }

    /// dhcpd caps what is set to fit; Kea would refuse it.
    @Test
    void leaseTimesFitIntoEachOther() {
        JsonNode node = server("default-lease-time 9000; max-lease-time 600;");
        assertThat(node.path("valid-lifetime").asLong()).isEqualTo(600);
        assertThat(node.path("min-valid-lifetime").asLong()).isEqualTo(300);
        assertThat(node.path("max-valid-lifetime").asLong()).isEqualTo(600);
    }

    @Test
    void whoIsDeclaredWithoutAnAddressIsKnownEverywhere() {
        JsonNode node = server("host a { hardware ethernet 02:00:00:00:00:01; }");
        assertThat(node.path("reservations-global").asBoolean()).isTrue();
        assertThat(node.at("/reservations/0/client-classes/0").asText()).isEqualTo("declared");
        assertThat(node.at("/client-classes/0/name").asText()).isEqualTo("declared");
    }

    static List<Path> accepted() {
        return Corpus.files("conf/valid", ".conf");
    }

    /// A real Kea is asked.
    @Tag("lab")
    @ParameterizedTest
    @MethodSource("accepted")
    void keaTakesWhatDhcpdTakes(Path file, @TempDir Path folder) throws Exception {
        Path exported = folder.resolve("kea.json");
        KeaExport.Result export = KeaExport.of(Corpus.read(file).config());
        Files.write(exported, PRETTY.writeValueAsBytes(export.document()));
        assertThat(complaint(exported)).isEmpty();
    }

    @Tag("lab")
    @Test
    void keaTakesABitOfEverything(@TempDir Path folder) throws Exception {
        Path exported = folder.resolve("kea.json");
        KeaExport.Result export = KeaExport.of(Conf.config(CAMPUS));
        Files.write(exported, PRETTY.writeValueAsBytes(export.document()));
        assertThat(complaint(exported)).isEmpty();
    }

    private static String complaint(Path file) throws Exception {
        Process kea =
                new ProcessBuilder("kea-dhcp4", "-t", file.toString())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(kea.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return kea.waitFor() == 0 ? "" : said;
    }
}
