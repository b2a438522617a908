package org.twinlease.journal;

import org.jspecify.annotations.Nullable;
import org.twinlease.journal.Chain.Link;
import org.twinlease.journal.Replay.Cut;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/// Reads a folder: the snapshot, then the segments of the chain, all rows in order; and finds where
/// a journal goes on from there.
final class Recovery {

    /// A segment that is not written any more: its file, number and length.
    record Segment(String name, long sequence, long octets) {}

    private final Disk disk;
    private final Heard heard;
    private final NavigableMap<Long, String> segments = new TreeMap<>();
    private final List<Cut> damage = new ArrayList<>();
    private final List<String> superfluous = new ArrayList<>();
    private final List<String> superseded = new ArrayList<>();
    private final List<String> damaged = new ArrayList<>();
    private final List<Segment> chain = new ArrayList<>();
    private byte[] unproven = new byte[0];
    private FileHeader base = new FileHeader(0, 0, 0, 0);
    private long snapshotOctets;
    private int snapshotRows;
    private long records;
    private @Nullable Cut cut;
    private int links;
    private long tip;
    private long tipEnd;

    private Recovery(Disk disk, Heard heard) {
        this.disk = disk;
        this.heard = heard;
    }

    /// Reads everything; every record is heard, later ones over earlier ones.
    static Recovery of(Disk disk, Heard heard) throws IOException {
        var recovery = new Recovery(disk, heard);
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
        var found = Chain.of(disk, base, segments);
        superfluous.addAll(found.superfluous());
        damage.addAll(found.damage());
        for (Cut missing : found.damage()) damaged.add(missing.file());
        cut = found.cut();
        links = found.links().size();
        for (Link link : found.links()) readSegment(link);
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
        var reader = new RecordReader(FileHeader.SNAPSHOT, bytes, 0, heard);
        reader.readUntil(bytes.length);
        damage.addAll(reader.damage());
        snapshotRows = (int) reader.records();
        if (reader.promised() != reader.records()) {
            damage.add(new Cut(FileHeader.SNAPSHOT, bytes.length, 0, "rows are missing"));
        }
        if (damage.size() > before) damaged.add(FileHeader.SNAPSHOT);
    }

    private void readSegment(Link link) throws IOException {
        String name = link.name();
        byte[] bytes = disk.read(name);
        var reader = new RecordReader(name, bytes, link.sequence(), heard);
        if (link.until() >= 0) {
            reader.readUntil(link.until());
        } else {
            reader.readAll(link.sequence() == base.previous() ? base.previousEnd() : 0);
        }
        records += reader.records();
        damage.addAll(reader.damage());
        if (reader.cut() != null) cut = reader.cut();
        if (link.header() == null) {
            damage.add(new Cut(name, 0, FileHeader.SIZE, "the header is not readable"));
        }
        if (link.header() == null || !reader.damage().isEmpty()) damaged.add(name);
        if (link.until() >= 0) {
            chain.add(new Segment(name, link.sequence(), bytes.length));
        } else {
            goOnFrom(link, bytes, reader);
        }
    }

    /// What a new segment has to say of the newest one, and to repeat of it: its last batch could
    /// be read, which does not mean that it is durable. When it is the only one, nothing of the
    /// file is, and the new segment takes its place.
    private void goOnFrom(Link link, byte[] bytes, RecordReader reader) {
        FileHeader header = link.header();
        int from = reader.batch() == 0 ? reader.end() : reader.batch();
        if (header != null && from <= FileHeader.SIZE) {
            superseded.add(link.name());
            tip = header.previous();
            tipEnd = header.previousEnd();
        } else {
            tip = link.sequence();
            tipEnd = from;
            chain.add(new Segment(link.name(), tip, bytes.length));
        }
        unproven = Arrays.copyOfRange(bytes, from, reader.end());
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
        return unproven;
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

    /// Files with damage, and those that are missing.
    List<String> damaged() {
        return damaged;
    }

    long snapshotOctets() {
        return snapshotOctets;
    }
}
