package org.twinlease.wire.dhcp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Octets;
import org.twinlease.wire.Decoded;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/// What holds for all messages: decoding never throws, what was put in comes out, and a message in
/// the form that this builder makes is made again octet by octet.
class PacketLawsTest {
    private static final int ROUNDS = 3_000;

    private final Random random = new Random(20_260_101);

    private Octets octets(int most) {
        byte[] bytes = new byte[random.nextInt(most + 1)];
        random.nextBytes(bytes);
        return Octets.of(bytes);
    }

    private Map<Integer, Octets> anyOptions(int most) {
        Map<Integer, Octets> options = new LinkedHashMap<>();
        int count = random.nextInt(12);
        for (int i = 0; i < count; i++) {
            int code = 60 + random.nextInt(190);
            if (code == 82 || code == 118) continue;
            options.put(code, octets(random.nextInt(8) == 0 ? most : 20));
        }
        return options;
    }

    private PacketBuilder anyHeader() {
        HardwareAddress hardware = new HardwareAddress(random.nextInt(256), octets(16));
        return PacketBuilder.request(random.nextInt(), hardware)
                .hops(random.nextInt(256))
                .secs(random.nextInt(65_536))
                .broadcast(random.nextBoolean())
                .ciaddr(random.nextInt())
                .yiaddr(random.nextInt())
                .siaddr(random.nextInt())
                .giaddr(random.nextInt());
    }

    @Test
    void whatIsPutInComesOut() {
        for (int i = 0; i < ROUNDS; i++) {
            Map<Integer, Octets> options = anyOptions(700);
            PacketBuilder builder = anyHeader().type(MessageType.DHCPACK);
            options.forEach(builder::option);
            Octets agent = random.nextBoolean() ? octets(300) : null;
            if (agent != null) builder.option(82, agent);
            Packet packet = PacketTest.decode(builder.encode());
            options.forEach((code, value) -> assertThat(packet.option(code)).isEqualTo(value));
            assertThat(packet.option(82)).isEqualTo(agent);
            assertThat(packet.messageType()).isEqualTo(MessageType.DHCPACK);
            assertThat(packet.has(52)).isFalse();
        }
    }

    @Test
    void aReplyThatMustBeShortHasEveryOptionWholeOrNotAtAll() {
        for (int i = 0; i < ROUNDS; i++) {
            int max = 200 + random.nextInt(500);
            Map<Integer, Octets> options = anyOptions(400);
            PacketBuilder builder = anyHeader().type(MessageType.DHCPOFFER);
            options.forEach(builder::option);
            byte[] bytes = builder.encode(max);
            assertThat(bytes.length).isBetween(300, Math.max(300, max));
            Packet packet = PacketTest.decode(bytes);
            assertThat(packet.messageType()).isEqualTo(MessageType.DHCPOFFER);
            options.forEach((code, value) -> assertThat(packet.option(code)).isIn(null, value));
        }
    }

    @Test
    void aMessageThatFitsExactlyIsNotOverloaded() {
        PacketBuilder builder = anyHeader().type(MessageType.DHCPACK);
        builder.option(60, Octets.of(new byte[255])).option(61, Octets.of(new byte[45]));
        int exact = 240 + 3 + 257 + 47 + 1;
        assertThat(PacketTest.decode(builder.encode(exact)).has(52)).isFalse();
        assertThat(builder.encode(exact)).hasSize(exact);
        assertThat(PacketTest.decode(builder.encode(exact - 1)).has(52)).isTrue();
    }

    @Test
    void aCanonicalMessageIsMadeAgainOctetByOctet() {
        for (int i = 0; i < ROUNDS; i++) {
            PacketBuilder builder = anyHeader().type(MessageType.DHCPREQUEST);
            anyOptions(600).forEach(builder::option);
            byte[] bytes = builder.encode();
            assertThat(again(bytes)).isEqualTo(bytes);
        }
    }

    /// Reads a message and builds it anew, its options in their order.
    private static byte[] again(byte[] bytes) {
        Packet packet = PacketTest.decode(bytes);
        PacketBuilder builder =
                PacketBuilder.request(packet.xid(), packet.hardware())
                        .hops(packet.hops())
                        .secs(packet.secs())
                        .broadcast(packet.broadcast())
                        .ciaddr(packet.ciaddr())
                        .yiaddr(packet.yiaddr())
                        .siaddr(packet.siaddr())
                        .giaddr(packet.giaddr());
        for (int at = 240; (bytes[at] & 255) != 255; at += 2 + (bytes[at + 1] & 255)) {
            int code = bytes[at] & 255;
            Octets value = packet.option(code);
            if (value != null) builder.option(code, value);
        }
        return builder.encode();
    }

    @Test
    void decodingAnyOctetsNeverThrows() {
        int ok = 0;
        for (int i = 0; i < 200_000; i++) {
            byte[] bytes = Mutations.packet(random);
            switch (Packet.decode(bytes, bytes.length)) {
                case Decoded.Ok<Packet>(Packet packet) -> {
                    ok++;
                    readAll(packet);
                }
                case Decoded.Bad<Packet>(var fault, int at) -> {
                    assertThat(at).isBetween(0, bytes.length);
                    assertThat(fault.words()).isNotEmpty();
                }
            }
        }
        assertThat(ok).as("enough of them can be read").isGreaterThan(20_000);
    }

    private static void readAll(Packet packet) {
        for (int code = -1; code <= 256; code++) if (packet.has(code)) packet.option(code);
        for (int sub = 0; sub < 4; sub++) packet.agent(sub);
        packet.hardware();
        packet.messageType();
        packet.clientId();
        packet.maxMessageSize();
        packet.sname();
        packet.file();
        packet.address(OptionType.DHCP_SERVER_IDENTIFIER);
        packet.seconds(OptionType.DHCP_LEASE_TIME);
    }

    @Test
    @Timeout(10)
    void aPacketOfNothingButPiecesOfOneOptionIsReadInLinearTime() {
        byte[] bytes = new byte[65_507];
        System.arraycopy(PacketTest.hex("63825363"), 0, bytes, 236, 4);
        bytes[0] = 1;
        for (int at = 240; at + 3 <= bytes.length; at += 3) {
            bytes[at] = 12;
            bytes[at + 1] = 1;
        }
        for (int i = 0; i < 500; i++) {
            assertThat(PacketTest.decode(bytes).option(12))
                    .extracting(Octets::length)
                    .isEqualTo(21_755);
        }
    }
}
