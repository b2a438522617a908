package org.twinlease.wire.pcap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.twinlease.value.Ip4;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// What is written is read back by the reader of captures, and is what the network would have
/// carried.
class CaptureWriterTest {

    private static final Endpoint A = new Endpoint(Ip4.of("10.0.0.1"), 647);
    private static final Endpoint B = new Endpoint(Ip4.of("10.0.0.2"), 40_123);
    private static final Endpoint CLIENT = new Endpoint(Ip4.ZERO, 68);
    private static final Endpoint SERVER = new Endpoint(Ip4.BROADCAST, 67);
    private static final long MICROS = 1_795_456_399_718_316L;

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private final IpPackets packets = new IpPackets();

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private List<CapturedFrame> read() {
        CaptureReader reader = new CaptureReader();
        List<CapturedFrame> frames = reader.feed(file.toByteArray(), file.size());
        assertThat(reader.end()).isNull();
        return frames;
    }

    @Test
    void framesComeBackWithTheirTimeAndTheirOctets() throws IOException {
        var writer = new CaptureWriter(file, "Twinlease test");
        assertThat(writer.face("dhcp-a", "the first")).isZero();
        assertThat(writer.face("dhcp-b", "")).isEqualTo(1);
        for (int length : new int[] {1, 2, 3, 4, 301}) {
            writer.packet(length % 2, MICROS + length, new byte[length], length > 2);
        }
        assertThat(read())
                .extracting(CapturedFrame::nanos)
                .containsExactly(
                        (MICROS + 1) * 1_000,
                        (MICROS + 2) * 1_000,
                        (MICROS + 3) * 1_000,
                        (MICROS + 4) * 1_000,
                        (MICROS + 301) * 1_000);
        assertThat(read()).extracting(f -> f.octets().length).containsExactly(1, 2, 3, 4, 301);
        assertThat(read()).allMatch(CapturedFrame::isReadable);
    }

    @Test
    void everyBlockHasItsLengthAtBothEndsAndStandsAtAMultipleOfFour() throws IOException {
        var writer = new CaptureWriter(file, "x");
        writer.packet(writer.face("abcde", "f"), MICROS, octets("seven.."), true);
        var bytes = java.nio.ByteBuffer.wrap(file.toByteArray());
        var types = new ArrayList<Integer>();
        while (bytes.hasRemaining()) {
            int start = bytes.position();
            types.add(bytes.getInt());
            int length = bytes.getInt();
            assertThat(length % 4).isZero();
            assertThat(bytes.getInt(start + length - 4)).isEqualTo(length);
            bytes.position(start + length);
        }
        assertThat(types).containsExactly(0x0A0D0D0A, 1, 6);
    }

    @Test
    void aDatagramHasRightLengthsAndChecksums() {
        byte[] udp = packets.udp(CLIENT, SERVER, octets("odd"));
        assertThat(udp).hasSize(20 + 8 + 3);
        assertThat(u16(udp, 2)).isEqualTo(udp.length);
        assertThat(u16(udp, 24)).isEqualTo(11);
        assertThat(List.of(u16(udp, 20), u16(udp, 22))).containsExactly(68, 67);
        assertThat(sum(udp, 0, 20)).as("IP header").isEqualTo(0xFFFF);
        assertThat(pseudo(udp, 17)).as("UDP").isEqualTo(0xFFFF);
        byte[] tcp = packets.tcp(A, B, octets("even"));
        assertThat(pseudo(tcp, 6)).as("TCP").isEqualTo(0xFFFF);
    }

    @Test
    void segmentsOfAConnectionGoOnWhereTheLastOneEnded() throws IOException {
        var writer = new CaptureWriter(file, "x");
        int face = writer.face("a", "");
        writer.packet(face, MICROS, packets.tcp(A, B, octets("con")), true);
        writer.packet(face, MICROS, packets.tcp(B, A, octets("ack")), false);
        writer.packet(face, MICROS, packets.tcp(A, B, octets("tact")), true);
        var streams = new TcpStreams<>(Set.of(647), StringBuilder::new);
        var told = new ArrayList<String>();
        for (CapturedFrame frame : read()) {
            Segment segment = Objects.requireNonNull(Segment.of(frame));
            assertThat(segment.ack()).isTrue();
            var chunk = streams.take(frame);
            if (chunk == null) continue;
            assertThat(chunk.lost()).isZero();
            String text = new String(chunk.octets(), StandardCharsets.US_ASCII);
            told.add(chunk.src().port() + " " + chunk.reader().append(text));
        }
        assertThat(told).containsExactly("647 con", "40123 ack", "647 contact");
    }

    private static int u16(byte[] in, int at) {
        return (in[at] & 255) << 8 | (in[at + 1] & 255);
    }

    private static int sum(byte[] in, int at, int length) {
        int sum = 0;
        for (int i = 0; i < length; i++) sum += (in[at + i] & 255) << (i % 2 == 0 ? 8 : 0);
        while (sum > 0xFFFF) sum = (sum & 0xFFFF) + (sum >>> 16);
        return sum;
    }

    /// The sum over what a receiver checks; all ones when the checksum is right.
    private static int pseudo(byte[] ip, int protocol) {
        int length = ip.length - 20;
        int sum = sum(ip, 12, 8) + protocol + length + sum(ip, 20, length);
        while (sum > 0xFFFF) sum = (sum & 0xFFFF) + (sum >>> 16);
        return sum;
    }
}
