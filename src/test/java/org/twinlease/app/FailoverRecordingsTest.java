package org.twinlease.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;
import org.twinlease.wire.failover.FailoverMessage;
import org.twinlease.wire.failover.FailoverOption;
import org.twinlease.wire.failover.MessageType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// What two real dhcpd said to each other: told as the lab's own decoder tells it, to the octet,
/// and told so that the message can be made again from it.
class FailoverRecordingsTest extends Typed {

    private static final Path FEW = Path.of("src", "test", "resources", "failover", "captures");
    private static final Path ALL = Path.of("..", "shared", "golden", "isc-4.4.3");
    private static final String SUFFIX = ".pcap";

    @TestFactory
    Stream<DynamicTest> aRecordingIsDecodedAsTheLabDecodesIt() throws IOException {
        return recordings(FEW, SUFFIX).map(FailoverRecordingsTest::test);
    }

    @TestFactory
    Stream<DynamicTest> everyRecordingOfTheLabIsDecodedAsTheLabDecodesIt() throws IOException {
        if (!Files.isDirectory(ALL)) {
            return Stream.of(
                    DynamicTest.dynamicTest(
                            "the lab's recordings",
                            () -> assumeTrue(false, "there are no recordings in " + ALL)));
        }
        return recordings(ALL, "failover" + SUFFIX).map(FailoverRecordingsTest::test);
    }

    private static Stream<Path> recordings(Path folder, String name) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> found =
                    files.filter(file -> file.getFileName().toString().endsWith(name))
                            .sorted()
                            .toList();
            assertThat(found).isNotEmpty();
            return found.stream();
        }
    }

    private static DynamicTest test(Path capture) {
        return DynamicTest.dynamicTest(
                capture.toString(), () -> new FailoverRecordingsTest().check(capture));
    }

    private void check(Path capture) throws IOException {
        assertThat(decode(capture, "--json")).isZero();
        String path = capture.toString();
        Path decoded = Path.of(path.substring(0, path.length() - SUFFIX.length()) + ".jsonl");
        String told = out.toString().replace(System.lineSeparator(), "\n");
        assertThat(told).isEqualTo(Files.readString(decoded));
        assertThat(err.toString().isEmpty()).isEqualTo(!told.isEmpty());
        for (String line : told.lines().toList()) {
            JsonNode message = new ObjectMapper().readTree(line);
            assertThat(HexFormat.of().formatHex(made(message).encode()))
                    .isEqualTo(message.get("raw").asText());
        }
        assertThat(decode(capture)).isZero();
        assertThat(out.toString().lines().count()).isEqualTo(told.lines().count());
        assertThat(out.toString()).doesNotContain("1970", "in state -1", "-1 ", "null");
    }

    private int decode(Path file, String... more) {
        String[] words =
                Stream.concat(Stream.of("failover", "decode", file.toString()), Stream.of(more))
                        .toArray(String[]::new);
        return run(words);
    }

    /// The message made anew from nothing but what the decoded line says.
    private static FailoverMessage made(JsonNode line) {
        MessageType type = MessageType.valueOf(line.get("type").asText());
        FailoverMessage.Builder builder = FailoverMessage.of(type);
        for (JsonNode option : line.get("options")) put(builder, option);
        return builder.build().at(line.get("time").asLong(), line.get("xid").asLong());
    }

    private static void put(FailoverMessage.Builder builder, JsonNode line) {
        FailoverOption option =
                Objects.requireNonNull(FailoverOption.ofCode(line.get("code").asInt()));
        JsonNode value = line.get("value");
        if (value.isObject()) {
            String octets =
                    "%02x:%s".formatted(value.get("htype").asInt(), value.get("addr").asText());
            builder.put(option, Octets.of(HexFormat.ofDelimiter(":").parseHex(octets)));
        } else if (value.isNumber()) {
            builder.put(option, value.asLong());
        } else {
            String text = value.asText();
            switch (option.shape()) {
                case U8 -> builder.put(option, number(text));
                case IP -> builder.put(option, Ip4.of(text));
                case TEXT -> builder.put(option, text);
                default -> builder.put(option, Octets.of(HexFormat.of().parseHex(text)));
            }
        }
    }

    /// The number in `recover(6)`.
    private static long number(String text) {
        return Long.parseLong(text.substring(text.lastIndexOf('(') + 1, text.length() - 1));
    }
}
