package org.twinlease.wire.pcap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinlease.value.Ip4;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;

class TcpStreamsTest {

    private static final Endpoint A = Frames.PRIMARY;
    private static final Endpoint B = Frames.SECONDARY;
    private static final byte[] NOTHING = new byte[0];

    private final TcpStreams<StringBuilder> streams =
            new TcpStreams<>(Set.of(647, 847), StringBuilder::new);
    private final List<String> told = new ArrayList<>();

    private void take(CapturedFrame frame) {
        StreamChunk<StringBuilder> chunk = streams.take(frame);
        if (chunk != null) tell(chunk);
    }

    private void tell(StreamChunk<StringBuilder> chunk) {
        String text = new String(chunk.octets(), StandardCharsets.US_ASCII);
        chunk.reader().append(text);
        String hole = chunk.lost() > 0 ? " lost " + chunk.lost() : "";
        told.add("c" + chunk.connection() + " " + chunk.src().port() + " " + text + hole);
    }

    private void send(Endpoint src, Endpoint dst, int sequence, String text) {
        take(Frames.data(1, src, dst, sequence, text.getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void bothDirectionsOfAConnectionAreRead() {
        take(Frames.syn(A, B, 99, 0));
        take(Frames.syn(B, A, 199, Frames.ACK));
        send(A, B, 100, "con");
        send(B, A, 200, "ack");
        send(A, B, 103, "tact");
        assertThat(told).containsExactly("c1 44417 con", "c1 647 ack", "c1 44417 tact");
    }

    @Test
    void whatComesTwiceIsTakenOnce() {
        take(Frames.syn(A, B, 99, 0));
        send(A, B, 100, "abc");
        send(A, B, 100, "abc");
        send(A, B, 101, "bcde");
        send(A, B, 98, "xx");
        send(A, B, 105, "f");
        assertThat(told).containsExactly("c1 44417 abc", "c1 44417 de", "c1 44417 f");
    }

    @Test
    void whatComesTooEarlyWaits() {
        take(Frames.syn(A, B, 99, 0));
        send(A, B, 106, "ghi");
        send(A, B, 103, "def");
        assertThat(told).isEmpty();
        send(A, B, 100, "abc");
        assertThat(told).containsExactly("c1 44417 abcdefghi");
    }

    @Test
    void sequenceNumbersStartAgainAtZero() {
        take(Frames.syn(A, B, -3, 0));
        send(A, B, 1, "de");
        send(A, B, -2, "abc");
        assertThat(told).containsExactly("c1 44417 abcde");
    }

    @Test
    void aConnectionMayHaveBegunBeforeTheCapture() {
        send(A, B, 5000, "abc");
        send(A, B, 5003, "def");
        send(A, B, 4990, "old");
        assertThat(told).containsExactly("c1 44417 abc", "c1 44417 def");
    }

    @Test
    void connectionsAreCountedAsTheyShow() {
        Endpoint other = new Endpoint(A.address(), 50000);
        send(A, B, 1, "a");
        send(other, B, 1, "b");
        send(B, A, 1, "c");
        assertThat(told).containsExactly("c1 44417 a", "c2 50000 b", "c1 647 c");
    }

    /// The number is the lab's: a SYN sent again opens nothing.
    @Test
    void aNewSynBetweenTheSameEndsOpensANewConnection() {
        take(Frames.syn(A, B, 99, 0));
        send(A, B, 100, "a");
        take(Frames.syn(A, B, 99, 0));
        send(A, B, 101, "b");
        take(Frames.syn(A, B, 7000, 0));
        send(A, B, 7001, "c");
        assertThat(told).containsExactly("c1 44417 a", "c1 44417 b", "c2 44417 c");
        send(B, B, 1, "to itself");
        take(Frames.syn(B, B, 9, 0));
        send(B, B, 10, "again");
        assertThat(told).endsWith("c3 647 to itself", "c4 647 again");
    }

    @Test
    void dataWithASynBeginsBehindIt() {
        take(Frames.ethernet(0, Frames.ip(A, B, 99, Frames.SYN, new byte[] {'a'})));
        send(A, B, 101, "b");
        assertThat(told).containsExactly("c1 44417 a", "c1 44417 b");
    }

    @Test
    void onlyTheWantedPortsAreFollowed() {
        send(A, new Endpoint(B.address(), 846), 1, "no");
        send(new Endpoint(B.address(), 847), A, 1, "yes");
        assertThat(told).containsExactly("c1 847 yes");
    }

    @Test
    void whatWaitsAtTheEndIsGivenWithItsHoles() {
        take(Frames.syn(A, B, 99, 0));
        send(A, B, 100, "a");
        send(A, B, 111, "b");
        send(A, B, 122, "c");
        streams.finish().forEach(this::tell);
        assertThat(told).containsExactly("c1 44417 a", "c1 44417 b lost 10", "c1 44417 c lost 10");
        assertThat(streams.finish()).isEmpty();
    }

    @Test
    void aHoleThatIsNotFilledIsPassedOverInTheEnd() {
        take(Frames.syn(A, B, 99, 0));
        for (int i = 0; i <= TcpDirection.MOST_SEGMENTS; i++) {
            assertThat(told).isEmpty();
            send(A, B, 200 + i, "x");
        }
        assertThat(told)
                .containsExactly(
                        "c1 44417 " + "x".repeat(TcpDirection.MOST_SEGMENTS + 1) + " lost 100");
        send(A, B, 201 + TcpDirection.MOST_SEGMENTS, "y");
        assertThat(told).endsWith("c1 44417 y");
    }

    @Test
    void littleIsHeldForAHole() {
        TcpDirection direction = new TcpDirection();
        direction.begin(0);
        byte[] much = new byte[40_000];
        assertThat(direction.take(10, much)).isEmpty();
        assertThat(direction.waiting()).isEqualTo(40_000);
        assertThat(direction.take(50_010, much)).hasSize(40_000);
        assertThat(direction.lost()).isEqualTo(9);
        assertThat(direction.lost()).isZero();
        assertThat(direction.waiting()).isEqualTo(40_000);
        assertThat(direction.take(40_010, new byte[10_000])).hasSize(50_000);
        assertThat(direction.waiting()).isZero();
        assertThat(direction.flush()).isEmpty();
    }

    @Test
    void theOldestConnectionGoesWhenThereAreTooMany() {
        Ip4 address = A.address();
        for (int i = 0; i < TcpStreams.MOST; i++) send(new Endpoint(address, 1000 + i), B, 1, "a");
        send(new Endpoint(address, 1000), B, 2, "b");
        send(new Endpoint(address, 9000), B, 1, "c");
        told.clear();
        send(new Endpoint(address, 1000), B, 3, "d");
        send(new Endpoint(address, 1001), B, 2, "e");
        assertThat(told).containsExactly("c1 1000 d", "c" + (TcpStreams.MOST + 2) + " 1001 e");
    }

    @Test
    void segmentsWithoutDataSayNothing() {
        take(Frames.data(1, A, B, 5, NOTHING));
        assertThat(told).isEmpty();
    }

    /// A stream cut at random, some segments doubled or overlapping, in an order that is not too
    /// wild: what comes out is the stream.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void aStreamComesOutAsItWentIn(long seed) {
        Random random = new Random(seed);
        byte[] stream = new byte[20_000];
        random.nextBytes(stream);
        int base = random.nextInt();
        List<CapturedFrame> frames = new ArrayList<>();
        for (int at = 0; at < stream.length; ) {
            int size = Math.min(1 + random.nextInt(900), stream.length - at);
            int from = Math.max(0, at - random.nextInt(50));
            byte[] data = Arrays.copyOfRange(stream, from, at + size);
            frames.add(Frames.data(1, A, B, base + from, data));
            if (random.nextInt(5) == 0) frames.add(frames.get(random.nextInt(frames.size())));
            at += size;
        }
        for (int i = 0; i + 8 < frames.size(); i += 8) {
            Collections.shuffle(frames.subList(i, i + 8), random);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(streams.take(Frames.syn(A, B, base - 1, 0))).isNull();
        for (CapturedFrame frame : frames) {
            StreamChunk<StringBuilder> chunk = streams.take(frame);
            if (chunk == null) continue;
            assertThat(chunk.lost()).isZero();
            out.writeBytes(chunk.octets());
        }
        assertThat(out.toByteArray()).isEqualTo(stream);
        assertThat(streams.finish()).isEmpty();
    }
}
