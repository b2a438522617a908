package org.twinlease.console.model;

import org.twinlease.control.ControlChannel;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.concurrent.Executor;

/// What a console works with. `background` runs slow work (sorting a large table) beside the
/// console's own thread; `zone` is what times are shown in.
public record ConsoleSession(
        ControlChannel channel,
        ConsoleSettings settings,
        Mode mode,
        Executor background,
        InstantSource clock,
        ZoneId zone) {

    /// What kind of server the console looks at; a demonstration must never pass for production.
    public enum Mode {
        /// A real server.
        SERVER,
        /// Simulated clients on the loopback network.
        DEMO
    }
}
