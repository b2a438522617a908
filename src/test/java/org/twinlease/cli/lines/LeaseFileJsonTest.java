package org.twinlease.cli.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinlease.isc.leases.Decode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Lease files as JSON, held against decodes that were compared with what a dhcpd wrote back.
class LeaseFileJsonTest {
    private static final Path FILES = Path.of("src/test/resources/isc/leases");
    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<String> files() throws IOException {
        try (Stream<Path> all = Files.list(FILES)) {
            return all
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".leases"))
                    .map(name -> name.substring(0, name.length() - ".leases".length()))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFileReadsAsItWasDecoded(String name) throws IOException {
        JsonNode golden = JSON.readTree(Files.readAllBytes(FILES.resolve(name + ".json")));
        byte[] octets = Files.readAllBytes(FILES.resolve(name + ".leases"));
        Decode decode = Decode.of(name, octets, golden.get("assumedNow").asLong());
        ObjectNode expected = golden.deepCopy();
        expected.remove(Set.of("name", "about", "dhcpd"));
        // What a dhcpd loses for want of a subnet follows from another file.
        if (name.startsWith("19-")) expected.putArray("lostByDhcpd");
        JsonNode found = JSON.readTree(LeaseFileJson.document(decode).toString());
        assertThat(sorted(found)).isEqualTo(sorted(expected));
    }

    /// With the keys in order, and without reasons, which are in words of our own.
    private static String sorted(JsonNode node) {
        return order(node).toPrettyString();
    }

    private static JsonNode order(JsonNode node) {
        if (node.isArray()) {
            ArrayNode array = JSON.createArrayNode();
            node.forEach(each -> array.add(order(each)));
            return array;
        }
        if (!node.isObject()) return node;
        var keys = new TreeMap<String, JsonNode>();
        node.properties().forEach(each -> keys.put(each.getKey(), order(each.getValue())));
        keys.remove("reason");
        ObjectNode object = JSON.createObjectNode();
        object.setAll(keys);
        return object;
    }

    /// Files are cut off anywhere and octets change; each is decoded all the same.
    @Test
    void noOctetsMakeTheDecoderThrow() throws IOException {
        SplittableRandom random = new SplittableRandom(5);
        for (String name : files().toList()) {
            byte[] octets = Files.readAllBytes(FILES.resolve(name + ".leases"));
            for (int i = 0; i < 40; i++) {
                byte[] broken = Arrays.copyOf(octets, random.nextInt(octets.length + 1));
                for (int j = random.nextInt(4); j > 0 && broken.length > 0; j--) {
                    broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
                }
                assertThatCode(() -> LeaseFileJson.document(Decode.of("f", broken, 0)))
                        .doesNotThrowAnyException();
            }
        }
    }
}
