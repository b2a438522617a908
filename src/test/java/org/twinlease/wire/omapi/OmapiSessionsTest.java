package org.twinlease.wire.omapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinlease.wire.Decoded;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/// What a real dhcpd and its own client sent each other is read as the recording says, made again
/// octet by octet, and signed as it was.
final class OmapiSessionsTest {

    @Test
    void thereAreRecordingsOfEverythingThatIsUsed() {
        assertThat(OmapiSession.all()).hasSize(32);
        assertThat(OmapiSession.all().stream().filter(each -> each.key() != null)).hasSize(8);
    }

    @ParameterizedTest
    @MethodSource("org.twinlease.wire.omapi.OmapiSession#all")
    void eachMessageIsReadAsRecordedAndMadeAgain(OmapiSession session) {
        for (String from : List.of("client", "server")) {
            for (JsonNode frame : session.messages(from)) {
                byte[] octets = OmapiSession.octets(frame);
                OmapiMessage message = only(octets);
                JsonNode said = frame.get("decoded");
                assertThat(message.authenticator()).isEqualTo(said.get("authid").intValue());
                assertThat(message.operation().code()).isEqualTo(said.get("op").intValue());
                assertThat(message.handle()).isEqualTo(said.get("handle").intValue());
                assertThat(message.id() & 0xFFFF_FFFFL).isEqualTo(said.get("id").longValue());
                assertThat(message.answers() & 0xFFFF_FFFFL).isEqualTo(said.get("rid").longValue());
                assertThat(words(message.about())).isEqualTo(recorded(said.get("messageValues")));
                assertThat(words(message.values())).isEqualTo(recorded(said.get("objectValues")));
                assertThat(hex(message.signature().toArray()))
                        .isEqualTo(said.get("signature").asText());
                assertThat(hex(message.encode())).isEqualTo(hex(octets));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.twinlease.wire.omapi.OmapiSession#all")
    void theStreamIsCutWhereverTcpCutsIt(OmapiSession session) {
        for (String from : List.of("Client", "Server")) {
            byte[] stream = session.stream(from);
            int messages = session.messages(from.toLowerCase(Locale.ROOT)).size();
            OmapiCutter whole = new OmapiCutter();
            assertThat(whole.feed(stream, stream.length)).hasSize(messages);
            OmapiCutter single = new OmapiCutter();
            List<Decoded<OmapiMessage>> cut = new ArrayList<>();
            for (byte octet : stream) cut.addAll(single.feed(new byte[] {octet}, 1));
            assertThat(cut).hasSize(messages).allMatch(Decoded.Ok.class::isInstance);
            assertThat(single.held()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("org.twinlease.wire.omapi.OmapiSession#all")
    void signaturesHoldWhereTheRecordingSaysSo(OmapiSession session) {
        OmapiKey key = session.key();
        for (String from : List.of("client", "server")) {
            for (JsonNode frame : session.messages(from)) {
                if (!frame.has("signatureValidWithSecret")) continue;
                OmapiMessage message = only(OmapiSession.octets(frame));
                assertThat(key).isNotNull();
                if (key == null) return;
                boolean good = frame.get("signatureValidWithSecret").asBoolean();
                assertThat(message.isSignedBy(key)).isEqualTo(good);
                OmapiMessage again = message.signed(message.authenticator(), key);
                assertThat(again.equals(message)).isEqualTo(good);
            }
        }
    }

    static OmapiMessage only(byte[] octets) {
        OmapiCutter cutter = new OmapiCutter();
        byte[] startup = OmapiMessage.STARTUP.toArray();
        assertThat(cutter.feed(startup, startup.length)).isEmpty();
        List<Decoded<OmapiMessage>> cut = cutter.feed(octets, octets.length);
        assertThat(cut).hasSize(1);
        assertThat(cutter.held()).isZero();
        return ((Decoded.Ok<OmapiMessage>) cut.getFirst()).message();
    }

    private static List<String> words(List<OmapiValue> values) {
        return values.stream()
                .map(value -> value.name() + "=" + hex(value.octets().toArray()))
                .toList();
    }

    private static List<String> recorded(JsonNode values) {
        List<String> words = new ArrayList<>();
        for (JsonNode value : values) {
            words.add(value.get("name").asText() + "=" + value.get("hex").asText());
        }
        return words;
    }

    private static String hex(byte[] octets) {
        return HexFormat.of().formatHex(octets);
    }
}
