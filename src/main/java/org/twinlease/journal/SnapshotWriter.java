package org.twinlease.journal;

import org.twinlease.lease.Lease;
import org.twinlease.lease.PairState;

import java.io.IOException;

/// A snapshot in the making: all rows as they are when their turn comes, the pairs' states last,
/// under a temporary name until the last one is durable. Rows that change meanwhile have a record
/// in the segment that was current at the beginning, or in a later one, and replay takes those over
/// the snapshot's.
final class SnapshotWriter {

    /// Rows looked at in one step, so that a table of many empty ones is no long pause either.
    private static final int MOST_ROWS = 1 << 14;

    private final Disk disk;
    private final Disk.File file;
    private final Batch batch;
    private final long base;
    private int next;
    private long rowsWritten;
    private long octets;
    private long synced;

    SnapshotWriter(Disk disk, Sizes sizes, long base, long baseEnd) throws IOException {
        this.disk = disk;
        this.base = base;
        this.batch = new Batch(sizes.step() + Frame.MOST);
        this.file = disk.create(FileHeader.UNFINISHED_SNAPSHOT);
        batch.prepend(new FileHeader(0, base, baseEnd, 0));
    }

    /// Writes at most about one step's octets; true when the snapshot is complete and in its place.
    boolean step(Rows rows, Sizes sizes) throws IOException {
        int size = rows.size();
        for (int i = 0; i < MOST_ROWS && next < size && batch.size() < sizes.step(); i++) {
            Lease lease = rows.row(next++);
            if (lease != null && !lease.isUnused()) {
                batch.add(lease);
                rowsWritten++;
            }
        }
        boolean last = next >= size;
        if (last) {
            for (PairState state : rows.pairs()) {
                batch.add(state);
                rowsWritten++;
            }
            batch.addEnd(rowsWritten);
        }
        batch.seal(0, octets, false);
        file.write(octets, batch.bytes(), 0, batch.size());
        octets += batch.size();
        batch.clear();
        if (last || octets - synced >= sizes.unsynced()) {
            file.sync();
            synced = octets;
        }
        if (last) {
            file.close();
            disk.rename(FileHeader.UNFINISHED_SNAPSHOT, FileHeader.SNAPSHOT);
        }
        return last;
    }

    /// The segment to replay from.
    long base() {
        return base;
    }

    long octets() {
        return octets;
    }

    void discard(Litter litter) {
        litter.add(file, FileHeader.UNFINISHED_SNAPSHOT);
    }
}
