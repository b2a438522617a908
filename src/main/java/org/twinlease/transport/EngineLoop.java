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
    private boolean stopped;

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
    }

    /// Begins to run the core; what the inbox holds already is its first batch.
    public void start(Core core) {
        thread.execute(
                () -> {
                    this.core = core;
                    turn();
                });
    }

    /// Puts an input into the inbox and wakes the loop; false when the inbox is full. From any
    /// thread.
    public boolean offer(Input input) {
        boolean taken = inbox.offer(input);
        wake();
        return taken;
    }

    /// Asks for a batch; many calls before it make one. From any thread.
    public void wake() {
        if (asked.compareAndSet(false, true)) thread.execute(this::turn);
    }

    /// Runs something on the loop's thread, between two batches, and looks then whether the core
    /// wants to be called. From any thread.
    void run(Runnable action) {
        thread.execute(
                () -> {
                    if (stopped) return;
                    action.run();
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
        if (!thread.isShuttingDown()) {
            thread.submit(
                            () -> {
                                runBatches();
                                stop();
                            })
                    .awaitUninterruptibly(10, TimeUnit.SECONDS);
        }
        group.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(10, TimeUnit.SECONDS);
    }

    MultiThreadIoEventLoopGroup group() {
        return group;
    }

    /// Whether the caller is the loop's thread.
    boolean isOwnThread() {
        return thread.inEventLoop();
    }

    /// Adds something to close, in reverse order of adding, when the loop stops.
    void whenStopped(Runnable close) {
        synchronized (closing) {
            closing.add(close);
        }
    }

    private void turn() {
        asked.set(false);
        runBatch();
        if (stopped || core == null) return;
        if (inbox.isEmpty()) arm();
        else wake();
    }

    private void runBatches() {
        do runBatch();
        while (!stopped && core != null && !inbox.isEmpty());
    }

    private void runBatch() {
        if (stopped || core == null) return;
        inbox.drainTo(batch, BATCH);
        Now now = now();
        try {
            if (!batch.isEmpty() || core.nextWakeTick() <= now.tickMillis()) core.batch(now, batch);
        } catch (Throwable broken) { // whatever it was, the core's state cannot be trusted now
            stop();
            onFatal.accept(broken);
        } finally {
            batch.clear();
        }
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
