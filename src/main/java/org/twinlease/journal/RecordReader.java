package org.twinlease.journal;

import org.jspecify.annotations.Nullable;
import org.twinlease.journal.Replay.Cut;
import org.twinlease.lease.Lease;
import org.twinlease.lease.PairState;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/// Walks the records of one file. A file's end is where zeros begin. Octets that are no record are
/// either the torn end of the last batch, which is cut, or damage to what had been synced: then the
/// walk goes on behind them. The two are told apart by what is proven to have been synced, which a
/// later batch, a later segment or a snapshot tells.
final class RecordReader {

    private static final String UNREADABLE = "a record that this version cannot read";
    private static final byte[] ZEROS = new byte[1 << 16];

    private final String name;
    private final byte[] bytes;
    private final long sequence;
    private final Heard heard;
    private final List<Cut> damage = new ArrayList<>();
    private @Nullable Cut cut;
    private int proven;
    private int end;
    private int batch;
    private long records;
    private long promised = -1;

    RecordReader(String name, byte[] bytes, long sequence, Heard heard) {
        this.name = name;
        this.bytes = bytes;
        this.sequence = sequence;
        this.heard = heard;
    }

    /// Reads a segment that another one continues: exactly the octets up to `until` count.
    void readUntil(long until) {
        proven = (int) Math.min(until, bytes.length);
        read(proven);
        if (until > bytes.length) {
            damage.add(new Cut(name, bytes.length, until - bytes.length, "the file is too short"));
        }
    }

    /// Reads a segment to its end, of which at least the octets up to `synced` must be there.
    void readAll(long synced) {
        proven = (int) Math.min(synced, bytes.length);
        read(bytes.length);
        if (synced > bytes.length) {
            damage.add(new Cut(name, bytes.length, synced - bytes.length, "the file is too short"));
        }
    }

    private void read(int limit) {
        int at = Math.min(FileHeader.SIZE, limit);
        while (at < limit) {
            int length = Frame.check(bytes, at, limit, sequence);
            if (length < 0) {
                int next = behindGap(at, limit);
                if (next < 0) break;
                at = next;
            } else {
                take(at, length);
                at += Frame.HEAD + length;
            }
        }
        end = at;
    }

    private void take(int at, int length) {
        int kind = bytes[at + Frame.HEAD] & 255;
        if ((kind & Frame.FIRST) != 0) batch = at;
        switch (kind & ~Frame.FIRST) {
            case Frame.ROW -> {
                Lease lease = LeaseCodec.decode(bytes, at + Frame.HEAD + 1, length - 1);
                if (lease == null) lose(at, Frame.HEAD + length, UNREADABLE);
                else hear(heard.leases(), lease);
            }
            case Frame.PAIR -> {
                PairState state = PairCodec.decode(bytes, at + Frame.HEAD + 1, length - 1);
                if (state == null) lose(at, Frame.HEAD + length, UNREADABLE);
                else hear(heard.pairs(), state);
            }
            case Frame.END ->
                    promised = length == 9 ? Frame.longAt(bytes, at + Frame.HEAD + 1) : -1;
            case Frame.CLOSED -> {}
            default -> lose(at, Frame.HEAD + length, "a record that this version does not know");
        }
    }

    private <T> void hear(Consumer<T> listener, T record) {
        records++;
        listener.accept(record);
    }

    /// Where to go on after octets that are no record; -1 when they are the end.
    private int behindGap(int at, int limit) {
        if (at >= proven) {
            int last = lastOctet(at, limit);
            if (last == at) return -1;
            proven = lastBatch(at, last);
            if (at >= proven) {
                cut = new Cut(name, at, last - at, "the last batch is torn");
                return -1;
            }
        }
        int next = at + 1;
        while (next < proven && Frame.check(bytes, next, limit, sequence) < 0) next++;
        lose(at, next - at, "octets that had been synced are not readable");
        return next;
    }

    private void lose(int at, int octets, String why) {
        damage.add(new Cut(name, at, octets, why));
    }

    /// The last record behind `at` that begins a batch; `at` when there is none.
    private int lastBatch(int at, int limit) {
        int found = at;
        int next = at + 1;
        while (next < limit) {
            int length = Frame.check(bytes, next, limit, sequence);
            if (length < 0) {
                next++;
            } else {
                if ((bytes[next + Frame.HEAD] & Frame.FIRST) != 0) found = next;
                next += Frame.HEAD + length;
            }
        }
        return found;
    }

    /// One behind the last octet that is not zero; `at` when all are zero.
    private int lastOctet(int at, int limit) {
        int end = limit;
        while (end > at) {
            int begin = Math.max(at, end - ZEROS.length);
            if (!Arrays.equals(bytes, begin, end, ZEROS, 0, end - begin)) {
                while (bytes[end - 1] == 0) end--;
                return end;
            }
            end = begin;
        }
        return at;
    }

    /// Whether a segment that no other one continues was begun: all of its first batch is sound, or
    /// there is a second one.
    static boolean isBegun(byte[] bytes, long sequence, @Nullable FileHeader header) {
        var reader = new RecordReader("", bytes, sequence, Heard.BY_NOBODY);
        if (header != null) {
            int at = FileHeader.SIZE;
            long end = at + header.first();
            int length = 0;
            while (at < end && length >= 0) {
                length = Frame.check(bytes, at, bytes.length, sequence);
                at += Frame.HEAD + length;
            }
            if (length >= 0 && at == end) return true;
        }
        int last = reader.lastOctet(0, bytes.length);
        return reader.lastBatch(FileHeader.SIZE, last) > FileHeader.SIZE;
    }

    /// How many octets a file has, not counting zeros at its end.
    static int octets(byte[] bytes) {
        return new RecordReader("", bytes, 0, Heard.BY_NOBODY).lastOctet(0, bytes.length);
    }

    /// Where the sound records end.
    int end() {
        return end;
    }

    /// Where the last batch begins; 0 when there is none.
    int batch() {
        return batch;
    }

    /// How many leases and pairs' states were read.
    long records() {
        return records;
    }

    /// How many of both a snapshot's end record promises; -1 when there is no such record.
    long promised() {
        return promised;
    }

    @Nullable Cut cut() {
        return cut;
    }

    List<Cut> damage() {
        return damage;
    }
}
