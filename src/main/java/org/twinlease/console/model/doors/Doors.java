package org.twinlease.console.model.doors;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.document.NewPairs;
import org.twinlease.console.model.ConsoleSession;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/// Opens what a console can look at. Each returns at once; the answer comes on any thread.
public interface Doors {

    /// What was opened, or why it could not be, in words.
    record Answer(@Nullable ConsoleSession session, String refusal) {}

    /// What makes configurations of new pairs.
    NewPairs newPairs();

    /// Where slow work is done beside the window's own thread.
    Executor background();

    /// A pair in this process with simulated clients.
    CompletableFuture<Answer> demo();

    /// One dhcpd.conf, or those of a pair, with lease files or without.
    CompletableFuture<Answer> files(List<String> configs, List<String> leases);

    /// One running server, or both of a pair, with the files of their tokens or without.
    CompletableFuture<Answer> servers(List<String> urls, List<String> tokens);
}
