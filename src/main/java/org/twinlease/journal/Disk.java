package org.twinlease.journal;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/// A flat folder of files, as little of a disk as a journal needs. What was written is certain to
/// be there after a crash only when a later [File#sync] returned. Every method may fail, and a
/// failed write or sync leaves open how much of it arrived.
public interface Disk {

    /// The names of all files.
    List<String> list() throws IOException;

    /// The whole content of a file.
    byte[] read(String name) throws IOException;

    /// The first octets of a file, at most `most` of them.
    default byte[] read(String name, int most) throws IOException {
        byte[] all = read(name);
        return all.length <= most ? all : Arrays.copyOf(all, most);
    }

    /// Makes a new, empty file, replacing one of the same name. That it is there at all is certain
    /// only after a sync of it, like what was written to it.
    File create(String name) throws IOException;

    /// Removes a file; no error when there is none. It may be back after a crash.
    void delete(String name) throws IOException;

    /// Renames a file over another one and makes that durable: after a crash either the old or the
    /// new content is there, whole.
    void rename(String from, String to) throws IOException;

    /// Returns when all names are durable as they are now. A process that finds a file cannot know
    /// whether the one that made or renamed it got as far.
    void syncNames() throws IOException;

    /// How much room there is.
    default Room room() throws IOException {
        return Room.UNKNOWN;
    }

    /// What all files take, what may still be written, and the whole disk, in octets; -1 is not
    /// known.
    record Room(long used, long free, long whole) {
        static final Room UNKNOWN = new Room(-1, -1, -1);
    }

    /// A name of the folder for messages.
    String name();

    /// A file that is open for writing.
    interface File extends AutoCloseable {

        /// Writes `length` octets of `bytes` at a position of the file.
        void write(long position, byte[] bytes, int offset, int length) throws IOException;

        /// Returns when all that was written is durable.
        void sync() throws IOException;

        @Override
        void close() throws IOException;
    }
}
