package org.twinlease.journal;

import org.jspecify.annotations.Nullable;
import org.twinlease.lease.Lease;
import org.twinlease.lease.PairState;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The durable record of every lease, and of every failover pair's state. They are appended, whole,
/// to a segment file; [#sync] writes what was appended in one go and returns when it is durable.
/// Nobody may be told of a lease before.
///
/// When a sync fails the journal has failed: of the batch nothing counts, though some of it may be
/// on the disk. The owner takes its memory back to the state before the batch and calls [#repair]
/// until that succeeds. Between batches the owner calls [#housekeeping].
///
/// Not safe for use by more than one thread.
public final class Journal implements AutoCloseable {

    private static final int ATTEMPTS = 5;

    private final Sizes sizes;
    private final Batch batch;
    private final Litter litter;
    private final Chores chores;
    private Disk.@Nullable File file;
    private long sequence;
    private long end;
    private long capacity;
    private byte[] unproven;
    private List<String> superseded;

    /// Files whose damage nobody has dealt with yet.
    private List<String> damaged = List.of();

    private boolean failed;
    private boolean closed;

    /// A journal that is ready and what it found.
    public record Opened(Journal journal, Replay replay) {}

    private Journal(Disk disk, Sizes sizes, Recovery found) {
        this.sizes = sizes;
        batch = new Batch(1 << 16);
        litter = new Litter(disk);
        chores = new Chores(disk, sizes, litter, found);
        sequence = found.tip();
        end = found.tipEnd();
        unproven = found.unproven();
        superseded = found.superseded();
        litter.addAll(found.superfluous());
    }

    /// Reads all leases, the later record of an address after the earlier one, and begins a new
    /// segment. On a disk that can be read but takes nothing, the journal is [#failed] from the
    /// start.
    public static Opened open(Disk disk, Consumer<Lease> replay) throws IOException {
        return open(disk, Sizes.USUAL, replay);
    }

    /// The same, with the states of failover pairs, the later record of a name after the earlier
    /// one.
    public static Opened open(Disk disk, Consumer<Lease> leases, Consumer<PairState> pairs)
            throws IOException {
        return open(disk, Sizes.USUAL, leases, pairs);
    }

    static Opened open(Disk disk, Sizes sizes, Consumer<Lease> replay) throws IOException {
        return open(disk, sizes, replay, _ -> {});
    }

    static Opened open(Disk disk, Sizes sizes, Consumer<Lease> leases, Consumer<PairState> pairs)
            throws IOException {
        Recovery found = Recovery.of(disk, new Heard(leases, pairs));
        var journal = new Journal(disk, sizes, found);
        journal.damaged = Evidence.news(disk, found.damaged());
        journal.begin(List.of(), List.of());
        return new Opened(journal, found.replay());
    }

    /// Reads all leases and changes nothing, which is also possible while a server works on the
    /// files: its last batch may then look torn. The files may change underneath; every attempt
    /// gets a consumer of its own, and what the last one got is the result.
    public static Replay read(Disk disk, Supplier<Consumer<Lease>> attempts) throws IOException {
        return read(disk, attempts, _ -> {});
    }

