package org.twinlease.sim;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/// The octets of a file, in blocks that copies of it share until one of them writes. A block of
/// zeros takes no room: journals fill files with zeros ahead of time, and a world has many copies
/// of many disks.
final class Blocks {

    private static final int BLOCK = 4096;

    private static final byte[] ZEROS = new byte[BLOCK];

    /// Null where there was never anything but zeros.
    private byte[] @Nullable [] blocks;

    /// Which blocks nobody else has.
    private boolean[] own;

    Blocks() {
        this(new byte[0] @Nullable []);
    }

    private Blocks(byte[] @Nullable [] blocks) {
        this.blocks = blocks;
        own = new boolean[blocks.length];
    }

    /// The same octets, to be changed without those here.
    Blocks copy() {
        Arrays.fill(own, false);
        return new Blocks(blocks.clone());
    }

    /// The octets `from` to `until`, zeros where nothing was written.
    byte[] read(int from, int until) {
        byte[] octets = new byte[until - from];
        for (int at = from; at < until; ) {
            int end = Math.min(until, (at / BLOCK + 1) * BLOCK);
            byte[] block = block(at / BLOCK);
            if (block != null) System.arraycopy(block, at % BLOCK, octets, at - from, end - at);
            at = end;
        }
        return octets;
    }

    int octet(int at) {
        byte[] block = block(at / BLOCK);
        return block == null ? 0 : block[at % BLOCK];
    }

    void set(int at, int octet) {
        write(at, new byte[] {(byte) octet}, 0, 1);
    }

    /// Puts octets of `bytes` at a place.
    void write(int position, byte[] bytes, int offset, int length) {
        for (int at = position; at < position + length; ) {
            int end = Math.min(position + length, (at / BLOCK + 1) * BLOCK);
            int from = offset + at - position;
            if (block(at / BLOCK) != null || !areZeros(bytes, from, from + end - at)) {
                System.arraycopy(bytes, from, mine(at / BLOCK), at % BLOCK, end - at);
            }
            at = end;
        }
    }

    /// Puts the octets `from` to `until` of others at the same place.
    void take(Blocks others, int from, int until) {
        for (int at = from; at < until; ) {
            int end = Math.min(until, (at / BLOCK + 1) * BLOCK);
            byte[] block = others.block(at / BLOCK);
            if (block != null) {
                System.arraycopy(block, at % BLOCK, mine(at / BLOCK), at % BLOCK, end - at);
            } else {
                clear(at, end);
            }
            at = end;
        }
    }

    void clear(int from, int until) {
        for (int at = from; at < until; ) {
            int end = Math.min(until, (at / BLOCK + 1) * BLOCK);
            if (block(at / BLOCK) != null) {
                Arrays.fill(mine(at / BLOCK), at % BLOCK, at % BLOCK + end - at, (byte) 0);
            }
            at = end;
        }
    }

    /// Where the last octet before `end` is that is not zero, plus one; 0: they all are.
    int lastUntil(int end) {
        int at = end;
        while (at > 0) {
            byte[] block = block((at - 1) / BLOCK);
            int begin = (at - 1) / BLOCK * BLOCK;
            if (block == null) {
                at = begin;
                continue;
            }
            while (at > begin && block[(at - 1) % BLOCK] == 0) at--;
            if (at > begin) return at;
        }
        return 0;
    }

    private byte @Nullable [] block(int number) {
        return number < blocks.length ? blocks[number] : null;
    }

    private byte[] mine(int number) {
        if (number >= blocks.length) grow(Math.max(number + 1, 2 * blocks.length));
        byte[] block = blocks[number];
        if (block == null || !own[number]) {
            block = block == null ? new byte[BLOCK] : block.clone();
            blocks[number] = block;
            own[number] = true;
        }
        return block;
    }

    private void grow(int length) {
        blocks = Arrays.copyOf(blocks, length);
        own = Arrays.copyOf(own, length);
    }

    private static boolean areZeros(byte[] bytes, int from, int until) {
        return Arrays.equals(bytes, from, until, ZEROS, 0, until - from);
    }
}
