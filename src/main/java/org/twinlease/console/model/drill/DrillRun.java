package org.twinlease.console.model.drill;

import org.jspecify.annotations.Nullable;
import org.twinlease.drill.Twin;
import org.twinlease.drill.script.Act;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/// A twin that runs beside the console's own thread, one short piece of work at a time, so that the
/// screen never waits for it and a person is obeyed at once. Methods belong to the console's
/// thread; the twin itself is touched by the work alone.
final class DrillRun {

    /// Milliseconds of a piece of work of a twin that runs as fast as it goes.
    private static final long SLICE = 80;

    /// Seconds of a twin that pass between two looks at the clock.
    private static final long STRIDE = 20;

    /// Where its work is done, and where it comes back to.
    record Desk(Executor background, Executor ui, InstantSource clock) {}

    private final Desk desk;
    private final Runnable changed;
    private final Deque<Consumer<Twin>> waiting = new ArrayDeque<>();
    private @Nullable Twin twin;
    private @Nullable Glance glance;
    private boolean busy;
    private boolean broken;
    private volatile boolean dropped;
    private boolean running;
    private long owedMillis;
    private long seenMillis;

    /// `made` makes the twin, which may take a while and is given up when it is not wanted any
    /// more, or gives none, and then the run is broken; `changed` is called whenever there is
    /// something new to see.
    DrillRun(Desk desk, Function<BooleanSupplier, @Nullable Twin> made, Runnable changed) {
        this.desk = desk;
        this.changed = changed;
        work(() -> twin = wanted(made));
    }

    private @Nullable Twin wanted(Function<BooleanSupplier, @Nullable Twin> made) {
        if (dropped) return null;
        try {
            return made.apply(() -> !dropped);
        } catch (CancellationException given) {
            return null;
        }
    }

    /// Another run whose twin has come to a moment the same way as this one. To be asked of a run
    /// that stands still.
    DrillRun branch(Runnable told, long second) {
        Twin known = twin;
        if (known == null) throw new IllegalStateException("there is no twin yet");
        return new DrillRun(desk, wanted -> known.branch(second, wanted), told);
    }

    private void work(Runnable what) {
        busy = true;
        desk.background()
                .execute(
                        () -> {
                            Glance seen = null;
                            try {
                                what.run();
                                Twin known = twin;
                                if (known != null) seen = Glance.of(known);
                            } finally {
                                Glance next = seen;
                                desk.ui().execute(() -> done(next));
                            }
                        });
    }

    private void done(@Nullable Glance seen) {
        busy = false;
        if (dropped) return;
        if (seen == null) broken = true;
        else glance = seen;
        if (broken || (seen != null && seen.over())) running = false;
        next();
        changed.run();
    }

    private void next() {
        if (busy || broken) return;
        Consumer<Twin> job = waiting.poll();
        if (job != null) with(job);
    }

    private void with(Consumer<Twin> job) {
        work(
                () -> {
                    Twin known = twin;
                    if (known != null) job.accept(known);
                });
    }

    private void soon(Consumer<Twin> job) {
        waiting.add(job);
        next();
    }

    /// How it stood last; null while it is being made.
    @Nullable Glance glance() {
        return glance;
    }

    /// Whether its time passes.
    boolean isRunning() {
        return running;
    }

    /// Whether it ended by a fault of its own.
    boolean isBroken() {
        return broken;
    }

    /// Whether something is under way that takes a moment.
    boolean isBusy() {
        return busy;
    }

    /// Lets its time pass, or stand still.
    void run(boolean now) {
        Glance seen = glance;
        running = now && !broken && (seen == null || !seen.over());
        owedMillis = 0;
        seenMillis = desk.clock().millis();
    }

    /// To be called ten times a second: lets the time pass that is due at a speed.
    void pulse(Speed speed) {
        long now = desk.clock().millis();
        long passed = Math.max(0, now - seenMillis);
        seenMillis = now;
        if (!running) return;
        if (speed == Speed.MOST) {
            if (!busy) soon(this::slice);
            return;
        }
        // What the machine cannot keep up with is not owed for ever.
        owedMillis = Math.min(owedMillis + passed * speed.factor, 1000L * speed.factor + 999);
        long seconds = owedMillis / 1000;
        if (busy || seconds == 0) return;
        owedMillis -= seconds * 1000;
        soon(known -> known.runTo(known.second() + seconds));
    }

    private void slice(Twin known) {
        long until = desk.clock().millis() + SLICE;
        while (!known.isOver() && desk.clock().millis() < until) {
            known.runTo(known.second() + STRIDE);
        }
    }

    /// Lets time pass until the next line of the story.
    void step() {
        running = false;
        soon(Twin::step);
    }

    /// Does something to the twin.
    void act(Act act) {
        soon(known -> known.act(act));
    }

    /// Does something else with the twin, in its turn.
    void use(Consumer<Twin> work) {
        soon(work);
    }

    /// Nobody wants it any more.
    void drop() {
        dropped = true;
        running = false;
        waiting.clear();
    }
}
