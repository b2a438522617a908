package org.twinlease.journal;

import org.jspecify.annotations.Nullable;
import org.twinlease.journal.Recovery.Segment;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/// What a journal does between batches, one bounded step at a time: fill the next segment with
/// zeros, write a snapshot, delete what the snapshot replaces. No step is essential; when the disk
/// refuses one, it is given up and tried again after some more records. Segments grow fourfold from
/// the first to the largest, so that a small site does not pay for a large one's.
final class Chores {

    private final Disk disk;
    private final Sizes sizes;
    private final Litter litter;
    private final Deque<Segment> older = new ArrayDeque<>();
    private long highest;
    private @Nullable Spare spare;
    private @Nullable SnapshotWriter snapshot;
    private long snapshotOctets;

    /// Octets of records, ever; and how many of them were there when the last snapshot began.
    private long appended;

    private long covered;
    private long coveredByNext;

    /// After a refusal: the largest segment to try next, and when to try again.
    private int most;

    private long prepareAgainAt;
    private long snapshotAgainAt;
    private boolean tight;
    private boolean struggling;

    Chores(Disk disk, Sizes sizes, Litter litter, Recovery found) {
        this.disk = disk;
        this.sizes = sizes;
        this.litter = litter;
        highest = found.highest();
        snapshotOctets = found.snapshotOctets();
        older.addAll(found.chain());
        for (Segment segment : older) appended += segment.octets();
        most = sizes.largest();
    }

    Disk disk() {
        return disk;
    }

    /// One step; whether there may be another one.
    boolean step(Rows rows, long sequence, long end, long capacity) {
        return prepare(end, capacity) || litter.sweep() || writeSnapshot(rows, sequence, end);
    }

    void appended(long octets) {
        appended += octets;
    }

    /// A segment is not written any more.
    void retired(long sequence, long octets) {
        older.add(new Segment(FileHeader.segment(sequence), sequence, octets));
    }

    /// The next segment, if it has room for at least so many octets without growing.
    @Nullable Spare takeSpare(long octets) {
        Spare taken = spare;
        if (taken == null || taken.prepared() < octets) return null;
        spare = null;
        return taken;
    }

    /// The next segment, with or without zeros.
    Spare takeAnySpare() throws IOException {
        Spare taken = takeSpare(0);
        return taken != null ? taken : newSpare(0);
    }

    /// The number of a segment that came to nothing is used again, so that a disk that refuses for
    /// long doesn't get a new name with every attempt.
    private Spare newSpare(int wanted) throws IOException {
        String name = FileHeader.segment(highest + 1);
        litter.remove(name);
        try {
            var made = new Spare(disk, highest + 1, wanted);
            highest++;
            return made;
        } catch (IOException e) {
            litter.add(name);
            throw e;
        }
    }

    void discard(Spare refused) {
        refused.discard(litter);
        if (refused.sequence() == highest) highest--;
    }

    /// Gives back all space that is not needed to keep what was synced, but for the spare.
    void makeRoom() {
        rowsMoved();
        litter.sweepAll();
    }

    /// Abandons a snapshot that has begun.
    void rowsMoved() {
        if (snapshot != null) snapshot.discard(litter);
        snapshot = null;
    }

    boolean isStruggling() {
        return struggling;
    }

    void close() {
        if (spare != null) discard(spare);
        spare = null;
        makeRoom();
    }

    /// Fills the next segment twice as fast as the current one fills up, from an eighth on.
    private boolean prepare(long end, long capacity) {
        if (spare == null && appended < prepareAgainAt) return false;
        int wanted = spare == null ? wanted(capacity) : spare.wanted();
        long needed = capacity == 0 ? wanted : wanted * (capacity + 16 * end) / (8 * capacity);
        if (spare != null && (spare.isReady() || spare.prepared() >= needed)) return false;
        try {
            if (spare == null) spare = newSpare(wanted);
            spare.step(sizes);
            if (spare.isReady()) {
                tight = most < sizes.largest();
                most = sizes.largest();
                struggling = false;
            }
        } catch (IOException e) {
            shrink(capacity);
        }
        return true;
    }

    private int wanted(long capacity) {
        long wanted = Math.min(Math.max(sizes.first(), 4 * capacity), sizes.largest());
        return (int) Math.min(wanted, most);
    }

    /// There was less room than wanted. The next attempt takes at most half of what there was: the
    /// other half is for snapshots, without which old segments could never be deleted.
    private void shrink(long capacity) {
        int had = spare == null ? 0 : spare.prepared();
        if (spare != null) discard(spare);
        spare = null;
        litter.sweepAll();
        tight = true;
        most = sizes.largest();
        while (most > had / 2) most /= 4;
        if (most < sizes.smallest()) {
            struggling = true;
            most = sizes.largest();
            prepareAgainAt = appended + Math.max(sizes.smallest(), capacity / 8);
        }
    }

    private boolean writeSnapshot(Rows rows, long sequence, long end) {
        if (snapshot == null && !isSnapshotDue()) return false;
        try {
            if (snapshot == null) {
                litter.remove(FileHeader.UNFINISHED_SNAPSHOT);
                snapshot = new SnapshotWriter(disk, sizes, sequence, end);
                coveredByNext = appended;
            }
            if (snapshot.step(rows, sizes)) replaceSegments(snapshot);
        } catch (IOException e) {
            if (snapshot == null) litter.add(FileHeader.UNFINISHED_SNAPSHOT);
            rowsMoved();
            litter.sweepAll();
            struggling = true;
            snapshotAgainAt = appended + snapshotAfter() / 8;
        }
        return true;
    }

    private void replaceSegments(SnapshotWriter complete) {
        snapshot = null;
        snapshotOctets = complete.octets();
        covered = coveredByNext;
        struggling = false;
        while (!older.isEmpty() && older.getFirst().sequence() < complete.base()) {
            litter.add(older.removeFirst().name());
        }
    }

    private boolean isSnapshotDue() {
        if ((tight && older.isEmpty()) || appended < snapshotAgainAt) return false;
        return appended - covered > snapshotAfter();
    }

    private long snapshotAfter() {
        return Math.max(tight ? sizes.smallest() : sizes.snapshotAfter(), 2 * snapshotOctets);
    }
}
