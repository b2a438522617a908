package org.twinlease.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinlease.Golden;
import org.twinlease.value.Ip4;
import org.twinlease.wire.failover.BindingAck;
import org.twinlease.wire.failover.Messages;
import org.twinlease.wire.pcap.CaptureFile;
import org.twinlease.wire.pcap.CapturedFrame;
import org.twinlease.wire.pcap.Endpoint;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;

class FailoverCommandTest extends Typed {

    private static final Path RESOURCES = Path.of("src", "test", "resources", "failover");

    @TempDir Path folder;

    private int decode(byte[] file, String... more) throws IOException {
        Path path = Files.write(folder.resolve("some.pcap"), file);
        List<String> words = new ArrayList<>(List.of("failover", "decode", path.toString()));
        words.addAll(List.of(more));
        return run(words.toArray(new String[0]));
    }

    private static byte[] capture(String name) throws IOException {
        return Files.readAllBytes(RESOURCES.resolve("captures").resolve(name + ".pcap"));
    }

    private static String expected(String name) throws IOException {
        return Files.readString(RESOURCES.resolve("captures").resolve(name + ".jsonl"));
    }

    private JsonNode object(int line) throws IOException {
        return new ObjectMapper().readTree(out.toString().lines().toList().get(line));
    }

    @Test
    void theFormatOfTheFileMakesNoDifference() throws IOException {
        List<CapturedFrame> frames = story().frames();
        assertThat(decode(CaptureFile.classic(ByteOrder.LITTLE_ENDIAN, false, frames), "--json"))
                .isZero();
        String told = out.toString();
        for (byte[] file :
                List.of(
                        CaptureFile.classic(ByteOrder.BIG_ENDIAN, true, frames),
                        CaptureFile.blocks(ByteOrder.BIG_ENDIAN, frames),
                        CaptureFile.blocks(ByteOrder.LITTLE_ENDIAN, frames),
                        compressed(CaptureFile.classic(ByteOrder.BIG_ENDIAN, false, frames)))) {
            assertThat(decode(file, "--json")).isZero();
            assertThat(out.toString()).isEqualTo(told);
        }
    }

