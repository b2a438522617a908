package org.twinlease.wire.failover;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinlease.wire.Decoded;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Every message that two dhcpds were recorded to send, 2649 of them: this codec reads them as an
/// independent decoder did, and its factories make the same octets.
class RecordingsTest {

    static List<String> names() {
        return Recording.NAMES;
    }

    @Test
    void thereAreAsManyAsWereRecorded() {
        assertThat(Recording.all()).hasSize(2649);
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyMessageIsReadAsItWasDecoded(String name) {
        for (Recording recorded : Recording.of(name)) {
            FailoverMessage message = Recording.decode(recorded.raw());
            assertThat(Recording.header(message)).isEqualTo(recorded.header());
            assertThat(Recording.options(message)).isEqualTo(recorded.options());
            assertThat(message.encode()).isEqualTo(recorded.raw());
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyMessageIsMadeAgainFromWhatItSays(String name) {
        for (Recording recorded : Recording.of(name)) {
            FailoverMessage message = Recording.decode(recorded.raw());
            assertThat(Remade.of(message)).isEqualTo(message);
        }
    }

    /// The streams of each direction, cut at random into segments.
    @ParameterizedTest
    @MethodSource("names")
    void aStreamIsCutIntoItsMessagesWhereverItWasCutBefore(String name) {
        Map<String, ByteArrayOutputStream> streams = new LinkedHashMap<>();
        Map<String, List<FailoverMessage>> expected = new LinkedHashMap<>();
        for (Recording recorded : Recording.of(name)) {
            String key = recorded.conn() + recorded.src();
            streams.computeIfAbsent(key, _ -> new ByteArrayOutputStream())
                    .writeBytes(recorded.raw());
            expected.computeIfAbsent(key, _ -> new ArrayList<>())
                    .add(Recording.decode(recorded.raw()));
        }
        Random random = new Random(name.hashCode());
        streams.forEach(
                (key, stream) -> {
                    FrameCutter cutter = new FrameCutter();
                    List<FailoverMessage> cut = new ArrayList<>();
                    byte[] bytes = stream.toByteArray();
                    for (int at = 0; at < bytes.length; ) {
                        int size = Math.min(1 + random.nextInt(200), bytes.length - at);
                        byte[] segment = Arrays.copyOfRange(bytes, at, at + size);
                        for (Decoded<FailoverMessage> decoded : cutter.feed(segment, size)) {
                            cut.add(((Decoded.Ok<FailoverMessage>) decoded).message());
                        }
                        at += size;
                    }
                    assertThat(cut).isEqualTo(expected.get(key));
                    assertThat(cutter.held()).isZero();
                });
    }

    @Test
    void everyTruncationIsBadAndNoneThrows() {
        List<Recording> some = Recording.of("s1a-start-together");
        for (Recording recorded : some) {
            for (int size = 0; size < recorded.raw().length; size++) {
                byte[] cut = Arrays.copyOf(recorded.raw(), size);
                assertThat(FailoverMessage.decode(cut)).isInstanceOf(Decoded.Bad.class);
            }
        }
    }
}
