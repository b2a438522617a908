package org.twinlease.journal;

import org.jspecify.annotations.Nullable;
import org.twinlease.journal.Replay.Cut;
import org.twinlease.lease.Lease;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Reads a folder: which files count and in which order, all their rows, and where a journal goes
/// on from there. Segments are chained from the newest one back, each naming the one before it and
/// how far that counts. A segment outside the chain is one that was never successfully begun, or
/// one that a snapshot has made superfluous and that is still there.
final class Recovery {

    /// A segment that is not written any more: its file, number and length.
    record Segment(String name, long sequence, long octets) {}

    /// A segment of the chain; `until` is how far it counts, -1 when its successor doesn't say.
    private record Link(long sequence, @Nullable FileHeader header, long until) {}

    private final Disk disk;
    private final Consumer<Lease> rows;
    private final NavigableMap<Long, String> segments = new TreeMap<>();
    private final List<Cut> damage = new ArrayList<>();
    private final List<String> superfluous = new ArrayList<>();
    private final List<String> superseded = new ArrayList<>();
    private final List<String> damaged = new ArrayList<>();
    private final List<Segment> chain = new ArrayList<>();
    private final ByteArrayOutputStream unproven = new ByteArrayOutputStream();
    private FileHeader base = new FileHeader(0, 0, 0);
    private long snapshotOctets;
    private int snapshotRows;
    private long records;
    private @Nullable Cut cut;
    private int links;
    private long tip;
    private long tipEnd;

    private Recovery(Disk disk, Consumer<Lease> rows) {
        this.disk = disk;
        this.rows = rows;
    }

    /// Reads everything; every row goes to `rows`, later ones over earlier ones.
    static Recovery of(Disk disk, Consumer<Lease> rows) throws IOException {
        var recovery = new Recovery(disk, rows);
        recovery.run();
        return recovery;
    }

    private void run() throws IOException {
        for (String name : disk.list()) {
            if (name.equals(FileHeader.SNAPSHOT)) readSnapshot();
            if (name.equals(FileHeader.UNFINISHED_SNAPSHOT)) superfluous.add(name);
            long sequence = FileHeader.sequence(name);
            if (sequence != 0) segments.put(sequence, name);
        }
        List<Link> found = links();
        links = found.size();
        for (Link link : found) readSegment(link);
    }

    private void readSnapshot() throws IOException {
        byte[] bytes = disk.read(FileHeader.SNAPSHOT);
        snapshotOctets = bytes.length;
        FileHeader header = FileHeader.of(FileHeader.SNAPSHOT, bytes, 0);
        int before = damage.size();
        if (header == null) {
            damage.add(
                    new Cut(FileHeader.SNAPSHOT, 0, FileHeader.SIZE, "the header is not readable"));
        } else {
            base = header;
        }
        var reader = new RecordReader(FileHeader.SNAPSHOT, bytes, 0, rows);
        reader.readUntil(bytes.length);
        damage.addAll(reader.damage());
        snapshotRows = (int) reader.records();
        if (reader.promised() != reader.records()) {
            damage.add(new Cut(FileHeader.SNAPSHOT, bytes.length, 0, "rows are missing"));
        }
        if (damage.size() > before) damaged.add(FileHeader.SNAPSHOT);
    }

    /// The segments that count, oldest first.
    private List<Link> links() throws IOException {
        var links = new ArrayList<Link>();
        long wanted = -1;
        long until = -1;
        for (var entry : segments.descendingMap().entrySet()) {
            long sequence = entry.getKey();
            if (sequence < base.previous() || wanted == 0 || (wanted > 0 && sequence > wanted)) {
                superfluous.add(entry.getValue());
                continue;
            }
            if (wanted > sequence) {
                missing(wanted, until);
                until = -1;
            }
            FileHeader header = FileHeader.of(entry.getValue(), head(entry.getValue()), sequence);
            if (header == null && until <= 0 && isBlank(entry.getValue())) {
                superfluous.add(entry.getValue());
                continue;
            }
            links.add(new Link(sequence, header, until));
            wanted =
                    header == null
                            ? -1
                            : header.previous() < base.previous() ? 0 : header.previous();
            until = header == null ? -1 : header.previousEnd();
        }
        if (wanted > 0) missing(wanted, until);
        if (wanted < 0 && base.previousEnd() > 0 && links.isEmpty()) {
            missing(base.previous(), base.previousEnd());
        }
        return links.reversed();
    }