    private static byte[] compressed(byte[] file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(file);
        }
        return bytes.toByteArray();
    }

    @Test
    void everyKindOfMessageIsToldInSentences() throws IOException {
        assertThat(decode(story().file(), "--options")).isZero();
        Golden.check("failover/story.txt", out.toString().replace(System.lineSeparator(), "\n"));
    }

    /// One of each of the protocol's test vectors, from whom it would come.
    private static CaptureOf story() throws IOException {
        CaptureOf capture = new CaptureOf();
        long micros = 0x6500_0000L * 1_000_000;
        for (String line : Files.readAllLines(RESOURCES.resolve("story.txt"))) {
            if (line.startsWith("#")) continue;
            byte[] octets = HexFormat.of().parseHex(line.substring(2));
            boolean primary = line.startsWith("P");
            capture.packet(
                    micros,
                    primary ? CaptureOf.PRIMARY : CaptureOf.SECONDARY,
                    primary ? CaptureOf.SECONDARY : CaptureOf.PRIMARY,
                    octets);
            micros += 250_000;
        }
        return capture;
    }

    @Test
    void aMalformedMessageIsShownWithItsFaultAndTheNextOneIsRead() throws IOException {
        byte[] wrong = Messages.poolresp(5).at(10, 7).encode();
        wrong[3] = 8;
        byte[] file =
                new CaptureOf()
                        .packet(1, CaptureOf.PRIMARY, CaptureOf.SECONDARY, wrong)
                        .primary(Messages.contact().at(11, 8))
                        .file();
        assertThat(decode(file, "--json")).isEqualTo(1);
        assertThat(object(0).get("malformed").asText())
                .isEqualTo("the options begin inside the header or after the end at octet 3");
        assertThat(object(0).get("type").asText()).isEqualTo("POOLRESP");
        assertThat(object(0).get("payload_offset").asInt()).isEqualTo(8);
        assertThat(object(0).get("options").get(0).get("value").asInt()).isEqualTo(5);
        assertThat(object(1).get("type").asText()).isEqualTo("CONTACT");
        assertThat(object(1).has("malformed")).isFalse();
        assertThat(err.toString()).contains("1 of 2 messages are malformed");
        assertThat(decode(file)).isEqualTo(1);
        assertThat(out.toString())
                .contains("Malformed: the options begin inside")
                .contains("hangs up over it");
    }

    @Test
    void aLengthThatIsNoneIsShownAndTheNextPacketRead() throws IOException {
        byte[] file =
                new CaptureOf()
                        .packet(
                                1,
                                CaptureOf.PRIMARY,
                                CaptureOf.SECONDARY,
                                new byte[] {0, 11, 1, 2, 3})
                        .primary(Messages.contact().at(11, 8))
                        .file();
        assertThat(decode(file, "--json")).isEqualTo(1);
        assertThat(object(0).get("raw").asText()).isEqualTo("000b");
        assertThat(object(0).get("length").asInt()).isEqualTo(11);
        assertThat(object(0).has("type")).isFalse();
        assertThat(object(1).get("type").asText()).isEqualTo("CONTACT");
        assertThat(decode(file)).isEqualTo(1);
        assertThat(out.toString()).contains("  ?  Malformed: the length of a failover message");
    }

    @Test
    void whatTheCaptureLacksIsToldWhereItIsMissing() throws IOException {
        byte[] file =
                new CaptureOf()
                        .primary(Messages.contact().at(10, 1))
                        .primary(Messages.contact().at(11, 2))
                        .lose()
                        .primary(Messages.contact().at(12, 3))
                        .file();
        assertThat(decode(file)).isEqualTo(1);
        assertThat(out.toString()).contains("12 octets of this direction are missing");
        assertThat(out.toString()).contains("xid 3").doesNotContain("xid 2");
        assertThat(err.toString()).contains("12 octets are missing").contains("-s 0");
    }

    /// Wherever the file ends: no fault of our own, what is whole is told, and that it is cut.
    @Test
    void aCutFileIsToldAsFarAsItGoes() throws IOException {
        byte[] whole = capture("s1a-start-together");
        List<String> expected = expected("s1a-start-together").lines().toList();
        Set<Integer> ends = packetEnds(whole);
        Set<Integer> sizes = new TreeSet<>(List.copyOf(ends).subList(20, 25));
        for (int size = 30; size < whole.length; size += 97) sizes.add(size);
        for (int size : sizes) {
            boolean behindPacket = ends.contains(size);
            assertThat(decode(Arrays.copyOf(whole, size), "--json"))
                    .isEqualTo(behindPacket ? 0 : 1);
            if (!behindPacket) {
                assertThat(err.toString()).contains("ends in the middle of a packet");
            }
            List<String> told = out.toString().lines().toList();
            List<String> first = expected.subList(0, told.size());
            // Roles are found in the capture, so they are known as soon as CONNECT is.
            if (!told.isEmpty()) assertThat(told).isEqualTo(first);
        }
        byte[] compressed = compressed(whole);
        assertThat(decode(Arrays.copyOf(compressed, compressed.length / 2), "--json")).isIn(1, 2);
        assertThat(err.toString().lines()).isNotEmpty();
        assertThat(decode(Arrays.copyOf(compressed, 12))).isEqualTo(2);
        assertThat(err.toString()).contains("compressed and damaged");
    }

    /// How much of a little-endian pcap file is a file that ends behind a packet.
    private static Set<Integer> packetEnds(byte[] file) {
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        Set<Integer> ends = new TreeSet<>();
        for (int at = 24; at < file.length; at += 16 + in.getInt(at + 8)) ends.add(at);
        return ends;
    }

    @Test
    void whatIsNoCaptureIsRefusedInOneLine() throws IOException {
        assertThat(decode("failover peer".getBytes(StandardCharsets.US_ASCII))).isEqualTo(2);
        assertThat(err.toString()).contains("is neither a pcap nor a pcapng file");
        assertThat(decode(new byte[0])).isEqualTo(2);
        assertThat(run("failover", "decode", folder.resolve("none.pcap").toString())).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(run("failover", "decode", folder.toString())).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "failover",
                "failover decode",
                "failover encode x",
                "failover decode x --port 0",
                "failover decode x --port 65536",
                "failover decode x --port a",
                "failover decode x --primary 10.77.0",
                "failover decode x --secondary 10.77.0.256"
            })
    void wrongWordsEndWithTwoAndOneLine(String line) {
        assertThat(run(line.split(" ", -1))).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void otherPortsAreNamed() throws IOException {
        Endpoint odd = new Endpoint(Ip4.of("10.77.0.3"), 9520);
        byte[] contact = Messages.contact().at(1, 2).encode();
        byte[] file = new CaptureOf().packet(1, CaptureOf.PRIMARY, odd, contact).file();
        assertThat(decode(file)).isZero();
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString())
                .contains("on TCP port 519 or 520 or 647 or 847 in 1 packets; see --port");
        assertThat(decode(file, "--port", "9519,9520")).isZero();
        assertThat(out.toString()).contains("CONTACT");
        Endpoint second = new Endpoint(Ip4.of("10.77.0.3"), 847);
        assertThat(decode(new CaptureOf().packet(1, second, CaptureOf.PRIMARY, contact).file()))
                .isZero();
        assertThat(out.toString()).contains("10.77.0.3 > 10.77.0.2  CONTACT");
    }

    @Test
    void whoIsWhoMayBeSaid() throws IOException {
        byte[] file = capture("s1a-start-together");
        assertThat(decode(file, "--json", "--primary", "10.77.0.3")).isZero();
        assertThat(object(0).get("dir").asText()).isEqualTo("10.77.0.2->primary");
        assertThat(decode(file, "--json", "--secondary", "10.77.0.2")).isZero();
        assertThat(object(0).get("dir").asText()).isEqualTo("secondary->10.77.0.3");
    }

    @Test
    void aLinkLayerThatIsNotReadIsTold() throws IOException {
        CapturedFrame strange = new CapturedFrame(1, 105, new byte[60], 60);
        byte[] file = CaptureFile.classic(ByteOrder.BIG_ENDIAN, false, List.of(strange, strange));
        assertThat(decode(file)).isEqualTo(1);
        assertThat(err.toString()).contains("2 of 2 packets are of a link layer that is not read");
    }

    @Test
    void aReasonThatNobodyKnowsIsToldByItsNumberOnce() throws IOException {
        byte[] ack = BindingAck.accept(Ip4.of("10.77.0.100")).message().at(5, 7).encode();
        byte[] refused = Arrays.copyOf(ack, ack.length + 5);
        System.arraycopy(new byte[] {0, 21, 0, 1, 77}, 0, refused, ack.length, 5);
        refused[1] = (byte) refused.length;
        byte[] file =
                new CaptureOf().packet(1, CaptureOf.SECONDARY, CaptureOf.PRIMARY, refused).file();
        assertThat(decode(file)).isZero();
        assertThat(out.toString()).containsOnlyOnce("reason 77");
    }

    @Test
    void textFromTheWireDoesNotReachTheTerminalAsItIs() throws IOException {
        byte[] file =
                new CaptureOf()
                        .secondary(
                                Messages.disconnect(
                                                org.twinlease.wire.failover.RejectReason.UNKNOWN,
                                                "\u001b[31mred\u0007")
                                        .at(5, 1))
                        .file();
        assertThat(decode(file)).isZero();
        assertThat(out.toString()).contains("?[31mred?").doesNotContain("\u001b");
        assertThat(decode(file, "--json")).isZero();
        assertThat(out.toString()).contains("\\u001B[31mred\\u0007");
    }
}
