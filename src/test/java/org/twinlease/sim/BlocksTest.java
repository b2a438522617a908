package org.twinlease.sim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.SplittableRandom;

/// Whatever is done to blocks and their copies, each is what a plain array would be.
class BlocksTest {

    private static final int SIZE = 20_000;

    private final SplittableRandom random = new SplittableRandom(7);
    private final Blocks[] blocks = {new Blocks(), new Blocks(), new Blocks()};
    private final byte[][] plain = new byte[3][SIZE];

    @Test
    void copiesShareNothingThatIsWritten() {
        for (int i = 0; i < 5_000; i++) {
            step(random.nextInt(3), random.nextInt(3));
            int which = random.nextInt(3);
            int from = random.nextInt(SIZE);
            int until = from + random.nextInt(SIZE - from);
            assertThat(blocks[which].read(from, until))
                    .isEqualTo(Arrays.copyOfRange(plain[which], from, until));
            assertThat(blocks[which].lastUntil(until)).isEqualTo(last(plain[which], until));
        }
    }

    private void step(int one, int other) {
        int from = random.nextInt(SIZE);
        int length = random.nextInt(Math.min(6_000, SIZE - from));
        switch (random.nextInt(6)) {
            case 0 -> {
                blocks[other] = blocks[one].copy();
                plain[other] = plain[one].clone();
            }
            case 1 -> {
                byte[] octets = new byte[length + 5];
                random.nextBytes(octets);
                write(one, from, octets, length);
            }
            case 2 -> write(one, from, new byte[length + 5], length);
            case 3 -> {
                blocks[one].take(blocks[other], from, from + length);
                System.arraycopy(plain[other], from, plain[one], from, length);
            }
            case 4 -> {
                blocks[one].clear(from, from + length);
                Arrays.fill(plain[one], from, from + length, (byte) 0);
            }
            default -> {
                blocks[one].set(from, blocks[one].octet(from) ^ 0x55);
                plain[one][from] ^= 0x55;
            }
        }
    }

    private void write(int one, int from, byte[] octets, int length) {
        blocks[one].write(from, octets, 5, length);
        System.arraycopy(octets, 5, plain[one], from, length);
    }

    private static int last(byte[] octets, int until) {
        int end = until;
        while (end > 0 && octets[end - 1] == 0) end--;
        return end;
    }
}
