package org.twinlease.console.view.window;

import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.util.Duration;

import org.twinlease.control.Notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// The one bridge from other threads to the JavaFX thread: gathers notices and work. Notices are
/// handed over at most ten times a second; when more of them wait than it holds, they are dropped
/// for one [Notice.Resync]. Work is never dropped, and work that made new work is followed up a
/// little sooner.
final class Pump implements Executor {

    private static final int HELD = 50_000;
    private static final double PAUSE_MILLIS = 100;
    private static final double BREATH_MILLIS = 20;

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
        try {
            // Work that makes more work, page after page of a large table, leaves room for drawing.
            for (int now = work.size(); now > 0; now--) Objects.requireNonNull(work.poll()).run();
            if (!batch.isEmpty()) taker.accept(batch);
        } finally {
            // A page that fails is no reason for all others to stand still.
            pause();
        }
    }

    private void pause() {
        boolean more = !work.isEmpty() && notices.isEmpty();
        var pause = new PauseTransition(Duration.millis(more ? BREATH_MILLIS : PAUSE_MILLIS));
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
