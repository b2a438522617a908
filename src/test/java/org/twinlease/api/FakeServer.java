package org.twinlease.api;

import org.jspecify.annotations.Nullable;
import org.twinlease.control.Command;
import org.twinlease.control.ControlChannel;
import org.twinlease.control.Notice;
import org.twinlease.control.Outcome;
import org.twinlease.control.Preview;
import org.twinlease.control.Query;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// A server's own channel whose answers are given beforehand.
final class FakeServer implements ControlChannel {

    final List<Command> ordered = new ArrayList<>();
    final List<Consumer<Notice>> watchers = new CopyOnWriteArrayList<>();
    Outcome outcome = new Outcome.Done();
    boolean full;

    @Override
    @SuppressWarnings("unchecked") // the only question that is asked is answered by its type
    public <A extends @Nullable Object> CompletableFuture<A> ask(Query<A> query) {
        if (full) return CompletableFuture.failedFuture(new IllegalStateException("full"));
        CompletableFuture<@Nullable Object> answer = new CompletableFuture<>();
        answer.complete(
                switch (query) {
                    case Query.Consequence(Command command) -> new Preview(false, "" + command);
                    case Query.Failover _ -> List.of(Samples.PAIR);
                    default -> null;
                });
        return (CompletableFuture<A>) (CompletableFuture<?>) answer;
    }

    @Override
    public CompletableFuture<Outcome> submit(Command command) {
        ordered.add(command);
        return CompletableFuture.completedFuture(outcome);
    }

    @Override
    public Watch watch(Consumer<Notice> watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    /// Tells everybody of alarms with these details.
    void tell(String... details) {
        for (String detail : details) {
            for (Consumer<Notice> watcher : watchers) watcher.accept(alarm(detail));
        }
    }

    static Notice alarm(String detail) {
        return new Notice.Alarm(
                new org.twinlease.control.AlarmView(
                        org.twinlease.control.AlarmType.POOL_EMPTY, 1, false, detail));
    }
}
