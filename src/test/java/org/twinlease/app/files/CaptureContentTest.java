package org.twinlease.app.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinlease.console.model.ConsoleFiles.Heard;
import org.twinlease.control.PassedView;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;
import org.twinlease.wire.dhcp.MessageType;
import org.twinlease.wire.dhcp.PacketBuilder;
import org.twinlease.wire.failover.Messages;
import org.twinlease.wire.pcap.CaptureReader;
import org.twinlease.wire.pcap.CapturedFrame;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What passed at servers as a file for Wireshark.
final class CaptureContentTest {

    private static final Ip4 A = Ip4.of("10.20.0.4");
    private static final Ip4 B = Ip4.of("10.20.0.5");
    private static final Ip4 RELAY = Ip4.of("10.20.0.1");

    private static PassedView discover(int port, long millis) {
        byte[] octets =
                PacketBuilder.request(7, HardwareAddress.ethernet(9))
                        .type(MessageType.DHCPDISCOVER)
                        .encode();
        return new PassedView(0, millis, false, false, RELAY, 41_000, A, port, Octets.of(octets));
    }

    private static PassedView contact(int port, boolean outgoing, long millis) {
        byte[] octets = Messages.contact().at(1_700_000_000L, 5).encode();
        Ip4 from = outgoing ? A : B;
        Ip4 to = outgoing ? B : A;
        int own = outgoing ? port : port + 1;
        int other = outgoing ? port + 1 : port;
        return new PassedView(1, millis, true, outgoing, from, own, to, other, Octets.of(octets));
    }

    private static byte[] file(Heard... servers) throws IOException {
        var out = new ByteArrayOutputStream();
        new CaptureContent(List.of(servers), "Twinlease test").writeTo(out);
        return out.toByteArray();
    }

    private static List<CapturedFrame> frames(byte[] file) {
        CaptureReader reader = new CaptureReader();
        List<CapturedFrame> frames = reader.feed(file, file.length);
        assertThat(reader.end()).isNull();
        return frames;
    }

    private static String ports(CapturedFrame frame) {
        byte[] ip = frame.octets();
        int from = (ip[20] & 255) << 8 | (ip[21] & 255);
        int to = (ip[22] & 255) << 8 | (ip[23] & 255);
        return (ip[9] == 6 ? "tcp " : "udp ") + from + " " + to;
    }

    @Test
    void packetsOfAllServersStandInTheOrderOfTime() throws IOException {
        byte[] file =
                file(
                        new Heard("a", List.of(discover(67, 30), contact(647, true, 50))),
                        new Heard("b", List.of(discover(67, 40))));
        assertThat(frames(file))
                .extracting(f -> f.nanos() / 1_000_000)
                .containsExactly(30L, 40L, 50L);
        assertThat(frames(file))
                .extracting(CaptureContentTest::ports)
                .containsExactly("udp 41000 67", "udp 41000 67", "tcp 647 648");
    }

    @Test
    void serversOnPortsOfTheirOwnAreWrittenOnThoseOfTheProtocolsAndThatIsSaid() throws IOException {
        byte[] file = file(new Heard("a", List.of(discover(6_767, 1), contact(42_000, false, 2))));
        assertThat(frames(file))
                .extracting(CaptureContentTest::ports)
                .containsExactly("udp 41000 67", "tcp 42001 647");
        assertThat(new String(file, StandardCharsets.ISO_8859_1))
                .contains("a; UDP 6767 is shown as 67, TCP 42000 is shown as 647");
    }

    /// Wireshark's own reading of both protocols, where it is installed.
    @Test
    @Tag("lab")
    void wiresharkReadsBothProtocolsAndFindsNothingMalformed(@TempDir Path folder)
            throws IOException, InterruptedException {
        Path tshark = Path.of("/usr/bin/tshark");
        assumeTrue(Files.isExecutable(tshark), "tshark is not installed");
        Path capture = folder.resolve("live.pcapng");
        Files.write(
                capture,
                file(new Heard("a", List.of(discover(6_767, 1), contact(42_000, true, 2)))));
        var process =
                new ProcessBuilder(
                                tshark.toString(),
                                "-o",
                                "udp.check_checksum:TRUE",
                                "-r",
                                capture.toString(),
                                "-T",
                                "fields",
                                "-e",
                                "_ws.col.Protocol",
                                "-e",
                                "_ws.malformed")
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        assertThat(said.lines().map(String::strip)).containsExactly("DHCP", "DHCPFO");
    }
}
