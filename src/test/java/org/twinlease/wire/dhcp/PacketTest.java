package org.twinlease.wire.dhcp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;
import org.twinlease.wire.Decoded;
import org.twinlease.wire.Fault;

import java.util.Arrays;
import java.util.HexFormat;

/// Messages given as octets, read as RFC 2131 and 2132 say.
class PacketTest {

    /// A DISCOVER written by hand from the figure of RFC 2131 section 2: fixed fields, then
    /// options.
    private static final String DISCOVER =
            "01010600 3903f326 00058000 00000000 00000000 00000000 0a000201"
                    + "0200000000aa 00000000000000000000"
                    + "00".repeat(64 + 128)
                    + "63825363 350101 3d070102000000 00aa 3204c0a8000c 37040103060f 0c0361626300"
                    + " ff";

    static byte[] hex(String text) {
        return HexFormat.of().parseHex(text.replace(" ", ""));
    }

    static Packet decode(byte[] bytes) {
        return switch (Packet.decode(bytes, bytes.length)) {
            case Decoded.Ok<Packet>(Packet packet) -> packet;
            case Decoded.Bad<Packet> bad -> throw new AssertionError(bad);
        };
    }

    /// A header, the magic cookie, and options.
    private static byte[] with(String options) {
        byte[] tail = hex(options);
        byte[] out = Arrays.copyOf(hex(DISCOVER), 240 + tail.length);
        System.arraycopy(tail, 0, out, 240, tail.length);
        return out;
    }

    private static Decoded.Bad<Packet> bad(byte[] bytes) {
        return switch (Packet.decode(bytes, bytes.length)) {
            case Decoded.Ok<Packet> _ -> throw new AssertionError("decoded");
            case Decoded.Bad<Packet> bad -> bad;
        };
    }

    @Test
    void everyFieldIsWhereTheRfcHasIt() {
        Packet packet = decode(hex(DISCOVER));
        assertThat(packet.op()).isEqualTo(1);
        assertThat(packet.htype()).isEqualTo(1);
        assertThat(packet.hlen()).isEqualTo(6);
        assertThat(packet.hops()).isZero();
        assertThat(packet.xid()).isEqualTo(0x3903f326);
        assertThat(packet.secs()).isEqualTo(5);
        assertThat(packet.flags()).isEqualTo(0x8000);
        assertThat(packet.broadcast()).isTrue();
        assertThat(packet.ciaddr()).isZero();
        assertThat(new Ip4(packet.giaddr())).hasToString("10.0.2.1");
        assertThat(packet.hardware()).hasToString("02:00:00:00:00:aa");
        assertThat(packet.messageType()).isEqualTo(MessageType.DHCPDISCOVER);
        assertThat(packet.address(OptionType.DHCP_REQUESTED_ADDRESS)).hasToString("192.168.0.12");
        assertThat(packet.clientId()).hasToString("01:02:00:00:00:00:aa");
        assertThat(packet.option(55)).hasToString("01:03:06:0f");
        assertThat(packet.seconds(OptionType.DHCP_LEASE_TIME)).isEqualTo(-1);
        assertThat(packet.maxMessageSize()).isEqualTo(-1);
    }

    @Test
    void theBuilderMakesTheSameOctets() {
        byte[] wanted = Arrays.copyOf(hex(DISCOVER), 300);
        Packet packet = decode(wanted);
        byte[] made =
                PacketBuilder.request(0x3903f326, packet.hardware())
                        .secs(5)
                        .broadcast(true)
                        .giaddr(packet.giaddr())
                        .type(MessageType.DHCPDISCOVER)
                        .option(61, Octets.of(hex("010200000000aa")))
                        .option(50, Octets.of(hex("c0a8000c")))
                        .option(55, Octets.of(hex("0103060f")))
                        .option(12, Octets.of(hex("616263")))
                        .encode();
        // The hand-made host name ends with a NUL inside no option: a pad octet.
        assertThat(HexFormat.of().formatHex(made))
                .isEqualTo(HexFormat.of().formatHex(wanted).replace("61626300ff", "616263ff00"));
    }

