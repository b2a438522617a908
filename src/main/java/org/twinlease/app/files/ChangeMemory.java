package org.twinlease.app.files;

import org.twinlease.console.model.ChangeBook;

import java.util.ArrayList;
import java.util.List;

/// What was changed in one session; the next one begins with nothing.
public final class ChangeMemory implements ChangeBook {

    private final List<Change> changes = new ArrayList<>();
    private final String person;

    /// Of one person.
    public ChangeMemory(String person) {
        this.person = person;
    }

    @Override
    public String person() {
        return person;
    }

    @Override
    public synchronized List<Change> read() {
        return List.copyOf(changes);
    }

    @Override
    public synchronized void add(Change change) {
        changes.removeIf(known -> known.id() == change.id());
        changes.add(change);
    }
}
