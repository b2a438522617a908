package org.twinlease.cli;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;

/// What `console` was asked for. `snapshots` is a folder for pictures, null for a window; `theme`
/// is `light` or `dark`, null for both (pictures) or the stored choice (window); `seconds` ends the
/// terminal's demo, 0 lets it run. `demo` opens the demo without asking. `connect` are the running
/// servers to attach to, and `tokens` the files of their tokens in that order; `files` are opened
/// beside them or by themselves.
public record ConsoleOptions(
        @Nullable Path snapshots,
        int width,
        int height,
        @Nullable String theme,
        int seconds,
        boolean demo,
        List<String> connect,
        List<Path> tokens,
        Files files) {

    /// Configurations, one or the two of a pair, and lease files of these servers in that order.
    public record Files(List<Path> configs, List<Path> leases) {

        /// Takes copies of the lists.
        public Files {
            configs = List.copyOf(configs);
            leases = List.copyOf(leases);
        }
    }

    /// Takes copies of the lists.
    public ConsoleOptions {
        connect = List.copyOf(connect);
        tokens = List.copyOf(tokens);
    }
}
