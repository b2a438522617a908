package org.twinlease.dhcp.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinlease.config.Config;
import org.twinlease.isc.DhcpdConf;
import org.twinlease.lease.Kept;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;
import org.twinlease.wire.Decoded;
import org.twinlease.wire.dhcp.MessageType;
import org.twinlease.wire.dhcp.OptionType;
import org.twinlease.wire.dhcp.Packet;
import org.twinlease.wire.dhcp.PacketBuilder;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// Expressions and what they yield for one packet (`spec/dhcpd-conf.md` 7): host name `Anna`, no
/// user class, hardware 02:00:00:00:00:0a, relay option 82 with circuit 7.
class ExpressionValuesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"text\" | 74:65:78:74",
                "aa:bb | aa:bb",
                "5 | 05",
                "10 | 10",
                "option host-name | 41:6e:6e:61",
                "option user-class | -",
                "option agent.circuit-id | 07",
                "hardware | 01:02:00:00:00:00:0a",
                "substring(hardware, 1, 3) | 02:00:00",
                "substring(option host-name, 2, 10) | 6e:61",
                "substring(option host-name, 9, 10) | ''",
                "substring(option user-class, 0, 1) | -",
                "suffix(option host-name, 2) | 6e:61",
                "suffix(option host-name, 20) | 41:6e:6e:61",
                "lcase(option host-name) | 61:6e:6e:61",
                "ucase(option host-name) | 41:4e:4e:41",
                "concat(\"a\", \"b\", 63) | 61:62:63",
                "concat(\"a\", option user-class) | -",
                "reverse(1, 01:02:03) | 03:02:01",
                "reverse(2, 01:02:03:04) | 03:04:01:02",
                "reverse(2, 01:02:03) | -",
                "binary-to-ascii(16, 8, \":\", 0a:ff) | 61:3a:66:66",
                "binary-to-ascii(10, 8, \".\", 0a:00) | 31:30:2e:30",
                "binary-to-ascii(10, 32, \"\", encode-int(-1, 32)) |"
                        + " 30:34:32:39:34:39:36:37:32:39:35",
                "binary-to-ascii(10, 16, \"\", 01:02:03) | -",
                "encode-int(1 + 2 * 3, 8) | 09",
                "encode-int(2 * 3 + 1, 8) | 08",
                "encode-int(2 * 3 + 4 * 5, 8) | 46",
                "encode-int(7 / 2 % 2, 16) | 00:01",
                "encode-int(1 / 0, 8) | -",
                "encode-int(-1, 32) | ff:ff:ff:ff",
                "encode-int(extract-int(option host-name, 16), 32) | 00:00:41:6e",
                "encode-int(extract-int(\"a\", 16), 32) | -",
                "pick-first-value(option user-class, null, \"x\") | 78",
                "leased-address | 0a:00:01:0a",
                "host-decl-name | 68",
                "encode-int(lease-time, 16) | 01:f4",
                "packet(0, 2) | 01:01",
                "packet(5000, 2) | -",
                "filename | -",
                "null | -",
                "v_unset | -",
                "config-option domain-name | 64",
                "gethostbyname(\"one.example\") | c0:00:02:01",
                "gethostbyname(\"none.example\") | -",
                "gethostname() | 6d",
            })
    void yields(String expression, String expected) {
        String text = "option domain-name \"d\"; option merit-dump = " + expression + ";";
        Octets value = outcome(text).option(org.twinlease.config.words.OptionKey.dhcp(14));
        assertEquals(expected, value == null ? "-" : value.hex());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"a\" = \"a\" | yes",
                "\"a\" = \"A\" | no",
                "option user-class = null | yes",
                "option user-class = \"\" | no",
                "option user-class != \"\" | yes",
                "option host-name ~= \"^A[[:alpha:]]+$\" | yes",
                "option host-name ~= \"^a\" | no",
                "option host-name ~~ \"^a\" | yes",
                "option host-name ~= \"(\" | no",
                "option host-name ~= \"A{1}n+\" | yes",
                "option user-class ~= \".\" | no",
                "not (option user-class ~= \".\") | no",
                "exists user-class | no",
                "not exists user-class | yes",
                "exists agent.circuit-id | yes",
                "known | yes",
                "static | no",
                "defined(v_set) | yes",
                "defined(v_none) | no",
                "v_set = \"s\" | yes",
                "(known) and (static) | no",
                "not ((static) and (known)) | no",
                "(not (static)) or (not (known)) | yes",
                "(static) or (known) | yes",
                "extract-int(option host-name, 8) = 65 | yes",
                "lease-time = 500 | yes",
                "check \"default\" | no",
            })
    void holds(String condition, String expected) {
        String text =
                "set v_set = \"s\"; if ("
                        + condition
                        + ") { option merit-dump \"yes\"; } else {"
                        + " option merit-dump \"no\"; }";
        Octets value = outcome(text).option(org.twinlease.config.words.OptionKey.dhcp(14));
        assertNotNull(value);
        assertEquals(expected, value.text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "switch (option host-name) { case \"b\": set v_r = \"1\"; case \"Anna\":"
                        + " set v_r = \"2\"; case \"c\": set v_s = \"3\"; break; default:"
                        + " set v_r = \"4\"; } option merit-dump = concat(v_r, v_s); | 23",
                "switch (encode-int(1, 8)) { default: set v_r = \"4\"; }"
                        + " option merit-dump = v_r; | 4",
                "switch (extract-int(option host-name, 8)) { case 65: set v_r = \"A\"; }"
                        + " option merit-dump = v_r; | A",
                "set v_r = \"x\"; define shout (arg) { set v_r = ucase(arg); } shout(\"loud\");"
                        + " option merit-dump = v_r; | LOUD",
                "define v_f (arg) { return concat(arg, \"!\"); } set v_r = v_f(\"x\");"
                        + " option merit-dump = v_r; | x!",
                "define v_f (arg) { return arg; } option merit-dump = pick(v_f(\"x\"), \"none\"); |"
                        + " none",
                "set v_r = \"a\"; unset v_r; option merit-dump = pick(v_r, \"gone\"); | gone",
                "option merit-dump \"b\"; prepend merit-dump \"a\"; append merit-dump \"c\";"
                        + " default merit-dump \"d\"; | abc",
            })
    void carriesOut(String text, String expected) {
        Octets value = outcome(text).option(org.twinlease.config.words.OptionKey.dhcp(14));
        assertNotNull(value);
        assertEquals(expected, value.text());
    }

    @Test
    void stopsWhatWouldGoOnForEver() {
        String text =
                "define v_f (arg) { v_f(arg); set v_x = arg; } set v_x = \"b\"; v_f(\"a\"); option"
                        + " merit-dump = v_x;";
        assertEquals(
                Octets.ofText("a"),
                outcome(text).option(org.twinlease.config.words.OptionKey.dhcp(14)));
        String grows =
                "set v_x = \"0123456789abcdef\"; "
                        + "set v_x = concat(v_x, v_x);".repeat(40)
                        + " option merit-dump = v_x;";
        assertNull(outcome(grows).option(org.twinlease.config.words.OptionKey.dhcp(14)));
        String slow = "(.*)(.*)(.*)(.*)(.*)(.*)(.*)z";
        assertNull(Patterns.find(slow, "x".repeat(200), false));
    }

    @Test
    void keepsVariablesAsOctetsAndBack() {
        var variables = new Variables(null);
        variables.set("a", new Value.Data(Octets.ofText("x")));
        variables.set("b", new Value.Count(7));
        variables.set("c", new Value.Truth(true));
        Variables again = Variables.decode(variables.encode(), null);
        assertEquals(variables.get("a"), again.get("a"));
        assertEquals(variables.get("b"), again.get("b"));
        assertEquals(variables.get("c"), again.get("c"));
        variables.set("d", new Value.Data(Octets.of(new byte[Kept.MOST_OCTETS])));
        Octets kept = Objects.requireNonNull(variables.encode());
        assertNull(Variables.decode(kept, null).get("d"));
        for (int i = 0; i < kept.length(); i++) {
            Variables.decode(Octets.of(kept.toArray(), 0, i), null);
        }
    }

    private static Outcome outcome(String text) {
        byte[] octets = text.getBytes(StandardCharsets.ISO_8859_1);
        DhcpdConf.Reading reading = DhcpdConf.read("f", _ -> octets, new Answers());
        if (!reading.isUsable()) throw new AssertionError(reading.problems().toString());
        Config config = reading.config();
        var about =
                new Circumstances(
                        packet(),
                        Octets.of((byte) 1, (byte) 1, (byte) 7),
                        Ip4.of("10.0.1.10"),
                        500,
                        "h",
                        false,
                        config.spaces());
        var script = new Script(about, new Variables(null), new Outcome());
        script.scope(config.global(), null);
        return script.outcome();
    }

    private static final class Answers implements DhcpdConf.Resolver {
        @Override
        public java.util.List<Ip4> resolve(String name) {
            return name.equals("one.example")
                    ? java.util.List.of(Ip4.of("192.0.2.1"))
                    : java.util.List.of();
        }

        @Override
        public String machine() {
            return "m";
        }
    }

    private static Packet packet() {
        HardwareAddress hardware = HardwareAddress.parse("02:00:00:00:00:0a");
        byte[] bytes =
                PacketBuilder.request(1, Objects.requireNonNull(hardware))
                        .type(MessageType.DHCPDISCOVER)
                        .option(OptionType.HOST_NAME, Octets.ofText("Anna"))
                        .encode();
        return switch (Packet.decode(bytes, bytes.length)) {
            case Decoded.Ok<Packet>(Packet packet) -> packet;
            case Decoded.Bad<Packet> bad -> throw new AssertionError(bad.toString());
        };
    }
}
