package org.twinlease.wire.failover;

import org.twinlease.value.BindingState;
import org.twinlease.value.Octets;
import org.twinlease.value.ServerState;
import org.twinlease.wire.Decoded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/// One message of a recording of two dhcpds, with what an independent decoder made of it: its
/// header in words and each option as number, length and value.
record Recording(int conn, String src, String header, byte[] raw, List<String> options) {

    /// The recordings that have messages, in `src/test/resources/failover/recordings`. A line has
    /// n, seconds since the first packet, connection, source, destination, messages in the segment,
    /// type, length, payload offset, time, xid and the octets; then the options.
    static final List<String> NAMES = lines("recordings.txt");

    static List<Recording> of(String name) {
        return lines("recordings/" + name + ".txt").stream()
                .filter(line -> !line.startsWith("#"))
                .map(Recording::parse)
                .toList();
    }

    static List<Recording> all() {
        return NAMES.stream().flatMap(name -> of(name).stream()).toList();
    }

    private static Recording parse(String line) {
        String[] parts = line.split(" \\| ", -1);
        String[] f = parts[0].split(" ", -1);
        return new Recording(
                Integer.parseInt(f[2]),
                f[3],
                String.join(" ", f[6], f[7], f[8], f[9], f[10]),
                HexFormat.of().parseHex(f[11]),
                List.of(parts).subList(1, parts.length));
    }

    static List<String> lines(String resource) {
        try (InputStream in = Recording.class.getResourceAsStream("/failover/" + resource)) {
            byte[] bytes = Objects.requireNonNull(in, resource).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static FailoverMessage decode(byte[] bytes) {
        return switch (FailoverMessage.decode(bytes)) {
            case Decoded.Ok<FailoverMessage>(FailoverMessage message) -> message;
            case Decoded.Bad<FailoverMessage> bad ->
                    throw new AssertionError(bad + " " + HexFormat.of().formatHex(bytes));
        };
    }

    static FailoverMessage decode(String hex) {
        return decode(HexFormat.of().parseHex(hex));
    }

    /// The header of a message in the words of a recording.
    static String header(FailoverMessage m) {
        return "%s %d %d %d %d"
                .formatted(m.type(), m.length(), m.payloadOffset(), m.time(), m.xid());
    }

    /// The options of a message in the words of a recording.
    static List<String> options(FailoverMessage message) {
        List<String> shown = new ArrayList<>();
        for (FailoverField field : message.options()) {
            shown.add(field.code() + " " + field.data().length() + " " + value(field));
        }
        return shown;
    }

    private static String value(FailoverField field) {
        Octets data = field.data();
        FailoverOption option = Objects.requireNonNull(field.option());
        byte[] bytes = data.toArray();
        return switch (option) {
            case BINDING_STATUS -> BindingState.of(bytes[0]).word() + "(" + bytes[0] + ")";
            case SERVER_STATE ->
                    Objects.requireNonNull(ServerState.ofCode(data.at(0))).word()
                            + "("
                            + data.at(0)
                            + ")";
            case REJECT_REASON -> RejectReason.words(data.at(0)) + "(" + data.at(0) + ")";
            case CLIENT_HARDWARE_ADDRESS ->
                    data.at(0) + "/" + Octets.of(bytes, 1, bytes.length - 1).hex();
            default ->
                    switch (option.shape()) {
                        case U8 -> Integer.toString(data.at(0));
                        case U16 -> Short.toString(ByteBuffer.wrap(bytes).getShort());
                        case U32 -> Integer.toUnsignedString(ByteBuffer.wrap(bytes).getInt());
                        case IP ->
                                data.at(0) + "." + data.at(1) + "." + data.at(2) + "." + data.at(3);
                        case TEXT -> data.text();
                        case HBA, BYTES -> HexFormat.of().formatHex(bytes);
                    };
        };
    }
}
