package org.twinlease.app;

import org.twinlease.app.files.LeaseFileMark;
import org.twinlease.app.files.Sayings;
import org.twinlease.app.files.WholeFile;
import org.twinlease.cli.Terminal;
import org.twinlease.control.ControlChannel;
import org.twinlease.control.Notice;
import org.twinlease.isc.LeasesFile;
import org.twinlease.journal.FolderDisk;
import org.twinlease.journal.Journal;
import org.twinlease.lease.Lease;
import org.twinlease.lease.PairState;
import org.twinlease.value.Ip4;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// Keeps a dhcpd.leases file up to date with a journal, for programs that read such files. Written
/// from what is on disk, soon after something changed and once at the end; the old file stays until
/// the new one is whole. A dhcpd has its file written before it answers, so who looks into it after
/// an answer is not kept waiting, as long as writing costs next to nothing: it takes at most a
/// fifth of one processor, and a large file comes seconds later.
final class LeaseExport implements AutoCloseable {

    private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long SHARE = 4;

    private final Path journal;
    private final Path file;
    private final Terminal terminal;
    private final LeaseFileMark mark;
    private final AtomicBoolean changed = new AtomicBoolean(true);
    private boolean following;
    private volatile long nextNanos = System.nanoTime();

    /// What comes when the end has begun is in the last writing.
    private final ScheduledExecutorService clock =
            new ScheduledThreadPoolExecutor(
                    1,
                    Thread.ofPlatform().daemon().name("lease-export").factory(),
                    new ThreadPoolExecutor.DiscardPolicy());

    LeaseExport(Path journal, Path file, Terminal terminal) {
        this.journal = journal;
        this.file = file;
        this.terminal = terminal;
        mark = new LeaseFileMark(journal);
    }

    /// Writes the file, and begins to write it again whenever a lease of this server changes.
    ///
    /// @return how many leases it has, -1 when it cannot be written now
    int follow(ControlChannel channel) {
        following = true;
        var _ =
                channel.watch(
                        notice -> {
                            if (notice instanceof Notice.LeaseChanged) change();
                        });
        changed.set(false);
        int written = begin();
        if (written < 0) changed.set(true);
        if (changed.get()) later();
        return written;
    }

    private int begin() {
        try {
            mark.found(file);
        } catch (IOException unreadable) {
            // Then it is about to be replaced by one that can be read.
        }
        return writeNow();
    }

    private void change() {
        if (!changed.getAndSet(true)) later();
    }

    private void later() {
        long wait = Math.max(0, nextNanos - System.nanoTime());
        var _ = clock.schedule(this::writeIfChanged, wait, TimeUnit.NANOSECONDS);
    }

    private void writeIfChanged() {
        if (!changed.getAndSet(false)) return;
        long begun = System.nanoTime();
        boolean written = writeNow() >= 0;
        long now = System.nanoTime();
        long pause = written ? Math.min((now - begun) * SHARE, MOST_NANOS) : MOST_NANOS;
        nextNanos = now + pause;
        if (!written) change();
    }

    private int writeNow() {
        try {
            return write();
        } catch (IOException refused) {
            terminal.complain(file + " could not be brought up to date: " + Sayings.of(refused));
            return -1;
        }
    }

    private synchronized int write() throws IOException {
        Stored stored = read(journal);
        var whole = new WholeFile(file);
        byte[] octets = stored.file();
        // What is in the file's place after a loss of power must be one of the two that the mark
        // knows, or the next start would take it for another's and forget the journal.
        whole.write(octets);
        mark.next(octets);
        whole.put();
        return stored.leases().size();
    }

    /// What a data folder holds: every lease that something is known of, and the states of the
    /// failover pairs.
    record Stored(Collection<Lease> leases, Collection<PairState> pairs) {

        /// The same as a dhcpd.leases file.
        byte[] file() {
            return LeasesFile.write(leases, pairs);
        }
    }

    /// Reads a data folder, which a server may be working on; leases by address, pairs by name.
    static Stored read(Path journal) throws IOException {
        Map<Ip4, Lease> leases = new TreeMap<>();
        Map<String, PairState> pairs = new TreeMap<>();
        var _ =
                Journal.read(
                        FolderDisk.readOnly(journal),
                        () -> {
                            leases.clear();
                            return lease -> leases.put(lease.address(), lease);
                        },
                        pair -> pairs.put(pair.name(), pair));
        leases.values().removeIf(Lease::isUnused);
        return new Stored(leases.values(), pairs.values());
    }

    /// Whether a data folder holds any lease that something is known of.
    static boolean holdsAny(Path journal) throws IOException {
        try {
            var _ =
                    Journal.read(
                            FolderDisk.readOnly(journal),
                            () ->
                                    lease -> {
                                        if (!lease.isUnused()) throw new FoundOne();
                                    });
            return false;
        } catch (FoundOne first) {
            return true;
        }
    }

    /// Ends a reading early.
    private static final class FoundOne extends RuntimeException {
        FoundOne() {
            super(null, null, false, false);
        }
    }

    /// Writes a last time, unless the server never began: then the file is still what it was
    /// before, and may hold leases that no journal has. Nor is a file written over that somebody
    /// has emptied or replaced meanwhile, so that the next start begins with it.
    @Override
    public void close() {
        clock.shutdownNow();
        if (!following || isReplaced()) return;
        var _ = writeNow();
    }

    private boolean isReplaced() {
        try {
            return mark.isReplaced(file);
        } catch (IOException unreadable) {
            return false;
        }
    }
}
