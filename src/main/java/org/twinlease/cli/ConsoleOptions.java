package org.twinlease.cli;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;

/// What `console` was asked for. `snapshots` is a folder for pictures, null for a window; `theme`
/// is `light` or `dark`, null for both (pictures) or the stored choice (window); `seconds` ends the
/// terminal's demo, 0 lets it run. `connect` are the running servers to attach to, none for the
/// demo, and `tokens` the files of their tokens in that order.
public record ConsoleOptions(
        @Nullable Path snapshots,
        int width,
        int height,
        @Nullable String theme,
        int seconds,
        List<String> connect,
        List<Path> tokens) {

    /// Takes copies of the lists.
    public ConsoleOptions {
        connect = List.copyOf(connect);
        tokens = List.copyOf(tokens);
    }
}
