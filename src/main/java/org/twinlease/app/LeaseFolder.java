package org.twinlease.app;

import org.twinlease.app.files.LeaseFileMark;
import org.twinlease.app.files.Sayings;
import org.twinlease.cli.Exit;
import org.twinlease.cli.Refused;
import org.twinlease.journal.FolderDisk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The folder of a journal beside a dhcpd's lease file, before a server begins with the two.
final class LeaseFolder {

    private final Path journal;
    private final Path file;

    LeaseFolder(Path journal, Path file) {
        this.journal = journal;
        this.file = file;
    }

    /// A dhcpd without its lease file does not start, since it may be one whose disk is not there
    /// yet and who would give out what clients have.
    void refuseMissing() throws Refused {
        if (Files.exists(journal) || Files.exists(file)) return;
        throw cannotOpen(file, "No such file or directory");
    }

    /// In dhcpd's words.
    static Refused cannotOpen(Path file, String why) {
        return new Refused(Exit.FINDINGS, "Can't open lease database " + file + ": " + why);
    }

    /// Whether the lease file was emptied, replaced or edited since it was last written from the
    /// journal.
    boolean isOutdated() throws Refused {
        try {
            return new LeaseFileMark(journal).isReplaced(file);
        } catch (IOException unreadable) {
            throw cannotOpen(file, Sayings.of(unreadable));
        }
    }

    /// Puts the folder where no server begins with it; the one that was put there before goes.
    ///
    /// @return where it is now
    Path setAside() throws Refused {
        Path aside = journal.resolveSibling(journal.getFileName() + ".before");
        try {
            // Nobody else may be working on it.
            FolderDisk.open(journal).close();
            if (Files.exists(aside)) delete(aside);
            return Files.move(journal, aside);
        } catch (IOException refused) {
            throw Refused.input(
                    journal + " cannot be kept as " + aside + ": " + Sayings.of(refused));
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> found = Files.walk(folder)) {
            all = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path one : all) Files.delete(one);
    }

    /// Whether any lease is known there. A start that failed leaves a folder without leases; that
    /// is still a first start, and what dhcpd left must not be overwritten with nothing.
    boolean holdsLeases() throws Refused {
        try {
            return LeaseExport.holdsAny(journal);
        } catch (NoSuchFileException none) {
            return false;
        } catch (IOException unreadable) {
            throw Refused.input(journal + " cannot be read: " + Sayings.of(unreadable));
        }
    }
}
