package org.twinlease.engine;

import org.twinlease.control.ControlChannel.Watch;
import org.twinlease.control.Notice;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// Who is told of notices. Registered from any thread, told on the engine's.
final class Watchers {

    private final List<Consumer<Notice>> watchers = new CopyOnWriteArrayList<>();

    Watch add(Consumer<Notice> watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    boolean isEmpty() {
        return watchers.isEmpty();
    }

    void tell(Notice notice) {
        for (Consumer<Notice> watcher : watchers) watcher.accept(notice);
    }
}
