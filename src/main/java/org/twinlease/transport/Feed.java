package org.twinlease.transport;

import io.netty.util.concurrent.EventExecutor;

import org.twinlease.engine.Input;

import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// Inputs of one source on their way into the inbox, none lost and all in order: what does not fit
/// waits and is tried again a little later. Meanwhile the source is told to be quiet; what it has
/// said already still finds room here. For the loop's thread.
final class Feed {
    static final long AGAIN_MILLIS = 5;

    /// The source, which can be stopped for a while.
    interface Source {
        void reading(boolean on);
    }

    private final Predicate<Input> inbox;
    private final EventExecutor thread;
    private final Source source;
    private final ArrayDeque<Input> waiting = new ArrayDeque<>();
    private boolean ended;

    Feed(Predicate<Input> inbox, EventExecutor thread, Source source) {
        this.inbox = inbox;
        this.thread = thread;
        this.source = source;
    }

    void put(Input input) {
        if (ended || (waiting.isEmpty() && inbox.test(input))) return;
        waiting.add(input);
        if (waiting.size() > 1) return;
        source.reading(false);
        later();
    }

    /// Forgets what waits and takes nothing more.
    void end() {
        ended = true;
        waiting.clear();
    }

    private void later() {
        var _ = thread.schedule(this::again, AGAIN_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void again() {
        if (ended) return;
        while (!waiting.isEmpty() && inbox.test(waiting.peekFirst())) waiting.removeFirst();
        if (waiting.isEmpty()) source.reading(true);
        else later();
    }
}
