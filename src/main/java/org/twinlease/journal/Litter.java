package org.twinlease.journal;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/// Files that are no longer needed. A disk that refuses even to delete is asked again later, so
/// that no attempt leaves anything behind for good.
final class Litter {

    private final Disk disk;
    private final Deque<String> names = new ArrayDeque<>();
    private final List<String> uncertain = new ArrayList<>();
    private boolean stuck;

    Litter(Disk disk) {
        this.disk = disk;
    }

    void add(String name) {
        names.add(name);
        stuck = false;
    }

    /// A name is in use again.
    void remove(String name) {
        names.remove(name);
    }

    /// Adds files that other files replace, which were found and not made by this process: they go
    /// when the names of those others are durable.
    void addAll(Collection<String> replaced) {
        uncertain.addAll(replaced);
        stuck = false;
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
        if (stuck || (names.isEmpty() && uncertain.isEmpty())) return false;
        try {
            if (names.isEmpty()) {
                disk.syncNames();
                names.addAll(uncertain);
                uncertain.clear();
            }
            disk.delete(names.getFirst());
            names.removeFirst();
        } catch (IOException e) {
            stuck = true;
            if (!names.isEmpty()) names.addLast(names.removeFirst());
        }
        return !stuck;
    }

    /// Tries every file once.
    void sweepAll() {
        for (int i = names.size() + uncertain.size(); i > 0; i--) {
            stuck = false;
            sweep();
        }
    }
}
