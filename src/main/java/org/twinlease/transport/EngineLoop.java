package org.twinlease.transport;

import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;

import org.jspecify.annotations.Nullable;
import org.twinlease.engine.Input;
import org.twinlease.value.Now;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// The one thread of a server: Netty's event loop, which reads the sockets and runs the core
/// between two reads. It owns the clocks, drains the inbox in bounded batches with one [Now] each,
/// and calls the core when it wants to be woken.
///
/// A core that throws is finished: its sockets are closed, nothing is handed to it any more, and
/// the handler given at construction hears of it once, on the loop's thread.
public final class EngineLoop implements AutoCloseable {

    /// The most inputs that one batch takes.
    public static final int BATCH = 1_024;

    private static final long NEVER = Long.MAX_VALUE;
    private static final long LOOK_MILLIS = 1_000;
    private final MultiThreadIoEventLoopGroup group;
    private final EventExecutor thread;
    private final Intake inbox;
    private final Consumer<Throwable> onFatal;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final List<Input> batch = new ArrayList<>(BATCH);
    private final List<Runnable> closing = new ArrayList<>();
    private final long origin = System.nanoTime();
    private @Nullable Core core;
    private @Nullable Future<?> timer;
    private long timerTick = NEVER;
    private volatile boolean stopped;
    private Now lastLook = now();
    private Now readUntil = lastLook;

    /// A loop with an inbox of its own that holds up to 16,384 inputs.
    public static EngineLoop named(String name, IoKind io, Consumer<Throwable> onFatal) {
        return new EngineLoop(name, io, new Intake(1 << 14), onFatal);
    }

    /// A loop that does not run anything yet.
    ///
    /// @param name of the thread
    /// @param io how sockets are waited for
    /// @param inbox the queue that every input passes
    /// @param onFatal hears what the core threw
    EngineLoop(String name, IoKind io, Intake inbox, Consumer<Throwable> onFatal) {
        this.group =
                new MultiThreadIoEventLoopGroup(
                        1, new DefaultThreadFactory(name, true), io.handlers());
        this.thread = group.next();
        this.inbox = inbox;
        this.onFatal = onFatal;
        var _ =
                thread.scheduleWithFixedDelay(
                        this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /// Between two looks the loop has emptied every socket, whatever time that took. Once a second,
    /// on the loop's thread.
    void look() {
        readUntil = lastLook;
        lastLook = now();
    }

    /// A moment at which everything that has not been read yet had not come. A second or two ago,
    /// or when the process was stopped, its machine slept or its disk kept it waiting: before that.
    /// On the loop's thread only.
    Now readUntil() {
        return readUntil;
    }

    /// Begins to run the core; what the inbox holds already is its first batch.
    public void start(Core core) {
        thread.execute(
                () -> {
                    this.core = core;
                    turn();
                });
    }

    /// Puts an input into the inbox and wakes the loop; false when the inbox is full or the loop
    /// has ended. From any thread.
    public boolean offer(Input input) {
        if (stopped) return false;
        boolean taken = inbox.offer(input);
        wake();
        return taken;
    }

    /// Asks for a batch; many calls before it make one.
    private void wake() {
        if (!asked.compareAndSet(false, true)) return;
        try {
            thread.execute(this::turn);
        } catch (RejectedExecutionException ended) {
            // The loop ended in this very moment, and nobody is served any more.
        }
    }

    /// Runs something on the loop's thread, between two batches, and looks then whether the core
    /// wants to be called. What it throws is as fatal as if the core had thrown it. From any
    /// thread.
    void run(Runnable action) {
        thread.execute(
                () -> {
                    guarded(action);
                    turn();
                });
    }

    /// Both clocks, read now.
    public Now now() {
        return new Now(System.currentTimeMillis(), (System.nanoTime() - origin) / 1_000_000L);
    }

    /// Ends the loop: the inbox is worked off once more, sockets are flushed and closed, the thread
    /// ends. Returns when all that is done, or after ten seconds.
    @Override
    public void close() {
        if (thread.inEventLoop()) { // a fatal error's handler closes what it has
            stop();
            var _ = group.shutdownGracefully(0, 2, TimeUnit.SECONDS);
            return;
        }
        if (!thread.isShuttingDown()) {
            thread.submit(
                            () -> {
                                guarded(this::runBatches);
                                stop();
                            })
                    .awaitUninterruptibly(10, TimeUnit.SECONDS);
        }
        group.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(10, TimeUnit.SECONDS);
    }

    MultiThreadIoEventLoopGroup group() {
        return group;
    }

    /// Adds something to close, in reverse order of adding, when the loop stops.
    void whenStopped(Runnable close) {
        synchronized (closing) {
            closing.add(close);
        }
    }

    private void turn() {
        asked.set(false);
        if (core == null) return;
        guarded(
                () -> {
                    runBatch();
                    if (inbox.isEmpty()) arm();
                    else wake();
                });
    }

    private void runBatches() {
        do runBatch();
        while (core != null && !inbox.isEmpty());
    }

    /// Runs the core's code unless it is finished. Whatever it throws, its state cannot be trusted
    /// after that.
    private void guarded(Runnable work) {
        if (stopped) return;
        try {
            work.run();
        } catch (Throwable broken) {
            stop();
            onFatal.accept(broken);
        }
    }

    private void runBatch() {
        Core running = core;
        if (running == null) return;
        inbox.drainTo(batch, BATCH);
        Now now = now();
        if (!batch.isEmpty() || running.nextWakeTick() <= now.tickMillis()) {
            running.batch(now, batch);
        }
        batch.clear();
    }

    /// Sets the timer for the core's next wish. An earlier timer is kept: it finds nothing to do
    /// and arms the next one, which costs less than cancelling at every batch.
    private void arm() {
        long wish = core == null ? NEVER : core.nextWakeTick();
        if (wish >= timerTick || wish == NEVER) return;
        if (timer != null) timer.cancel(false);
        timerTick = wish;
        long delay = Math.max(0, wish - now().tickMillis());
        timer = thread.schedule(this::ring, delay, TimeUnit.MILLISECONDS);
    }

    private void ring() {
        timer = null;
        timerTick = NEVER;
        turn();
    }

    private void stop() {
        if (stopped) return;
        stopped = true;
        if (timer != null) timer.cancel(false);
        List<Runnable> last;
        synchronized (closing) {
            last = closing.reversed().stream().toList();
        }
        last.forEach(Runnable::run);
    }
}
