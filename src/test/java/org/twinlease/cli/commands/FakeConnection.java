package org.twinlease.cli.commands;

import org.jspecify.annotations.Nullable;
import org.twinlease.api.Connection;
import org.twinlease.console.model.FakeChannel;
import org.twinlease.control.Command;
import org.twinlease.control.Notice;
import org.twinlease.control.Outcome;
import org.twinlease.control.Query;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// A connection to a server in name only.
record FakeConnection(FakeChannel channel) implements Connection {

    FakeConnection() {
        this(new FakeChannel());
    }

    @Override
    public <A extends @Nullable Object> CompletableFuture<A> ask(Query<A> query) {
        return channel.ask(query);
    }

    @Override
    public CompletableFuture<Outcome> submit(Command command) {
        return channel.submit(command);
    }

    @Override
    public Watch watch(Consumer<Notice> watcher) {
        return channel.watch(watcher);
    }

    @Override
    public Watch follow(@Nullable String after, Follower follower) {
        return watch(notice -> follower.heard("", notice));
    }
}
