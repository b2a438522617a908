package org.twinlease.console.view;

import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.util.Duration;

import org.twinlease.control.Notice;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// The one bridge from other threads to the JavaFX thread: gathers notices and work and hands them
/// over at most ten times a second. When more notices wait than it holds, they are dropped for one
/// [Notice.Resync]; work is never dropped.
final class Pump implements Executor {

    private static final int HELD = 50_000;
    private static final double PAUSE_MILLIS = 100;

    private final ArrayBlockingQueue<Notice> notices = new ArrayBlockingQueue<>(HELD);
    private final ConcurrentLinkedQueue<Runnable> work = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean called = new AtomicBoolean();
    private final AtomicBoolean overflowed = new AtomicBoolean();
    private final Consumer<List<Notice>> taker;
    private volatile boolean closed;

    Pump(Consumer<List<Notice>> taker) {
        this.taker = taker;
    }

    /// Takes in a notice, on any thread, without waiting.
    void offer(Notice notice) {
        if (!notices.offer(notice)) overflowed.set(true);
        call();
    }

    /// Takes in work for the JavaFX thread.
    @Override
    public void execute(Runnable task) {
        work.add(task);
        call();
    }

    /// Hands nothing over any more.
    void close() {
        closed = true;
    }

    private void call() {
        if (!closed && called.compareAndSet(false, true)) Platform.runLater(this::handOver);
    }

    private void handOver() {
        if (closed) return;
        var batch = new ArrayList<Notice>();
        notices.drainTo(batch);
        if (overflowed.getAndSet(false)) {
            batch.clear();
            batch.add(new Notice.Resync());
        }
        for (Runnable task = work.poll(); task != null; task = work.poll()) task.run();
        if (!batch.isEmpty()) taker.accept(batch);
        var pause = new PauseTransition(Duration.millis(PAUSE_MILLIS));
        pause.setOnFinished(_ -> again());
        pause.play();
    }

    private void again() {
        if (notices.isEmpty() && work.isEmpty()) {
            called.set(false);
            if (notices.isEmpty() && work.isEmpty()) return;
            if (!called.compareAndSet(false, true)) return;
        }
        handOver();
    }
}
