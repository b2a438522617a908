package org.twinlease.journal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/// The frame around every record of a file: `crc32c(4) length(4) kind(1) content`, where the length
/// counts kind and content. The checksum is mixed with the file's sequence number and the record's
/// position, so that octets left on the disk by another file, or moved, are never taken for a
/// record.
final class Frame {

    /// Octets before the kind.
    static final int HEAD = 8;

    /// The most octets of a whole record.
    static final int MOST = HEAD + 1 + LeaseCodec.MOST;

    /// Kind: one lease, whole.
    static final int ROW = 1;

    /// Kind: the journal was closed in good order. Nothing may be torn before it.
    static final int CLOSED = 2;

    /// Kind: the end of a snapshot, with the number of its rows.
    static final int END = 3;

    /// Kind: the state of one failover pair.
    static final int PAIR = 4;

    /// Added to the kind of the first record of a batch. A batch is written when the one before it
    /// is synced: such a record proves that all octets before it had been durable.
    static final int FIRST = 0x80;

    private static final VarHandle INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private Frame() {}

    /// Puts length and checksum on the record at `at` of a buffer.
    static void seal(byte[] bytes, int at, int length, long sequence, long position) {
        INT.set(bytes, at + 4, length);
        INT.set(bytes, at, checksum(bytes, at, length, sequence, position));
    }

    /// The length of the record at `at` of a file's octets, or -1 when there is no sound one before
    /// `limit`.
    static int check(byte[] bytes, int at, int limit, long sequence) {
        return check(bytes, at, limit, sequence, at);
    }

    /// The same of octets that begin elsewhere in the file: the frame is at `position` there.
    static int check(byte[] bytes, int at, int limit, long sequence, long position) {
        if (limit - at <= HEAD) return -1;
        int length = length(bytes, at);
        if (length < 1 || length > MOST - HEAD || length > limit - at - HEAD) return -1;
        return (int) INT.get(bytes, at) == checksum(bytes, at, length, sequence, position)
                ? length
                : -1;
    }

    /// The length that the record at `at` says it has.
    static int length(byte[] bytes, int at) {
        return (int) INT.get(bytes, at + 4);
    }

    private static int checksum(byte[] bytes, int at, int length, long sequence, long position) {
        long salt = (sequence * 0x9E37_79B9_7F4A_7C15L ^ position) * 0xD6E8_FEB8_6659_FD93L;
        return crc(bytes, at + 4, 4 + length) ^ (int) (salt >>> 32);
    }

    /// The CRC-32C of some octets (RFC 3720 appendix B.4).
    static int crc(byte[] bytes, int at, int length) {
        var crc = new CRC32C();
        crc.update(bytes, at, length);
        return (int) crc.getValue();
    }

    static void putInt(byte[] bytes, int at, int value) {
        INT.set(bytes, at, value);
    }

    static int intAt(byte[] bytes, int at) {
        return (int) INT.get(bytes, at);
    }

    static void putLong(byte[] bytes, int at, long value) {
        LONG.set(bytes, at, value);
    }

    static long longAt(byte[] bytes, int at) {
        return (long) LONG.get(bytes, at);
    }
}
