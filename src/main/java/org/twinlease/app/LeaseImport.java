package org.twinlease.app;

import org.jspecify.annotations.Nullable;
import org.twinlease.cli.Imported;
import org.twinlease.cli.Refused;
import org.twinlease.cli.Terminal;
import org.twinlease.config.Problem;
import org.twinlease.isc.LeasesFile;
import org.twinlease.journal.Disk;
import org.twinlease.journal.FolderDisk;
import org.twinlease.journal.Journal;
import org.twinlease.lease.Lease;
import org.twinlease.lease.PairState;
import org.twinlease.value.Ip4;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/// Takes an ISC lease file over into a journal that no server works on.
final class LeaseImport {
    private LeaseImport() {}

    /// Takes the file over when the journal holds no lease; whether it did.
    static boolean intoEmpty(Disk disk, Path file, Terminal terminal) throws IOException, Refused {
        AtomicLong known = new AtomicLong();
        try (Journal journal = Journal.open(disk, _ -> known.incrementAndGet()).journal()) {
            if (known.get() > 0) return false;
            LeasesFile.Reading reading = read(file, terminal);
            store(journal, reading.leases(), reading.pairs());
            terminal.complain("took over " + reading.leases().size() + " leases from " + file);
        }
        return true;
    }

    /// Takes the file over into a data folder, which is made if it is not there. Where the folder
    /// knows a lease of a later time, that one stays: a file is older than the server that went on
    /// after it. Done twice, it is as done once.
    static Imported into(Path data, Path file, Terminal terminal) throws IOException, Refused {
        LeasesFile.Reading reading = read(file, terminal);
        try (FolderDisk disk = FolderDisk.open(data)) {
            Map<Ip4, Lease> known = new HashMap<>();
            Map<String, PairState> knownPairs = new HashMap<>();
            try (Journal journal =
                    Journal.open(
                                    disk,
                                    lease -> known.put(lease.address(), lease),
                                    pair -> knownPairs.put(pair.name(), pair))
                            .journal()) {
                List<Lease> wanted =
                        reading.leases().stream()
                                .filter(lease -> !isLater(known.get(lease.address()), lease))
                                .toList();
                List<PairState> wantedPairs =
                        reading.pairs().stream()
                                .filter(pair -> !isLater(knownPairs.get(pair.name()), pair))
                                .toList();
                store(journal, wanted, wantedPairs);
                return new Imported(
                        wanted.size(), reading.leases().size() - wanted.size(), damaged(reading));
            }
        }
    }

    private static boolean isLater(@Nullable Lease known, Lease lease) {
        return known != null && moment(known) > moment(lease);
    }

    private static boolean isLater(@Nullable PairState known, PairState pair) {
        return known != null && moment(known) > moment(pair);
    }

    private static long moment(PairState pair) {
        return Math.max(pair.since(), pair.partnerSince());
    }

    /// When the lease last changed hands or was renewed, as far as it says.
    private static long moment(Lease lease) {
        return Math.max(lease.starts(), lease.cltt());
    }

    private static int damaged(LeasesFile.Reading reading) {
        return (int)
                reading.problems().stream()
                        .filter(p -> p.severity() == Problem.Severity.ERROR)
                        .count();
    }

    private static void store(Journal journal, List<Lease> leases, List<PairState> pairs)
            throws IOException, Refused {
        if (journal.failed()) {
            throw Refused.input("the data folder takes nothing; is the disk full?");
        }
        for (Lease lease : leases) {
            journal.append(lease);
            if (journal.isDue()) journal.sync();
        }
        for (PairState pair : pairs) journal.append(pair);
        journal.sync();
    }

    private static LeasesFile.Reading read(Path file, Terminal terminal) throws IOException {
        byte[] octets = Files.readAllBytes(file);
        LeasesFile.Reading reading =
                LeasesFile.read(file.toString(), octets, System.currentTimeMillis() / 1000);
        terminal.complain(reading.problems());
        return reading;
    }
}
