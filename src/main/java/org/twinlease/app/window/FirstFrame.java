package org.twinlease.app.window;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

/// Writes down when the first window had been drawn, and closes it. For the build, which records
/// what a start needs, and for measuring how long one takes: see [#PROPERTY].
public final class FirstFrame extends AnimationTimer {

    /// The system property that asks for it: the file that the time goes to, in milliseconds since
    /// 1970-01-01 UTC.
    public static final String PROPERTY = "twinlease.first-frame";

    /// The first pulse lays the window out, the second one comes when it has been drawn.
    private static final int DRAWN = 2;

    private final Path file;
    private final InstantSource clock;
    private int pulses;

    private FirstFrame(Path file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
    }

    /// Watches the window that has just been shown, when the property asks for it.
    public static void watch(InstantSource clock) {
        @Nullable String file = System.getProperty(PROPERTY);
        if (file != null) new FirstFrame(Path.of(file), clock).start();
    }

    @Override
    public void handle(long now) {
        pulses++;
        if (pulses < DRAWN) return;
        stop();
        try {
            Files.writeString(file, clock.millis() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Platform.exit();
        }
    }
}
