package org.twinlease.wire.omapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.twinlease.value.Octets;
import org.twinlease.wire.Decoded;
import org.twinlease.wire.Fault;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// What is no OMAPI is a value: it ends the stream with its fault, and nothing throws.
final class OmapiCutterTest {

    private static final OmapiMessage REQUEST =
            OmapiMessage.request(
                    OmapiOperation.OPEN,
                    0,
                    7,
                    List.of(OmapiValue.of("type", "lease")),
                    List.of(OmapiValue.of("ip-address", 0x0A4D_0001)));

    @Test
    void anotherStartupIsNone() {
        byte[] http = "HTTP/1.1 400".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        OmapiCutter cutter = new OmapiCutter();
        assertThat(cutter.feed(http, http.length))
                .containsExactly(new Decoded.Bad<>(Fault.BAD_STARTUP, 0));
        assertThat(cutter.isBroken()).isTrue();
        assertThat(cutter.feed(http, http.length)).isEmpty();
    }

    @Test
    void anUnknownOperationIsNone() {
        byte[] octets = REQUEST.encode();
        octets[11] = 7;
        assertThat(fault(octets)).isEqualTo(Fault.UNKNOWN_OPERATION);
    }

    @Test
    void aLengthThatNoSignatureHasIsNone() {
        byte[] octets = REQUEST.encode();
        octets[7] = 17;
        assertThat(fault(octets)).isEqualTo(Fault.BAD_SIGNATURE_LENGTH);
    }

    @Test
    void aLengthThatIsTooLongIsNotWaitedFor() {
        byte[] octets = REQUEST.encode();
        octets[30] = 1; // of the value's length: 16 M
        assertThat(fault(octets)).isEqualTo(Fault.TOO_LONG);
        octets[30] = -1; // and one below zero
        assertThat(fault(octets)).isEqualTo(Fault.TOO_LONG);
    }

    @Test
    void aMessageWithoutEndIsNotKeptForEver() {
        var endless = new ByteArrayOutputStream();
        endless.writeBytes(Arrays.copyOf(REQUEST.encode(), 24));
        for (int i = 0; i < 10_000; i++) endless.writeBytes(new byte[] {0, 1, 'a', 0, 0, 0, 0});
        assertThat(fault(endless.toByteArray())).isEqualTo(Fault.TOO_LONG);
    }

    private static Fault fault(byte... octets) {
        OmapiCutter cutter = started();
        List<Decoded<OmapiMessage>> cut = cutter.feed(octets, octets.length);
        assertThat(cutter.isBroken()).isTrue();
        assertThat(cutter.held()).isZero();
        return ((Decoded.Bad<OmapiMessage>) cut.getLast()).fault();
    }

    private static OmapiCutter started() {
        OmapiCutter cutter = new OmapiCutter();
        byte[] startup = OmapiMessage.STARTUP.toArray();
        assertThat(cutter.feed(startup, startup.length)).isEmpty();
        assertThat(cutter.isStarted()).isTrue();
        return cutter;
    }

    @ParameterizedTest
    @EnumSource(OmapiAlgorithm.class)
    void everyAlgorithmSignsAndNoticesAChange(OmapiAlgorithm algorithm) {
        OmapiKey key = new OmapiKey("k", algorithm, Octets.ofText("a secret"));
        OmapiMessage signed = OmapiSessionsTest.only(REQUEST.signed(3, key).encode());
        assertThat(signed.signature().length()).isEqualTo(algorithm.octets());
        assertThat(signed.isSignedBy(key)).isTrue();
        byte[] changed = signed.encode();
        changed[19] ^= 1;
        assertThat(OmapiSessionsTest.only(changed).isSignedBy(key)).isFalse();
        OmapiKey other = new OmapiKey("k", algorithm, Octets.ofText("another"));
        assertThat(signed.isSignedBy(other)).isFalse();
        assertThat(REQUEST.isSignedBy(key)).isFalse();
        assertThat(key.toString()).isEqualTo("k (" + algorithm.word() + ")");
        assertThat(OmapiAlgorithm.ofWord(algorithm.wireName())).isEqualTo(algorithm);
    }

    @Test
    @Timeout(20)
    void noiseNeverThrowsAndWhatIsTakenIsMadeAgain() {
        Random random = new Random(20_261_130);
        List<byte[]> good =
                OmapiSession.all().stream().map(session -> session.stream("Server")).toList();
        int taken = 0;
        int refused = 0;
        for (int round = 0; round < 40_000; round++) {
            byte[] octets = good.get(random.nextInt(good.size())).clone();
            for (int i = random.nextInt(3); i > 0; i--) {
                octets[random.nextInt(octets.length)] = (byte) random.nextInt(256);
            }
            OmapiCutter cutter = new OmapiCutter();
            var made = new ByteArrayOutputStream();
            made.writeBytes(OmapiMessage.STARTUP.toArray());
            for (Decoded<OmapiMessage> each : cutter.feed(octets, random.nextInt(9_999))) {
                if (each instanceof Decoded.Ok<OmapiMessage>(OmapiMessage message)) {
                    made.writeBytes(message.encode());
                    taken++;
                } else {
                    refused++;
                }
            }
            if (cutter.isStarted()) {
                assertThat(octets).startsWith(made.toByteArray());
            }
        }
        assertThat(taken).isGreaterThan(10_000);
        assertThat(refused).isGreaterThan(2_000);
    }
}
