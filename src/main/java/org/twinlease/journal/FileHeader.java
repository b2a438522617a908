package org.twinlease.journal;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.HexFormat;

/// The first octets of a file: magic, version, sequence number, and where the file continues from.
/// Of a segment, `previous` and `previousEnd` are the segment before it and how far that one
/// counts: all of it was synced up to there, nothing behind it is to be believed. Header and first
/// batch are one: when not all the `first` octets behind the header are sound, the segment was
/// never begun, and what it says of the one before it does not hold. Of a snapshot (sequence 0)
/// `previous` and `previousEnd` are the segment to replay from and how far that one was synced at
/// the beginning.
record FileHeader(long sequence, long previous, long previousEnd, long first) {

    /// How many octets the header takes.
    static final int SIZE = 48;

    static final String SNAPSHOT = "snapshot";
    static final String UNFINISHED_SNAPSHOT = "snapshot.tmp";

    private static final int VERSION = 1;
    private static final long MAGIC = 0x5457_494E_4C45_4153L; // TWINLEAS
    private static final String SEGMENT = "segment-";

    /// Writes the header at the beginning of a buffer.
    void write(byte[] out) {
        Frame.putLong(out, 0, MAGIC);
        Frame.putInt(out, 8, VERSION);
        Frame.putLong(out, 12, sequence);
        Frame.putLong(out, 20, previous);
        Frame.putLong(out, 28, previousEnd);
        Frame.putLong(out, 36, first);
        Frame.putInt(out, 44, Frame.crc(out, 0, 44));
    }

    /// The header of a file with a known sequence number; null when it has no sound one.
    ///
    /// @throws IOException when the file was written by a later version
    static @Nullable FileHeader of(String name, byte[] in, long sequence) throws IOException {
        if (in.length < SIZE || Frame.longAt(in, 0) != MAGIC) return null;
        if (Frame.intAt(in, 44) != Frame.crc(in, 0, 44)) return null;
        int version = Frame.intAt(in, 8);
        if (version != VERSION) {
            throw new IOException(
                    name + " has format " + version + ", this version reads format " + VERSION);
        }
        var header =
                new FileHeader(
                        Frame.longAt(in, 12),
                        Frame.longAt(in, 20),
                        Frame.longAt(in, 28),
                        Frame.longAt(in, 36));
        boolean sane =
                header.previousEnd >= 0
                        && header.first >= 0
                        && (sequence == 0 || header.previous < sequence);
        return header.sequence == sequence && sane ? header : null;
    }

    /// The file name of a segment.
    static String segment(long sequence) {
        return SEGMENT + HexFormat.of().toHexDigits(sequence);
    }

    /// The sequence number that a file name carries; 0 when it is no segment's.
    static long sequence(String name) {
        if (!name.startsWith(SEGMENT) || name.length() != SEGMENT.length() + 16) return 0;
        try {
            long sequence = HexFormat.fromHexDigitsToLong(name, SEGMENT.length(), name.length());
            return Math.max(sequence, 0) > 0 && segment(sequence).equals(name) ? sequence : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
