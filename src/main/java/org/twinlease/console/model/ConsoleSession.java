package org.twinlease.console.model;

import org.jspecify.annotations.Nullable;
import org.twinlease.control.ControlChannel;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Executor;

/// What a console works with: the servers, one or the two of a failover pair, and their switches
/// where they have any. `background` runs slow work (sorting a large table) beside the console's
/// own thread; `zone` is what times are shown in.
public record ConsoleSession(
        List<ControlChannel> channels,
        @Nullable Power power,
        ConsoleSettings settings,
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
        return new ConsoleSession(channels, power, others, mode, background, clock, zone);
    }

    /// What kind of server the console looks at; a demonstration must never pass for production.
    public enum Mode {
        /// A real server.
        SERVER,
        /// Simulated clients on the loopback network.
        DEMO
    }
}
