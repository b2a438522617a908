package org.twinlease.isc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.twinlease.config.words.OptionKey;
import org.twinlease.value.Octets;
import org.twinlease.wire.dhcp.OptionType;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Values of options in wire form, by the format strings of RFC 2132's and dhcpd's option tables.
class OptionValueTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "subnet-mask 255.255.255.0 | 1=ff:ff:ff:00",
                "routers 10.0.0.1, 10.0.0.2 | 3=0a:00:00:01:0a:00:00:02",
                "routers two.example, 10.0.0.1 | 3=c0:00:02:01:c0:00:02:02:0a:00:00:01",
                "domain-name-servers nobody.example, 10.0.0.1 | 6=0a:00:00:01",
                "time-offset -3600 | 2=ff:ff:f1:f0",
                "boot-size 0x10 | 13=00:10",
                "arp-cache-timeout 4294967295 | 35=ff:ff:ff:ff",
                "arp-cache-timeout 99999999999 | 35=48:76:e7:ff",
                "default-ip-ttl 010 | 23=08",
                "interface-mtu -1 | 26=ff:ff",
                "ip-forwarding TRUE | 19=01",
                "ip-forwarding off | 19=00",
                "mask-supplier ignore | 30=02",
                "host-name bare | 12=62:61:72:65",
                "host-name 1host-2 | 12=31:68:6f:73:74:2d:32",
                "root-path default | 17=64:65:66:61:75:6c:74",
                "domain-name \"a\\000b\" | 15=61:00:62",
                "policy-filter 10.0.0.0 255.0.0.0, 1.2.3.4 5.6.7.8 |"
                        + " 21=0a:00:00:00:ff:00:00:00:01:02:03:04:05:06:07:08",
                "path-mtu-plateau-table 68, 296 | 25=00:44:01:28",
                "dhcp-parameter-request-list 1, 3, 6 | 55=01:03:06",
                "slp-directory-agent true 10.0.0.3, 10.0.0.4 | 78=01:0a:00:00:03:0a:00:00:04",
                "slp-service-scope true | 79=01",
                "slp-service-scope false \"a,b\" | 79=00:61:2c:62",
                "pxe-interface-id 1 2 3 | 94=01:02:03",
                "pxe-client-id 0 1:2:3 | 97=00:01:02:03",
                "vendor-class-identifier \"x\" | 60=78",
                "vendor-class-identifier 1:2:ab | 60=01:02:ab",
                "vendor-class-identifier ab | 60=ab",
                "vendor-encapsulated-options 01:04:c0 | 43=01:04:c0",
                "domain-search \"a.bc\", \"x.a.bc\" | 119=01:61:02:62:63:00:01:78:c0:00",
                "bcms-controller-names \"a.bc\", \"x.bc\" | 88=01:61:02:62:63:00:01:78:02:62:63:00",
                "v4-lost lost.example.net |"
                        + " 137=04:6c:6f:73:74:07:65:78:61:6d:70:6c:65:03:6e:65:74:00",
                "option-6rd 14 32 2001:db8:: 10.0.0.1 |"
                        + " 212=0e:20:20:01:0d:b8:00:00:00:00:00:00:00:00:00:00:00:00:0a:00:00:01",
                "rdnss-selection 1 10.0.0.1 10.0.0.2 \"a\" |"
                        + " 146=01:0a:00:00:01:0a:00:00:02:01:61:00",
                "unknown-250 \"text\" | 250=74:65:78:74",
                "unknown-251 01:02 | 251=01:02",
                "DHCP.Domain-Name \"x\" | 15=78",
                "routers = 0a:00:00:01 | 3=0a:00:00:01",
                "domain-name = \"x\" | 15=78",
            })
    void readsTheValueOfAnOption(String statement, String expected) {
        assertEquals(expected, options("option " + statement + ";"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "boolean | true | 01",
                "integer 8 | -1 | ff",
                "unsigned integer 8 | 200 | c8",
                "signed integer 16 | -300 | fe:d4",
                "unsigned integer 32 | 4000000000 | ee:6b:28:00",
                "ip-address | 192.0.2.1 | c0:00:02:01",
                "ip6-address | 2001:db8::1 | 20:01:0d:b8:00:00:00:00:00:00:00:00:00:00:00:01",
                "text | \"t\" | 74",
                "string | 01:02:ff | 01:02:ff",
                "domain-name | www.a | 03:77:77:77:01:61:00",
                "domain-list compressed | \"a.b\", \"c.a.b\" | 01:61:01:62:00:01:63:c0:00",
                "zerolen | '' | ''",
                "array of unsigned integer 8 | 24, 10, 0, 0, 10, 0, 0, 1 | 18:0a:00:00:0a:00:00:01",
                "{ ip-address, unsigned integer 8, text } | 1.2.3.4 7 \"x\" | 01:02:03:04:07:78",
                "array of { ip-address, integer 8 } | 1.1.1.1 1, 2.2.2.2 -2 |"
                        + " 01:01:01:01:01:02:02:02:02:fe",
                "{ unsigned integer 8, array of ip-address } | 5 1.1.1.1, 2.2.2.2 |"
                        + " 05:01:01:01:01:02:02:02:02",
            })
    void readsTheValueOfADefinedOption(String type, String value, String hex) {
        assertEquals(
                "224=" + hex, options("option x code 224 = " + type + "; option x " + value + ";"));
    }

    @ParameterizedTest
    @EnumSource(OptionType.class)
    void knowsHowToReadEveryBuiltInOption(OptionType option) {
        String value =
                option.format()
                        .chars()
                        .mapToObj(c -> sample((char) c))
                        .collect(Collectors.joining(" "));
        if (option.format().startsWith("E")) value = "01:02";
        String statement = "option " + option.word() + " " + value + ";";
        Octets read = Conf.config(statement).global().options().get(OptionKey.dhcp(option.code()));
        assertNotNull(read, statement);
        assertTrue(read.length() > 0);
    }

    private static String sample(char letter) {
        return switch (letter) {
            case 'I' -> "192.0.2.7";
            case '6' -> "2001:db8::7";
            case 't', 'D' -> "\"name\"";
            case 'X' -> "0a:0b";
            case 'd' -> "name.example";
            case 'f' -> "true";
            case 'l', 'L', 's', 'S', 'b', 'B', 'T' -> "7";
            default -> "";
        };
    }

    @Test
    void sendsTheOptionsOfASpaceInsideTheOptionThatEncapsulatesIt() {
        String text =
                """
                option space inner;
                option inner.a code 1 = unsigned integer 8;
                option inner.b code 2 = ip-address;
                option outer code 224 = encapsulate inner;
                option inner.a 9;
                subnet 10.0.0.0 netmask 255.255.255.0 { option inner.b 10.0.0.1; }
                """;
        assertEquals("224=01:01:09 inner.1=09", options(text));
        var subnet = Conf.config(text).networks().getFirst().scope().options();
        assertEquals("01:01:09:02:04:0a:00:00:01", String.valueOf(subnet.get(OptionKey.dhcp(224))));
    }

    @Test
    void countsCodesAndLengthsInTheOctetsOfTheirSpace() {
        assertEquals(
                "224=01:2c:00:01:77 wide.300=77",
                options(
                        "option space wide code width 2 length width 2;"
                                + "option wide.x code 300 = text;"
                                + "option o code 224 = encapsulate wide; option wide.x \"w\";"));
    }

    @Test
    void carriesVendorOptionsUnderTheirEnterprise() {
        assertEquals("125=00:00:09:bf:03:01:01:6d isc.1=6d", options("option isc.media \"m\";"));
        assertEquals(
                "63=0b:04:c0:00:02:01 nwip.11=c0:00:02:01",
                options("option nwip.primary-dss 192.0.2.1;"));
    }

    @Test
    void leavesVendorSpacesToTheScopeThatNamesThem() {
        assertEquals(
                "SUNW.3=73",
                options(
                        "option space SUNW; option SUNW.server-name code 3 = text;"
                                + "option sunw.SERVER-NAME \"s\";"));
    }

    @Test
    void leavesOutAnOptionWhoseNamesHaveNoAddress() {
        String text =
                "option static-routes 10.0.0.0 nobody.example; option routers nobody.example;";
        assertEquals("", options(text));
        assertEquals(
                List.of("1:31 name-not-resolved", "1:62 S22", "1:62 name-not-resolved"),
                Conf.warnings(text));
    }

    @Test
    void letsTheLastOfSeveralSettingsCount() {
        assertEquals("15=62", options("option domain-name \"a\"; option domain-name \"b\";"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "option foo 1; | 1:8 unknown-option",
                "option acme.x 1; | 1:13 unknown-option-space",
                "option unknown-0 \"x\"; | 1:8 illegal-option-code",
                "option routers; | 1:15 value-expected",
                "option routers 10.0.0.1,; | 1:25 address-expected",
                "option policy-filter 10.0.0.0; | 1:30 address-expected",
                "option host-name 42; | 1:18 string-expected",
                "option domain-search a.b; | 1:22 domain-string-expected",
                "option domain-search \"a..b\"; | 1:22 bad-domain-name",
                "option default-ip-ttl 256; | 1:23 number-out-of-range",
                "option time-offset x; | 1:20 bad-number",
                "option time-offset none; | 1:20 number-expected",
                "option vendor-class-identifier word; | 1:32 octets-expected",
                "option nwip.illegal-1 1; | 1:23 option-unusable",
                "option space x code width 3; | 1:27 bad-width",
                "option x code 1 = integer 24; | 1:27 bad-width",
                "option x code = text; | 1:15 option-code-expected",
                "option x code 1 = array of text; | 1:28 array-of-text",
                "option x code 1 = array of array of text; | 1:28 nested-array",
                "option x code 1 = { text, flag }; | 1:25 text-not-last",
                "option x code 1 = ipv4; | 1:19 unknown-type",
                "option x code 1 = encapsulate y; | 1:31 unknown-option-space",
                "group { option x code 1 = text; } | 1:16 definition-scoped",
            })
    void saysWhereAValueIsWrong(String text, String error) {
        assertEquals(List.of(error), Conf.errors(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "option time-offset 010; | 1:20 S20",
                "option arp-cache-timeout -1; | 1:26 S20",
                "option domain-search \"a b\"; | 1:22 S32",
                "option unknown-300 \"x\"; | 1:1 S30",
                "option dhcp-lease-time 60; | 1:1 S34",
                "option x code 3 = text; | 1:8 S31",
                "option x code 300 = text; | 1:8 S30",
                "option dhcp6.name-servers 2001:db8::53; | 1:1 not-acted-on",
            })
    void warnsOfValuesThatAreNotWhatTheySeem(String text, String warning) {
        assertEquals(List.of(warning), Conf.warnings(text));
        assertEquals(List.of(), Conf.errors(text));
    }

    /// The options of the outermost scope, sorted, those of other spaces with their space.
    private static String options(String text) {
        Map<String, String> sorted = new TreeMap<>();
        Conf.config(text)
                .global()
                .options()
                .forEach(
                        (key, value) -> {
                            String space = key.space().equals("dhcp") ? "" : key.space() + ".";
                            sorted.put(space + key.code(), value.hex());
                        });
        return sorted.entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining(" "));
    }
}