    /// The same, with the states of failover pairs. A state is only ever replaced by a later one of
    /// its name, so one consumer does for all attempts.
    public static Replay read(
            Disk disk, Supplier<Consumer<Lease>> attempts, Consumer<PairState> pairs)
            throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                Replay replay = Recovery.of(disk, new Heard(attempts.get(), pairs)).replay();
                if (replay.damage().isEmpty() || attempt == ATTEMPTS) return replay;
            } catch (IOException e) {
                if (attempt == ATTEMPTS) throw e;
            }
        }
    }

    /// Adds the new state of an address to the batch. No disk is involved.
    ///
    /// @throws IllegalStateException when the journal has failed, or the batch is far beyond
    ///   [#isDue]
    /// @throws IllegalArgumentException when a field is longer than 255 octets
    public void append(Lease lease) {
        checkUp();
        batch.add(lease);
    }

    /// Adds the new state of a failover pair to the batch.
    ///
    /// @throws IllegalStateException as with a lease
    /// @throws IllegalArgumentException when the name is longer than 255 octets
    public void append(PairState state) {
        checkUp();
        batch.add(state);
    }

    private void checkUp() {
        if (failed || closed) throw new IllegalStateException("append to a journal that is not up");
        if (batch.size() > sizes.largestBatch())
            throw new IllegalStateException("no sync for long");
    }

    /// Whether the batch is so large that it should be synced before more is appended.
    public boolean isDue() {
        return batch.size() >= sizes.dueBatch();
    }

    /// Makes all that was appended durable.
    ///
    /// @throws IOException when that is not certain; the journal has then failed
    public void sync() throws IOException {
        if (closed) throw new IllegalStateException("sync of a closed journal");
        if (failed) throw new IOException("the journal has failed and is not repaired");
        if (batch.isEmpty()) return;
        try {
            write();
        } catch (IOException e) {
            failed = true;
            throw e;
        } finally {
            batch.clear();
        }
    }

    private void write() throws IOException {
        int size = batch.size();
        Spare next = null;
        if (end + size > capacity) next = chores.takeSpare(FileHeader.SIZE + size);
        if (next == null && end + size > Math.max(capacity, sizes.largest())) {
            next = chores.takeAnySpare();
        }
        if (next == null && file != null) {
            batch.seal(sequence, end, true);
            file.write(end, batch.bytes(), 0, size);
            file.sync();
            end += size;
            chores.appended(size);
        } else if (next != null) {
            beginWith(next);
        }
    }

    /// Writes header and batch to a new segment, which from then on is the current one.
    private void beginWith(Spare next) throws IOException {
        boolean durable = false;
        try {
            batch.prepend(new FileHeader(next.sequence(), sequence, end, batch.size()));
            batch.seal(next.sequence(), 0, true);
            next.file().write(0, batch.bytes(), 0, batch.size());
            next.file().sync();
            durable = true;
        } finally {
            if (!durable) chores.discard(next);
        }
        if (file != null) {
            Litter.closeQuietly(file);
            chores.retired(sequence, end);
        }
        file = next.file();
        sequence = next.sequence();
        end = batch.size();
        capacity = next.prepared();
        chores.appended(end);
    }

    /// Whether a sync failed since the last repair.
    public boolean failed() {
        return failed;
    }

    /// Whether damage was found that no owner has dealt with before. The first [#housekeeping] sets
    /// the damaged files aside, after which it is no news any more; what the owner has to do about
    /// it must be synced before.
    public boolean isDamaged() {
        return !damaged.isEmpty();
    }

    /// Whether the disk refused the last try to prepare space or to write a snapshot. Leases are
    /// still taken, but it is time for somebody to look at the disk.
    public boolean isStruggling() {
        return chores.isStruggling();
    }

    /// Comes back after a failure, if the disk lets it: begins a new segment that says how far the
    /// failed one counts and that holds `truth`, the true state of every address of the failed
    /// batch. False when the disk still refuses; nothing is left behind then, and it may be tried
    /// as often as wanted.
    public boolean repair(Iterable<Lease> truth) {
        return repair(truth, List.of());
    }

    /// The same, with the true states of the pairs of the failed batch; one that had none before it
    /// is left out.
    public boolean repair(Iterable<Lease> truth, Iterable<PairState> pairs) {
        return !closed && (!failed || begin(truth, pairs));
    }

    private boolean begin(Iterable<Lease> truth, Iterable<PairState> pairs) {
        chores.makeRoom();
        try {
            Spare next = chores.takeAnySpare();
            batch.clear();
            batch.addRecords(unproven);
            for (Lease lease : truth) batch.add(lease);
            for (PairState state : pairs) batch.add(state);
            beginWith(next);
            failed = false;
        } catch (IOException e) {
            failed = true;
            litter.sweepAll();
            return false;
        } finally {
            batch.clear();
        }
        unproven = new byte[0];
        litter.addAll(superseded);
        superseded = List.of();
        return true;
    }

    /// Does one small step of what is to be done between batches (at most 256 kB written, and
    /// mostly nothing); whether there is more. Nothing is done while a batch is open or after a
    /// failure.
    public boolean housekeeping(Rows rows) {
        if (failed || closed || !batch.isEmpty()) return false;
        if (isDamaged()) {
            Evidence.keep(chores.disk(), damaged);
            damaged = List.of();
            return true;
        }
        return chores.step(rows, sequence, end, capacity);
    }

    /// Says that addresses have changed their index in the rows, so that a snapshot that has begun
    /// would miss some. It begins anew.
    public void rowsMoved() {
        chores.rowsMoved();
    }

    /// Syncs what is open, marks the end as a good one and closes all files.
    @Override
    public void close() throws IOException {
        if (closed) return;
        try {
            if (!failed) sync();
            if (!failed) markEnd();
        } finally {
            closed = true;
            chores.close();
            if (file != null) Litter.closeQuietly(file);
        }
    }

    private void markEnd() {
        try {
            batch.addMark(Frame.CLOSED);
            write();
        } catch (IOException e) {
            // All leases are durable. The mark would only have proved it to the next start.
            failed = true;
        }
    }
}
