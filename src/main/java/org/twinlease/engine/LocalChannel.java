package org.twinlease.engine;

import org.jspecify.annotations.Nullable;
import org.twinlease.control.Command;
import org.twinlease.control.ControlChannel;
import org.twinlease.control.Notice;
import org.twinlease.control.Outcome;
import org.twinlease.control.Query;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// The control channel of an engine in this process: questions and orders go through its inbox.
final class LocalChannel implements ControlChannel {

    private final Predicate<Input> inbox;
    private final Watchers watchers;

    LocalChannel(Predicate<Input> inbox, Watchers watchers) {
        this.inbox = inbox;
        this.watchers = watchers;
    }

    @Override
    public <A extends @Nullable Object> CompletableFuture<A> ask(Query<A> query) {
        CompletableFuture<A> answer = new CompletableFuture<>();
        if (!inbox.test(new Input.Question<>(query, answer::complete))) {
            answer.completeExceptionally(new IllegalStateException("the server is overloaded"));
        }
        return answer;
    }

    @Override
    public CompletableFuture<Outcome> submit(Command command) {
        CompletableFuture<Outcome> answer = new CompletableFuture<>();
        if (!inbox.test(new Input.Order(command, answer::complete))) {
            answer.complete(new Outcome.Refused("The server is overloaded; try again."));
        }
        return answer;
    }

    @Override
    public Watch watch(Consumer<Notice> watcher) {
        return watchers.add(watcher);
    }
}
