package org.twinlease.app;

import org.twinlease.cli.Refused;
import org.twinlease.cli.Terminal;
import org.twinlease.isc.LeasesFile;
import org.twinlease.journal.Disk;
import org.twinlease.journal.Journal;
import org.twinlease.lease.Lease;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// Takes an ISC lease file over into a journal that no server works on.
final class LeaseImport {
    private LeaseImport() {}

    /// Takes the file over when the journal holds no lease; whether it did.
    static boolean intoEmpty(Disk disk, Path file, Terminal terminal) throws IOException, Refused {
        AtomicLong known = new AtomicLong();
        try (Journal journal = Journal.open(disk, _ -> known.incrementAndGet()).journal()) {
            if (known.get() > 0) return false;
            into(journal, file, terminal);
        }
        return true;
    }

    /// Takes the file over whatever there is; its leases replace those of the same addresses.
    static int into(Disk disk, Path file, Terminal terminal) throws IOException, Refused {
        try (Journal journal = Journal.open(disk, _ -> {}).journal()) {
            return into(journal, file, terminal);
        }
    }

    private static int into(Journal journal, Path file, Terminal terminal)
            throws IOException, Refused {
        if (journal.failed())
            throw Refused.input("the data folder takes nothing; is the disk full?");
        List<Lease> leases = read(file, terminal);
        for (Lease lease : leases) {
            journal.append(lease);
            if (journal.isDue()) journal.sync();
        }
        journal.sync();
        terminal.complain("took over " + leases.size() + " leases from " + file);
        return leases.size();
    }

    private static List<Lease> read(Path file, Terminal terminal) throws IOException {
        byte[] octets = Files.readAllBytes(file);
        LeasesFile.Reading reading =
                LeasesFile.read(file.toString(), octets, System.currentTimeMillis() / 1000);
        terminal.complain(reading.problems());
        return reading.leases();
    }
}