    @Test
    void nothingShorterThanAHeaderIsAMessageAndEveryOtherCutHasItsAnswer() {
        byte[] whole = hex(DISCOVER);
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            switch (Packet.decode(cut, length)) {
                case Decoded.Bad<Packet>(Fault fault, int at) -> {
                    Fault expected = length < 236 ? Fault.TOO_SHORT : Fault.OPTION_OVERRUN;
                    assertThat(fault).as("cut at %d", length).isEqualTo(expected);
                    assertThat(at).isBetween(0, length);
                }
                case Decoded.Ok<Packet>(Packet packet) -> {
                    assertThat(length).isGreaterThanOrEqualTo(236);
                    assertThat(packet.hasCookie()).isEqualTo(length >= 240);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "3501, OPTION_OVERRUN, 240",
        "35, OPTION_OVERRUN, 240",
        "0000350101 0cff41, OPTION_OVERRUN, 245",
        "350101 3203c0a800, BAD_OPTION_LENGTH, 245",
        "3500, BAD_OPTION_LENGTH, 242",
        "350101 330100, BAD_OPTION_LENGTH, 245",
        "350101 390102, BAD_OPTION_LENGTH, 245",
        "350101 3603010203, BAD_OPTION_LENGTH, 245",
        "350101 7600, BAD_OPTION_LENGTH, 245",
        "350101 340100, BAD_OVERLOAD, 245",
        "350101 340104, BAD_OVERLOAD, 245",
        "350101 34020101, BAD_OVERLOAD, 245",
    })
    void badOptionsAreNamedWithTheirPlace(String options, Fault fault, int at) {
        assertThat(bad(with(options))).isEqualTo(new Decoded.Bad<>(fault, at));
    }

    @Test
    void aBadHeaderIsNamed() {
        byte[] bytes = hex(DISCOVER);
        bytes[0] = 3;
        assertThat(bad(bytes).fault()).isEqualTo(Fault.BAD_OP);
        bytes[0] = 1;
        bytes[2] = 17;
        assertThat(bad(bytes).fault()).isEqualTo(Fault.BAD_HARDWARE_LENGTH);
        assertThat(bad(new byte[65_508]).fault()).isEqualTo(Fault.TOO_LONG);
        assertThat(Packet.decode(new byte[300], 301)).isInstanceOf(Decoded.Bad.class);
    }

    @Test
    void whatStandsBehindTheEndOrTheLengthIsNoOption() {
        assertThat(decode(with("350101 ff 0c0141")).has(OptionType.HOST_NAME)).isFalse();
        byte[] bytes = with("350101 0c0141");
        Decoded<Packet> shorter = Packet.decode(bytes, bytes.length - 3);
        assertThat(shorter).isInstanceOf(Decoded.Ok.class);
    }

    @Test
    void anOptionThatStandsSeveralTimesIsJoined() {
        Packet packet = decode(with("0c026162 350101 0c00 0c0163 0c026465 ff"));
        assertThat(packet.option(12)).isEqualTo(Octets.ofText("abcde"));
        Packet address = decode(with("350101 3202c0a8 32020001 ff"));
        assertThat(address.address(OptionType.DHCP_REQUESTED_ADDRESS)).hasToString("192.168.0.1");
    }

    @Test
    void overloadBringsOptionsFromFileThenFromServerName() {
        byte[] bytes = with("350101 340103 0c0161 ff");
        byte[] file = hex("0c0162 0f0178 ff");
        byte[] sname = hex("0c0163 ff");
        System.arraycopy(file, 0, bytes, 108, file.length);
        System.arraycopy(sname, 0, bytes, 44, sname.length);
        Packet packet = decode(bytes);
        assertThat(packet.option(12)).isEqualTo(Octets.ofText("abc"));
        assertThat(packet.option(15)).isEqualTo(Octets.ofText("x"));
        bytes[245] = 1;
        assertThat(decode(bytes).option(12)).isEqualTo(Octets.ofText("ab"));
        bytes[245] = 2;
        assertThat(decode(bytes).option(12)).isEqualTo(Octets.ofText("ac"));
    }

    @Test
    void anOverloadedFieldThatRunsOverItsEndIsNamed() {
        byte[] bytes = with("350101 340101 ff");
        bytes[108] = 12;
        bytes[109] = (byte) 127;
        assertThat(bad(bytes)).isEqualTo(new Decoded.Bad<>(Fault.OPTION_OVERRUN, 108));
    }

    @Test
    void aBootpMessageHasNoMessageTypeAndMayHaveNoOptions() {
        Packet bare = decode(Arrays.copyOf(hex(DISCOVER), 236));
        assertThat(bare.hasCookie()).isFalse();
        assertThat(bare.messageType()).isNull();
        assertThat(decode(with("ff")).hasCookie()).isTrue();
        assertThat(decode(with("35010d ff")).messageType()).isNull();
        assertThat(decode(with("350100 ff")).messageType()).isNull();
    }

    @Test
    void anEmptyClientIdentifierIsNone() {
        assertThat(decode(with("3d00 ff")).clientId()).isNull();
    }

    @Test
    void subOptionsOfTheRelayAreFoundAsLongAsTheyAreWhole() {
        Packet packet = decode(with("520a 0102 6162 0504 0a000300 ff"));
        assertThat(packet.agent(1)).isEqualTo(Octets.ofText("ab"));
        assertThat(packet.agent(5)).hasToString("0a:00:03:00");
        assertThat(packet.agent(2)).isNull();
        assertThat(decode(with("5204 0103 6162 ff")).agent(1)).isNull();
        assertThat(decode(with("5201 01 ff")).agent(1)).isNull();
        assertThat(decode(with("ff")).agent(1)).isNull();
    }

    @Test
    void theTextFieldsEndAtTheirNul() {
        byte[] bytes = with("ff");
        System.arraycopy(hex("6162630064"), 0, bytes, 44, 5);
        assertThat(decode(bytes).sname()).isEqualTo("abc");
        Arrays.fill(bytes, 108, 236, (byte) 'x');
        assertThat(decode(bytes).file()).hasSize(128);
    }

    @Test
    void everyOptionIsFoundByItsCodeAndItsName() {
        for (OptionType type : OptionType.values()) {
            assertThat(OptionType.of(type.code())).isEqualTo(type);
            assertThat(OptionType.named(type.word().toUpperCase(java.util.Locale.ROOT)))
                    .isEqualTo(type);
            assertThat(type.code()).isBetween(1, 254);
            assertThat(type.format()).isNotEmpty();
        }
        assertThat(OptionType.of(-1)).isNull();
        assertThat(OptionType.of(256)).isNull();
    }
}