    private void missing(long sequence, long until) {
        damage.add(
                new Cut(
                        FileHeader.segment(sequence),
                        0,
                        Math.max(0, until),
                        "the file is missing"));
    }

    private byte[] head(String name) throws IOException {
        return disk.read(name, FileHeader.SIZE);
    }

    private boolean isBlank(String name) throws IOException {
        return RecordReader.isBlank(disk.read(name));
    }

    private void readSegment(Link link) throws IOException {
        String name = FileHeader.segment(link.sequence());
        byte[] bytes = disk.read(name);
        var reader = new RecordReader(name, bytes, link.sequence(), rows);
        if (link.until() >= 0) {
            reader.readUntil(link.until());
        } else {
            reader.readAll(link.sequence() == base.previous() ? base.previousEnd() : 0);
        }
        records += reader.records();
        damage.addAll(reader.damage());
        if (reader.cut() != null) cut = reader.cut();
        boolean torn = isTorn(link, reader);
        if (torn) {
            cut = new Cut(name, 0, FileHeader.SIZE, "the first batch is torn");
        } else if (link.header() == null) {
            damage.add(new Cut(name, 0, FileHeader.SIZE, "the header is not readable"));
        }
        if (!torn && (link.header() == null || !reader.damage().isEmpty())) damaged.add(name);
        if (link.until() >= 0) {
            chain.add(new Segment(name, link.sequence(), bytes.length));
        } else {
            goOnFrom(link, torn, bytes, reader);
        }
    }

    /// Header and first batch are one write. Without a second batch nothing proves that the first
    /// had been synced.
    private static boolean isTorn(Link link, RecordReader reader) {
        return link.header() == null && link.until() < 0 && reader.batch() <= FileHeader.SIZE;
    }

    /// What a new segment has to say of the newest one, and to repeat of it: its last batch could
    /// be read, which does not mean that it is durable. When it is the only one, nothing of the
    /// file is, and the new segment takes its place.
    private void goOnFrom(Link link, boolean torn, byte[] bytes, RecordReader reader) {
        FileHeader header = link.header();
        int from = reader.batch() == 0 ? reader.end() : reader.batch();
        if (!torn) unproven.reset();
        if (torn || (header != null && from <= FileHeader.SIZE)) {
            superseded.add(FileHeader.segment(link.sequence()));
            if (header != null) {
                tip = header.previous();
                tipEnd = header.previousEnd();
            }
        } else {
            tip = link.sequence();
            tipEnd = from;
            chain.add(new Segment(FileHeader.segment(tip), tip, bytes.length));
        }
        unproven.write(bytes, from, reader.end() - from);
    }

    /// What was found, for people.
    Replay replay() {
        return new Replay(snapshotRows, records, links, cut, damage);
    }

    /// The highest sequence number that was ever used, as far as can be seen.
    long highest() {
        return segments.isEmpty() ? base.previous() : Math.max(base.previous(), segments.lastKey());
    }

    /// The segment that a new one continues, 0 for none.
    long tip() {
        return tip;
    }

    /// How far the tip counts.
    long tipEnd() {
        return tipEnd;
    }

    /// Records that a new segment has to begin with.
    byte[] unproven() {
        return unproven.toByteArray();
    }

    /// The segments that count, oldest first.
    List<Segment> chain() {
        return chain;
    }

    /// Files that may be deleted at once.
    List<String> superfluous() {
        return superfluous;
    }

    /// Files that may be deleted when a new segment has been synced.
    List<String> superseded() {
        return superseded;
    }

    /// Files with damage.
    List<String> damaged() {
        return damaged;
    }

    long snapshotOctets() {
        return snapshotOctets;
    }
}
