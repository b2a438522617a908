package org.twinlease.cli;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/// What `console` was asked for. `snapshots` is a folder for pictures, null for a window; `theme`
/// is `light` or `dark`, null for both (pictures) or the stored choice (window); `seconds` ends the
/// terminal's demo, 0 lets it run.
public record ConsoleOptions(
        @Nullable Path snapshots, int width, int height, @Nullable String theme, int seconds) {}
