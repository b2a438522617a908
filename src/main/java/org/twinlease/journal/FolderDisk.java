package org.twinlease.journal;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// A folder of the operating system. One server at a time may write to it, which a lock sees to
/// that the system drops by itself when a process dies. A second one may read.
public final class FolderDisk implements Disk, AutoCloseable {

    private static final int LARGEST_WRITE = 1 << 20;

    private final Path folder;
    private final @Nullable FolderLock lock;

    private FolderDisk(Path folder, @Nullable FolderLock lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /// Takes a folder for writing; it is made if it is not there.
    ///
    /// @throws FolderInUse when another process has it, or this one already
    public static FolderDisk open(Path folder) throws IOException {
        Files.createDirectories(folder);
        return new FolderDisk(folder, FolderLock.take(folder));
    }

    /// Looks at a folder that a server may be working on. Everything that writes fails.
    public static FolderDisk readOnly(Path folder) {
        return new FolderDisk(folder, null);
    }

    @Override
    public Room room() throws IOException {
        long used = 0;
        for (String name : list()) {
            // A file may go while it is looked at: then it takes no room.
            Path file = folder.resolve(name);
            if (Files.exists(file)) used += Files.size(file);
        }
        FileStore store = Files.getFileStore(folder);
        return new Room(used, store.getUsableSpace(), store.getTotalSpace());
    }

    @Override
    public List<String> list() throws IOException {
        var names = new ArrayList<String>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                if (!name.equals(FolderLock.NAME) && Files.isRegularFile(entry)) names.add(name);
            }
        } catch (java.nio.file.DirectoryIteratorException e) {
            throw e.getCause();
        }
        Collections.sort(names);
        return names;
    }

    @Override
    public byte[] read(String name) throws IOException {
        return Files.readAllBytes(folder.resolve(name));
    }

    @Override
    public byte[] read(String name, int most) throws IOException {
        try (InputStream in = Files.newInputStream(folder.resolve(name))) {
            return in.readNBytes(most);
        }
    }

    @Override
    public File create(String name) throws IOException {
        Path path = writable(name);
        Files.deleteIfExists(path);
        FileChannel channel =
                FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return new FolderFile(channel);
    }

    @Override
    public void delete(String name) throws IOException {
        Files.deleteIfExists(writable(name));
    }

    @Override
    public void rename(String from, String to) throws IOException {
        Files.move(writable(from), folder.resolve(to), StandardCopyOption.ATOMIC_MOVE);
        syncNames();
    }

    @Override
    public String name() {
        return folder.toString();
    }

    /// Gives the folder free for other processes.
    @Override
    public void close() throws IOException {
        if (lock != null) lock.close();
    }

    private Path writable(String name) throws IOException {
        if (lock == null) throw new IOException(folder + " is open for reading only");
        if (!lock.isHeld()) throw new IOException(folder + " was closed");
        return folder.resolve(name);
    }

    /// Windows has no such call and needs none: NTFS keeps names in its own log.
    @Override
    public void syncNames() throws IOException {
        if (java.io.File.separatorChar == '\\') return;
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private final class FolderFile implements File {

        private final FileChannel channel;
        private boolean named;

        FolderFile(FileChannel channel) {
            this.channel = channel;
        }

        @Override
        public void write(long position, byte[] bytes, int offset, int length) throws IOException {
            long at = position;
            int end = offset + length;
            for (int from = offset; from < end; ) {
                // The JDK keeps a buffer outside the heap as large as the largest write of a
                // thread.
                int most = Math.min(LARGEST_WRITE, end - from);
                int written = channel.write(ByteBuffer.wrap(bytes, from, most), at);
                from += written;
                at += written;
            }
        }

        @Override
        public void sync() throws IOException {
            channel.force(false);
            if (named) return;
            syncNames();
            named = true;
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
