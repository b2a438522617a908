package org.twinlease.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/// Lines that are kept on a disk in the order in which they came, the oldest ones only as long as
/// there is room. Written without a sync: what a crash of the machine takes is the newest of them,
/// and never makes older ones unreadable. Used by one thread.
public final class PastBook implements AutoCloseable {

    private static final String NAME = "past-";
    private static final int SEGMENT = 1 << 20;

    private final Disk disk;
    private final long most;
    private final List<Segment> segments = new ArrayList<>();
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private Disk.File open;

    /// A file of the book, and how many octets of it are written.
    private static final class Segment {
        final String name;
        long size;

        Segment(String name, long size) {
            this.name = name;
            this.size = size;
        }
    }

    private PastBook(Disk disk, long most, Disk.File open) {
        this.disk = disk;
        this.most = most;
        this.open = open;
    }

    /// Opens the book of a disk, to go on behind what it has. `most` is about how many octets are
    /// kept.
    public static PastBook open(Disk disk, long most) throws IOException {
        List<Segment> found = new ArrayList<>();
        for (String name : disk.list()) {
            if (name.matches(NAME + "\\d{8}")) found.add(new Segment(name, disk.read(name).length));
        }
        long number = found.isEmpty() ? 0 : number(found.getLast()) + 1;
        String next = name(number);
        PastBook book = new PastBook(disk, most, disk.create(next));
        book.segments.addAll(found);
        book.segments.add(new Segment(next, 0));
        return book;
    }

    private static String name(long number) {
        return NAME + String.format(Locale.ROOT, "%08d", number);
    }

    private static long number(Segment segment) {
        return Long.parseLong(segment.name.substring(NAME.length()));
    }

    /// Adds a line, which must not have an end of line in it. On the disk with the next [#flush].
    public void add(byte[] line) {
        pending.writeBytes(line);
        pending.write('\n');
    }

    /// Writes what was added.
    public void flush() throws IOException {
        if (pending.size() == 0) return;
        byte[] octets = pending.toByteArray();
        pending.reset();
        Segment last = segments.getLast();
        open.write(last.size, octets, 0, octets.length);
        last.size += octets.length;
        if (last.size >= SEGMENT) turn();
    }

    private void turn() throws IOException {
        open.close();
        String next = name(number(segments.getLast()) + 1);
        open = disk.create(next);
        segments.add(new Segment(next, 0));
        long size = segments.stream().mapToLong(segment -> segment.size).sum();
        while (size > most && segments.size() > 2) {
            Segment oldest = segments.removeFirst();
            size -= oldest.size;
            disk.delete(oldest.name);
        }
    }

    /// Hands out the lines, newest first, until one is answered with false.
    public void newestFirst(Predicate<byte[]> wanted) throws IOException {
        flush();
        for (Segment segment : segments.reversed()) {
            if (segment.size == 0) continue;
            byte[] octets = disk.read(segment.name);
            // What stands behind the last end of line was being written when the power went.
            int end = last(octets, octets.length);
            while (end >= 0) {
                int before = last(octets, end);
                if (!wanted.test(Arrays.copyOfRange(octets, before + 1, end))) return;
                end = before;
            }
        }
    }

    /// The first line of the oldest file; empty when there is none.
    public byte[] oldest() throws IOException {
        flush();
        for (Segment segment : segments) {
            byte[] octets = segment.size == 0 ? new byte[0] : disk.read(segment.name);
            for (int i = 0; i < octets.length; i++) {
                if (octets[i] == '\n') return Arrays.copyOf(octets, i);
            }
        }
        return new byte[0];
    }

    /// Where the last end of line before an index is, -1 for none.
    private static int last(byte[] octets, int before) {
        for (int i = before - 1; i >= 0; i--) if (octets[i] == '\n') return i;
        return -1;
    }

    @Override
    public void close() throws IOException {
        flush();
        open.close();
    }
}
