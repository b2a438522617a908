package org.twinlease.wire.failover;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.twinlease.wire.Decoded;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Recorded messages with octets changed, cut and doubled, and plain noise: nothing throws, what is
/// taken is made again octet by octet, and nobody holds more than one message.
class FailoverFuzzTest {

    private static final int ROUNDS = 200_000;
    private static final long SEED = 20_260_201;

    private final Random random = new Random(SEED);
    private final List<byte[]> good =
            Recording.of("s2b-expiry-decline-nak").stream().map(Recording::raw).toList();
    private int taken;
    private int refused;

    @Test
    @Timeout(20)
    void nothingThrowsAndNothingIsHeldForEver() {
        FrameCutter cutter = new FrameCutter();
        for (int i = 0; i < ROUNDS; i++) {
            byte[] bytes = mutated();
            check(FailoverMessage.decode(bytes));
            if (cutter.isBroken()) cutter = new FrameCutter();
            int length = random.nextInt(bytes.length + 1);
            for (Decoded<FailoverMessage> decoded : cutter.feed(bytes, length)) check(decoded);
            if (cutter.held() >= FailoverMessage.MAX || (cutter.isBroken() && cutter.held() != 0)) {
                throw new AssertionError("round " + i + " holds " + cutter.held());
            }
        }
        // Both ways are well travelled, or the mutations are too tame or too wild.
        assertThat(taken).isGreaterThan(ROUNDS / 10);
        assertThat(refused).isGreaterThan(ROUNDS / 10);
    }

    private byte[] mutated() {
        byte[] bytes = good.get(random.nextInt(good.size())).clone();
        int changes = random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(8)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> bytes = Arrays.copyOf(bytes, 1 + at);
                case 3 -> bytes = Arrays.copyOf(bytes, bytes.length + random.nextInt(64));
                case 4 -> bytes[Math.min(2, bytes.length - 1)] = (byte) random.nextInt(14);
                case 5 -> bytes[Math.min(1, bytes.length - 1)] = (byte) bytes.length;
                case 6 -> doubled(bytes, at);
                default -> {
                    if (random.nextInt(10) == 0) random.nextBytes(bytes);
                }
            }
        }
        return bytes;
    }

    private void doubled(byte[] bytes, int at) {
        int size = random.nextInt(bytes.length - at);
        System.arraycopy(bytes, random.nextInt(bytes.length - size), bytes, at, size);
    }

    private void check(Decoded<FailoverMessage> decoded) {
        if (!(decoded instanceof Decoded.Ok<FailoverMessage>(FailoverMessage message))) {
            refused++;
            return;
        }
        taken++;
        byte[] bytes = message.encode();
        if (bytes.length != message.length() || !FailoverMessage.isLength(bytes.length)) {
            throw new AssertionError(message);
        }
        int options = 0;
        for (FailoverField field : message.options()) options += 4 + field.data().length();
        if (options != message.length() - message.payloadOffset())
            throw new AssertionError(message);
        for (FailoverOption option : FailoverOption.values()) {
            if (message.number(option) < 0) throw new AssertionError(message);
        }
        BindingUpdate.read(message);
        BindingAck.read(message);
        Connect.read(message);
        ConnectAck.read(message);
    }
}
