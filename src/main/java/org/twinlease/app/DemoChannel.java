package org.twinlease.app;

import org.jspecify.annotations.Nullable;
import org.twinlease.control.Command;
import org.twinlease.control.ControlChannel;
import org.twinlease.control.Notice;
import org.twinlease.control.Outcome;
import org.twinlease.control.Query;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// The way in to a server that may be stopped and started again: while it stands, questions fail as
/// they do with any server that is gone; in its next life every watcher is told to ask anew.
final class DemoChannel implements ControlChannel {

    private final List<Standing> watchers = new ArrayList<>();
    private @Nullable ControlChannel now;

    /// A watcher, and its registration with the server of the present life.
    private static final class Standing {
        final Consumer<Notice> watcher;
        @Nullable Watch watch;

        Standing(Consumer<Notice> watcher) {
            this.watcher = watcher;
        }
    }

    synchronized void to(ControlChannel server) {
        now = server;
        for (Standing standing : watchers) {
            standing.watch = server.watch(standing.watcher);
            standing.watcher.accept(new Notice.Resync());
        }
    }

    synchronized void toNobody() {
        now = null;
        for (Standing standing : watchers) standing.watch = null;
    }

    private synchronized @Nullable ControlChannel server() {
        return now;
    }

    @Override
    public <A extends @Nullable Object> CompletableFuture<A> ask(Query<A> query) {
        ControlChannel server = server();
        return server != null
                ? server.ask(query)
                : CompletableFuture.failedFuture(new IllegalStateException("it is stopped"));
    }

    @Override
    public CompletableFuture<Outcome> submit(Command command) {
        ControlChannel server = server();
        return server != null
                ? server.submit(command)
                : CompletableFuture.completedFuture(
                        new Outcome.Refused("The server is stopped; nothing was changed."));
    }

    @Override
    public synchronized Watch watch(Consumer<Notice> watcher) {
        Standing standing = new Standing(watcher);
        watchers.add(standing);
        ControlChannel server = now;
        if (server != null) standing.watch = server.watch(watcher);
        return () -> end(standing);
    }

    private synchronized void end(Standing standing) {
        watchers.remove(standing);
        Watch watch = standing.watch;
        if (watch != null) watch.close();
    }
}
