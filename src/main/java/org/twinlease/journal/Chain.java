package org.twinlease.journal;

import org.jspecify.annotations.Nullable;
import org.twinlease.journal.Replay.Cut;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;

/// Which segments of a folder count and how far, found from the newest one back: each names the one
/// before it. A segment outside the chain is one that was never successfully begun (the records in
/// it may repeat older ones in part, so none of them is taken), or one that a snapshot has made
/// superfluous and that is still there.
final class Chain {

    /// A segment that counts: up to `until`, or to its end when that is -1.
    record Link(long sequence, @Nullable FileHeader header, long until) {

        String name() {
            return FileHeader.segment(sequence);
        }
    }

    /// No successor says which segment comes before.
    private static final long UNKNOWN = -1;

    /// No segment comes before.
    private static final long NONE = 0;

    private final Disk disk;
    private final FileHeader base;
    private final List<Link> links = new ArrayList<>();
    private final List<String> superfluous = new ArrayList<>();
    private final List<Cut> damage = new ArrayList<>();
    private @Nullable Cut cut;
    private long wanted = UNKNOWN;
    private long until = UNKNOWN;

    private Chain(Disk disk, FileHeader base) {
        this.disk = disk;
        this.base = base;
    }

    /// The chain down to the segment where replay begins.
    static Chain of(Disk disk, FileHeader base, NavigableMap<Long, String> segments)
            throws IOException {
        var chain = new Chain(disk, base);
        for (long sequence : segments.descendingKeySet()) chain.look(sequence);
        chain.checkEnd();
        return chain;
    }

    private void look(long sequence) throws IOException {
        String name = FileHeader.segment(sequence);
        if (sequence < base.previous() || wanted == NONE || (wanted > 0 && sequence > wanted)) {
            superfluous.add(name);
            return;
        }
        if (wanted > sequence) {
            miss();
            until = UNKNOWN;
        }
        FileHeader header = FileHeader.of(name, disk.read(name, FileHeader.SIZE), sequence);
        if (until == UNKNOWN && !isBase(sequence)) {
            byte[] bytes = disk.read(name);
            if (!RecordReader.isBegun(bytes, sequence, header)) {
                int octets = RecordReader.octets(bytes);
                if (octets > 0) cut = new Cut(name, 0, octets, "the first batch is torn");
                superfluous.add(name);
                return;
            }
        }
        links.addFirst(new Link(sequence, header, until));
        wanted = header == null ? UNKNOWN : header.previous();
        until = header == null ? UNKNOWN : header.previousEnd();
        if (wanted >= 0 && wanted < base.previous()) wanted = NONE;
    }

    private boolean isBase(long sequence) {
        return sequence == base.previous() && base.previousEnd() > 0;
    }

    private void checkEnd() {
        if (wanted > 0) miss();
        if (links.isEmpty() && base.previousEnd() > 0) {
            wanted = base.previous();
            until = base.previousEnd();
            miss();
        }
    }

    private void miss() {
        String name = FileHeader.segment(wanted);
        damage.add(new Cut(name, 0, Math.max(0, until), "the file is missing"));
    }

    /// The segments that count, oldest first.
    List<Link> links() {
        return links;
    }

    List<String> superfluous() {
        return superfluous;
    }

    @Nullable Cut cut() {
        return cut;
    }

    List<Cut> damage() {
        return damage;
    }
}
