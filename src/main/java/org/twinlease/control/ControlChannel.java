package org.twinlease.control;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// One server as people and programs see it. All methods may be called from any thread and return
/// at once; the server never waits for a watcher.
public interface ControlChannel {

    /// Asks for something; the answer is one consistent reading of the server's state. Completes
    /// exceptionally only when the server is gone.
    <A extends @Nullable Object> CompletableFuture<A> ask(Query<A> query);

    /// Asks for something to be done; answered by done or by a refusal with its reason.
    CompletableFuture<Outcome> submit(Command command);

    /// Registers a watcher for notices, called in order on the server's own thread: it must only
    /// hand them on. A watcher that fell behind gets [Notice.Resync] and should ask again.
    Watch watch(Consumer<Notice> watcher);

    /// A registration that ends when closed.
    interface Watch extends AutoCloseable {
        @Override
        void close();
    }
}
