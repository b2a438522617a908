package org.twinlease.console.model;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.document.Documents;
import org.twinlease.control.ControlChannel;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Executor;

/// What a console works with: the servers, one or the two of a failover pair, and their switches
/// where they have any. `background` runs slow work (sorting a large table) beside the console's
/// own thread; `zone` is what times are shown in. `documents` are the configurations of these
/// servers where they can be had, `files` is where a person keeps what is shown, `pairs` is where
/// the pairs of drills come from.
public record ConsoleSession(
        List<ControlChannel> channels,
        @Nullable Power power,
        @Nullable Documents documents,
        ConsoleSettings settings,
        ConsoleFiles files,
        PairSource pairs,
        Mode mode,
        Executor background,
        InstantSource clock,
        ZoneId zone) {

    /// Takes a copy of the list.
    public ConsoleSession {
        channels = List.copyOf(channels);
    }

    /// The same with other settings.
    public ConsoleSession with(ConsoleSettings others) {
        return new ConsoleSession(
                channels, power, documents, others, files, pairs, mode, background, clock, zone);
    }

    /// The same with configurations.
    public ConsoleSession with(@Nullable Documents others) {
        return new ConsoleSession(
                channels, power, others, settings, files, pairs, mode, background, clock, zone);
    }

    /// What kind of server the console looks at; a demonstration must never pass for production.
    public enum Mode {
        /// A real server.
        SERVER,
        /// Simulated clients on the loopback network.
        DEMO,
        /// Configurations out of files; no server.
        FILES,
        /// Configurations and leases out of files; no server.
        LEASES;

        /// Whether there is a server, so that things happen.
        public boolean isLive() {
            return this == SERVER || this == DEMO;
        }
    }
}
