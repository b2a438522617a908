package org.twinlease.journal;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;

/// Files that are no longer needed. A disk that refuses even to delete is asked again later, so
/// that no attempt leaves anything behind for good.
final class Litter {

    private final Disk disk;
    private final Deque<String> names = new ArrayDeque<>();
    private boolean stuck;

    Litter(Disk disk) {
        this.disk = disk;
    }

    void add(String name) {
        names.add(name);
        stuck = false;
    }

    void addAll(Collection<String> more) {
        more.forEach(this::add);
    }

    /// Adds a file that is still open. What closing it says is of no interest any more.
    void add(Disk.File file, String name) {
        closeQuietly(file);
        add(name);
    }

    static void closeQuietly(Disk.File file) {
        try {
            file.close();
        } catch (IOException e) {
            // Nothing that was to be kept depends on it.
        }
    }

    /// Deletes one file; false when there was none or the disk refused.
    boolean sweep() {
        if (names.isEmpty() || stuck) return false;
        String name = names.removeFirst();
        try {
            disk.delete(name);
        } catch (IOException e) {
            names.addLast(name);
            stuck = true;
        }
        return !stuck;
    }

    /// Tries every file once.
    void sweepAll() {
        for (int i = names.size(); i > 0; i--) {
            stuck = false;
            sweep();
        }
    }
}
