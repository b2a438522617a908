package org.twinlease.app.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// A file that takes another's place at once: after a loss of power there is the old one or the new
/// one, never a part of either. Without the sync a file system may keep the new name and lose what
/// it stands for.
public final class WholeFile {

    private final Path file;
    private final Path next;

    /// The file whose place is taken; the new one is made beside it.
    public WholeFile(Path file) {
        this.file = file;
        next = file.resolveSibling(file.getFileName() + ".next");
    }

    /// Writes the new one, and has it on disk.
    ///
    /// @throws IOException when that is refused; the old one is as it was
    public void write(byte[] octets) throws IOException {
        write(next, octets);
    }

    /// Writes a file, and has it on disk.
    ///
    /// @throws IOException when that is refused; the file may hold a part of it
    public static void write(Path file, byte[] octets) throws IOException {
        try (FileChannel channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer rest = ByteBuffer.wrap(octets);
            while (rest.hasRemaining()) channel.write(rest);
            channel.force(true);
        }
    }

    /// Lets the new one, once written, take the place.
    ///
    /// @throws IOException when that is refused; the old one is as it was
    public void put() throws IOException {
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
