package org.twinlease.app.window;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;

/// Writes down when the first window had been drawn, and closes it. For the build, which records
/// what a start needs, and for measuring how long one takes: see [#PROPERTY].
public final class FirstFrame extends AnimationTimer {

    /// The system property that asks for it: the file that the time goes to, in milliseconds since
    /// 1970-01-01 UTC.
    public static final String PROPERTY = "twinlease.first-frame";

    /// The system property that has it press, in the first window, what Enter would press, and
    /// watch for the window that comes then.
    public static final String NEXT = "twinlease.first-frame.next";

    /// The first pulse lays the window out, the second one comes when it has been drawn.
    private static final int DRAWN = 2;

    private final Path file;
    private final Stage stage;
    private final InstantSource clock;
    private @Nullable Scene watched;
    private int pulses;
    private boolean further = Boolean.getBoolean(NEXT);

    private FirstFrame(Path file, Stage stage, InstantSource clock) {
        this.file = file;
        this.stage = stage;
        this.clock = clock;
    }

    /// Watches the window that has just been shown, when the property asks for it.
    public static void watch(Stage stage, InstantSource clock) {
        @Nullable String file = System.getProperty(PROPERTY);
        if (file != null) new FirstFrame(Path.of(file), stage, clock).start();
    }

    @Override
    public void handle(long now) {
        Scene scene = stage.getScene();
        if (!Objects.equals(scene, watched)) pulses = 0;
        watched = scene;
        pulses++;
        if (pulses != DRAWN) return;
        if (further && scene.getFocusOwner() instanceof ButtonBase button) {
            further = false;
            button.fire();
        } else {
            finish();
        }
    }

    private void finish() {
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
