package org.twinlease.app;

import org.twinlease.app.files.Sayings;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// Keeps a dhcpd.leases file up to date with a journal, for programs that read such files. Written
/// from what is on disk, every few seconds when something changed and once at the end; the old file
/// stays until the new one is whole.
final class LeaseExport implements AutoCloseable {

    private static final long EVERY_SECONDS = 5;

    private final Path journal;
    private final Path file;
    private final Terminal terminal;
    private final AtomicBoolean changed = new AtomicBoolean(true);
    private boolean following;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("lease-export").factory());

    LeaseExport(Path journal, Path file, Terminal terminal) {
        this.journal = journal;
        this.file = file;
        this.terminal = terminal;
    }

    /// Begins to write whenever a lease of this server changes.
    void follow(ControlChannel channel) {
        following = true;
        var _ =
                channel.watch(
                        notice -> {
                            if (notice instanceof Notice.LeaseChanged) changed.set(true);
                        });
        var _ =
                clock.scheduleWithFixedDelay(
                        this::writeIfChanged, 1, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    private void writeIfChanged() {
        if (!changed.getAndSet(false)) return;
        try {
            write();
        } catch (IOException refused) {
            changed.set(true);
            terminal.complain(file + " could not be brought up to date: " + Sayings.of(refused));
        }
    }

    private void write() throws IOException {
        Stored stored = read(journal);
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.write(next, stored.file());
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
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
    /// before, and may hold leases that no journal has.
    @Override
    public void close() {
        clock.shutdownNow();
        changed.set(true);
        if (following) writeIfChanged();
    }
}
