package org.twinlease.wire.omapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.jspecify.annotations.Nullable;
import org.twinlease.value.Octets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// A recorded conversation of omshell 4.4.3-P1, or of a scripted client, with dhcpd 4.4.3-P1.
record OmapiSession(String name, JsonNode root) {

    private static final Path FOLDER = Path.of("src", "test", "resources", "omapi");

    static List<OmapiSession> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<OmapiSession> all = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                JsonNode root = new ObjectMapper().readTree(file.toFile());
                all.add(new OmapiSession(root.get("name").asText(), root));
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static OmapiSession of(String name) {
        return all().stream().filter(each -> each.name.equals(name)).findFirst().orElseThrow();
    }

    /// All octets of one direction, `Client` or `Server`.
    byte[] stream(String from) {
        return HexFormat.of().parseHex(root.get("octetsFrom" + from).asText());
    }

    /// The frames of one direction that are messages, `client` or `server`.
    List<JsonNode> messages(String from) {
        List<JsonNode> messages = new ArrayList<>();
        for (JsonNode frame : root.get("frames")) {
            boolean message = frame.get("kind").asText().equals("message");
            if (message && frame.get("from").asText().equals(from)) messages.add(frame);
        }
        return messages;
    }

    static byte[] octets(JsonNode frame) {
        return HexFormat.of().parseHex(frame.get("hex").asText());
    }

    /// The server's key; null when it had none.
    @Nullable OmapiKey key() {
        JsonNode key = root.get("serverKey");
        if (key == null || key.isNull()) return null;
        byte[] secret = Base64.getDecoder().decode(key.get("secretBase64").asText());
        OmapiAlgorithm algorithm = OmapiAlgorithm.ofWord(key.get("algorithm").asText());
        return new OmapiKey(
                key.get("keyName").asText(), Objects.requireNonNull(algorithm), Octets.of(secret));
    }

    @Override
    public String toString() {
        return name;
    }
}
