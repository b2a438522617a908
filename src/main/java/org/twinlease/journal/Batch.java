package org.twinlease.journal;

import org.twinlease.lease.Lease;
import org.twinlease.lease.PairState;

import java.util.Arrays;

/// Records that wait to be written in one go. Checksums are put on last, when it is known where in
/// which file the records come to lie.
final class Batch {

    private byte[] bytes;
    private int begin;
    private int end;

    Batch(int octets) {
        bytes = new byte[octets];
    }

    void clear() {
        begin = 0;
        end = 0;
    }

    void add(Lease lease) {
        room(Frame.MOST);
        bytes[end + Frame.HEAD] = Frame.ROW;
        int next = LeaseCodec.encode(lease, bytes, end + Frame.HEAD + 1);
        Frame.putInt(bytes, end + 4, next - end - Frame.HEAD);
        end = next;
    }

    void add(PairState state) {
        room(Frame.MOST);
        bytes[end + Frame.HEAD] = Frame.PAIR;
        int next = PairCodec.encode(state, bytes, end + Frame.HEAD + 1);
        Frame.putInt(bytes, end + 4, next - end - Frame.HEAD);
        end = next;
    }

    void addMark(int kind) {
        room(Frame.MOST);
        bytes[end + Frame.HEAD] = (byte) kind;
        Frame.putInt(bytes, end + 4, 1);
        end += Frame.HEAD + 1;
    }

    void addEnd(long rows) {
        room(Frame.MOST);
        bytes[end + Frame.HEAD] = Frame.END;
        Frame.putLong(bytes, end + Frame.HEAD + 1, rows);
        Frame.putInt(bytes, end + 4, 9);
        end += Frame.HEAD + 9;
    }

    /// Adds what counts of the records that were read from a file.
    void addRecords(byte[] records) {
        for (int at = 0; at < records.length; ) {
            int length = Frame.HEAD + Frame.length(records, at);
            int kind = records[at + Frame.HEAD] & ~Frame.FIRST & 255;
            if (kind == Frame.ROW || kind == Frame.PAIR) {
                room(Frame.MOST);
                System.arraycopy(records, at, bytes, end, length);
                bytes[end + Frame.HEAD] = (byte) kind;
                end += length;
            }
            at += length;
        }
    }

    /// Puts a file's header before the records that are there.
    void prepend(FileHeader header) {
        room(FileHeader.SIZE);
        System.arraycopy(bytes, begin, bytes, FileHeader.SIZE, end - begin);
        end += FileHeader.SIZE - begin;
        begin = FileHeader.SIZE;
        header.write(bytes);
    }

    /// Makes the records ready to be written, the header included if there is one, from `position`.
    void seal(long sequence, long position, boolean first) {
        if (first && end > begin) bytes[begin + Frame.HEAD] |= (byte) Frame.FIRST;
        for (int at = begin; at < end; ) {
            int length = Frame.length(bytes, at);
            Frame.seal(bytes, at, length, sequence, position + at);
            at += Frame.HEAD + length;
        }
    }

    private void room(int octets) {
        if (bytes.length - end < octets) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, end + octets));
        }
    }

    byte[] bytes() {
        return bytes;
    }

    /// How many octets there are, a header included.
    int size() {
        return end;
    }

    boolean isEmpty() {
        return end == begin;
    }
}
