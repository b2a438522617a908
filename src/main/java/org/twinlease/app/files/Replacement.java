package org.twinlease.app.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// One file that gets other octets by a rename, with its permissions, the former one kept beside
/// it.
final class Replacement {
    private final Path file;
    private final Path real;
    private final Path fresh;
    private final Path kept;
    private final boolean old;

    Replacement(Path file) throws IOException {
        this.file = file;
        old = Files.exists(file);
        real = old ? file.toRealPath() : file.toAbsolutePath();
        fresh = real.resolveSibling(real.getFileName() + ".new");
        Path free = real.resolveSibling(real.getFileName() + ".bak");
        for (int i = 1; Files.exists(free); i++) {
            free = real.resolveSibling(real.getFileName() + ".bak" + i);
        }
        kept = free;
    }

    /// Writes the new file and the copy of the old one; the file itself is as it was.
    void prepare(byte[] octets) throws IOException {
        if (old) {
            Files.copy(real, kept, StandardCopyOption.COPY_ATTRIBUTES);
            Files.copy(real, fresh, StandardCopyOption.COPY_ATTRIBUTES);
        }
        WholeFile.write(fresh, octets);
    }

    void swap() throws IOException {
        Files.move(fresh, real, StandardCopyOption.ATOMIC_MOVE);
    }

    /// Puts the former file back.
    void undo() throws IOException {
        if (old) Files.move(kept, real, StandardCopyOption.ATOMIC_MOVE);
        else Files.delete(real);
    }

    /// Takes away what was only on the way.
    void tidy() throws IOException {
        Files.deleteIfExists(fresh);
    }

    /// Takes away the copy of a file that is as it was.
    void forget() throws IOException {
        Files.deleteIfExists(kept);
    }

    /// Where the former file is, beside the file as it was named.
    Path kept() {
        return file.resolveSibling(kept.getFileName());
    }
}
