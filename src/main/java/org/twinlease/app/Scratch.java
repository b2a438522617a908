package org.twinlease.app;

import org.jspecify.annotations.Nullable;
import org.twinlease.journal.Disk;
import org.twinlease.journal.FolderDisk;
import org.twinlease.sim.SimDisk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/// A data folder that is gone when it is closed: a temporary one, or memory where the system lets
/// nothing be written.
final class Scratch implements AutoCloseable {

    private static final String NAME = "twinlease-demo-";

    private final Disk disk;
    private final @Nullable Path folder;

    private Scratch(Disk disk, @Nullable Path folder) {
        this.disk = disk;
        this.folder = folder;
    }

    static Scratch open() {
        sweep();
        try {
            Path folder = Files.createTempDirectory(NAME);
            return new Scratch(FolderDisk.open(folder), folder);
        } catch (IOException unwritable) {
            return new Scratch(new SimDisk("memory", new SplittableRandom(1)), null);
        }
    }

    Disk disk() {
        return disk;
    }

    @Override
    public void close() throws IOException {
        if (disk instanceof FolderDisk held) held.close();
        if (folder != null) remove(folder);
    }

    /// Removes what demos left behind that were ended too roughly to do so themselves: a killed
    /// process holds no lock any more.
    private static void sweep() {
        Path all = Path.of(System.getProperty("java.io.tmpdir"));
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(all, NAME + "*")) {
            for (Path folder : folders) {
                try (FolderDisk _ = FolderDisk.open(folder)) {
                    // Nobody has it.
                } catch (IOException used) {
                    continue;
                }
                remove(folder);
            }
        } catch (IOException | DirectoryIteratorException another) {
            // Of another user, or just removed by one.
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(Scratch::delete);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
