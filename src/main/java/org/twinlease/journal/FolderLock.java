package org.twinlease.journal;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;

/// The lock of a folder: a file of which one octet, far behind its text, is locked, so that the
/// text stays readable to others even where locks are mandatory. The text names the holder.
final class FolderLock implements AutoCloseable {

    static final String NAME = "lock";

    private static final long LOCKED_OCTET = Long.MAX_VALUE - 1;

    /// Folders that this process has. The system's lock is no help within a process, and closing
    /// any other channel to the file would even drop it.
    private static final Set<Path> HELD = new HashSet<>();

    private final Path folder;
    private final FileChannel channel;

    private FolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    static FolderLock take(Path folder) throws IOException {
        Path real = folder.toRealPath();
        synchronized (HELD) {
            if (!HELD.add(real)) throw new FolderInUse(folder, "this process already, " + holder());
        }
        boolean taken = false;
        try {
            var lock = new FolderLock(real, lock(folder, real.resolve(NAME)));
            taken = true;
            return lock;
        } finally {
            if (!taken) forget(real);
        }
    }

    private static FileChannel lock(Path folder, Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean taken = false;
        try {
            @Nullable FileLock lock = channel.tryLock(LOCKED_OCTET, 1, false);
            if (lock == null) {
                String holder = Files.readString(file).strip();
                // The other one may be between taking the lock and writing its name.
                throw new FolderInUse(folder, holder.isEmpty() ? "another process" : holder);
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap((holder() + "\n").getBytes(StandardCharsets.UTF_8)), 0);
            taken = true;
            return channel;
        } finally {
            if (!taken) channel.close();
        }
    }

    private static String holder() {
        ProcessHandle self = ProcessHandle.current();
        String started = self.info().startInstant().map(i -> ", started " + i).orElse("");
        return "process " + self.pid() + started;
    }

    private static void forget(Path folder) {
        synchronized (HELD) {
            HELD.remove(folder);
        }
    }

    boolean isHeld() {
        return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
        if (!channel.isOpen()) return;
        channel.close();
        forget(folder);
    }
}
