package org.twinlease.wire.failover;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/// The messages of the protocol's test vectors: twenty made from the specification, and one of each
/// kind captured between two dhcpds.
class VectorsTest {

    static List<String> made() {
        return Recording.lines("wire-messages.txt");
    }

    static List<String> captured() {
        return Recording.lines("captured-messages.txt");
    }

    @ParameterizedTest
    @MethodSource("made")
    void aMadeMessageHasItsFields(String line) {
        String[] parts = line.split(" \\| ", -1);
        String[] f = parts[0].split(" ", -1);
        FailoverMessage message = Recording.decode(f[4]);
        assertThat(message.typeCode() + " " + message.length() + " " + message.time())
                .isEqualTo(f[0] + " " + f[1] + " " + f[2]);
        assertThat(message.xid()).isEqualTo(Long.parseLong(f[3]));
        List<String> fields = new ArrayList<>();
        for (FailoverField field : message.options()) {
            FailoverOption option = Objects.requireNonNull(field.option());
            assertThat(message.has(option)).isTrue();
            fields.add(option.label() + " " + value(message, option));
        }
        assertThat(fields).isEqualTo(List.of(parts).subList(1, parts.length));
        assertThat(Remade.of(message)).isEqualTo(message);
    }

    private static String value(FailoverMessage message, FailoverOption option) {
        return switch (option.shape()) {
            case U8, U16, U32 -> Long.toString(message.number(option));
            case IP -> message.ip(option).toString();
            case TEXT -> message.text(option);
            case HBA, BYTES ->
                    HexFormat.of()
                            .formatHex(Objects.requireNonNull(message.bytes(option)).toArray());
        };
    }

    @ParameterizedTest
    @MethodSource("captured")
    void aCapturedMessageIsMadeAgain(String line) {
        String[] f = line.substring(0, line.indexOf(" | ")).split(" ", -1);
        FailoverMessage message = Recording.decode(f[2]);
        assertThat(message.typeCode() + " " + message.type()).isEqualTo(f[0] + " " + f[1]);
        assertThat(line).contains("xid=" + message.xid() + " po=12 len=" + message.length());
        assertThat(Remade.of(message)).isEqualTo(message);
    }

    @Test
    void allTypesAreThere() {
        assertThat(
                        made().stream()
                                .map(line -> Integer.parseInt(line.substring(0, line.indexOf(' '))))
                                .map(MessageType::ofCode)
                                .distinct())
                .containsExactlyInAnyOrder(MessageType.values());
    }
}
