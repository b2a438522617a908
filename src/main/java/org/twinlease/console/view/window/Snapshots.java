package org.twinlease.console.view.window;

import javafx.animation.PauseTransition;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Rectangle2D;
import javafx.scene.SnapshotParameters;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.ConsoleSettings;
import org.twinlease.console.model.doors.Doors;
import org.twinlease.console.model.settings.SettingsModel.Theme;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;

import javax.imageio.ImageIO;

/// Pictures of every page, for the manual and for looking at: opens a console, lets it see its
/// server for a while, walks through the pages and hands each out as a PNG.
public final class Snapshots {

    /// How often it is looked whether something is ready.
    private static final Duration LOOK = Duration.millis(150);

    /// What pictures are to be made: the size of the window in pixels, the theme, how long the
    /// server is watched before the first one, so that charts have something to show, and how long
    /// what was asked for and what moves may take before each.
    public record Wish(
            int width,
            int height,
            Theme theme,
            java.time.Duration watch,
            java.time.Duration settle) {}

    /// Where a picture goes; the name is the page's in lower case, without an ending.
    public interface Album {
        /// Opens the place for one picture; it is closed when the picture is in.
        OutputStream open(String name) throws IOException;
    }

    private final ConsoleView view;
    private final Stage stage;
    private final Duration settle;
    private final Album album;
    private final Runnable done;
    private final Deque<Step> steps;

    /// A picture, or none where there is no name: what to do before it, and how long to wait then;
    /// at most so long where something has to be `ready`, and as long as is wished where it is
    /// null.
    record Step(
            String name,
            Runnable prepare,
            @Nullable Duration pause,
            @Nullable BooleanSupplier ready) {
        Step(String name, Runnable prepare) {
            this(name, prepare, null, null);
        }

        Step(String name, Runnable prepare, Duration pause) {
            this(name, prepare, pause, null);
        }
    }

    private Snapshots(
            Stage stage,
            ConsoleView view,
            Duration settle,
            Album album,
            Runnable done,
            ConsoleSession session) {
        this.stage = stage;
        this.view = view;
        this.settle = settle;
        this.album = album;
        this.done = done;
        steps = new ArrayDeque<>(new Scenes(view, session).all());
    }

    /// Takes the pictures on the JavaFX thread, where it must be called, without blocking it;
    /// `done` runs there after the last one, when the console is closed again.
    public static void take(
            Stage stage, ConsoleSession session, Wish wish, Album album, Runnable done) {
        ConsoleView view =
                ConsoleView.openUnseen(stage, wearing(session, wish), wish.width(), wish.height());
        var snapshots = new Snapshots(stage, view, length(wish.settle()), album, done, session);
        after(length(wish.watch()), snapshots::next);
    }

    /// The session with the wished theme, which is not a choice to be kept.
    private static ConsoleSession wearing(ConsoleSession session, Wish wish) {
        var settings =
                new ConsoleSettings() {
                    @Override
                    public String read(String key, String otherwise) {
                        return key.equals("theme")
                                ? wish.theme().name()
                                : session.settings().read(key, otherwise);
                    }

                    @Override
                    public void write(String key, String value) {}
                };
        return session.with(settings);
    }

    private void next() {
        Step step = steps.poll();
        if (step == null) {
            view.close();
            stage.hide();
            done.run();
            return;
        }
        step.prepare.run();
        Duration pause = step.pause == null ? settle : step.pause;
        if (step.ready == null) after(pause, () -> shoot(step.name));
        else await(step, pause.toMillis());
    }

    private void await(Step step, double left) {
        BooleanSupplier ready = step.ready;
        if (left <= 0 || (ready != null && ready.getAsBoolean())) {
            after(LOOK, () -> shoot(step.name));
            return;
        }
        after(LOOK, () -> await(step, left - LOOK.toMillis()));
    }

    private void shoot(String name) {
        if (!name.isEmpty()) write(view.root(), album, name);
        next();
    }

    private static void write(Region root, Album album, String name) {
        // A sheet's shadow reaches beyond the window.
        var window = new SnapshotParameters();
        window.setViewport(new Rectangle2D(0, 0, root.getWidth(), root.getHeight()));
        var image = SwingFXUtils.fromFXImage(root.snapshot(window, null), null);
        try (OutputStream out = album.open(name)) {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Takes the picture of the doors in the same way.
    public static void takeDoors(
            Stage stage,
            Doors doors,
            ConsoleSession session,
            Wish wish,
            Album album,
            Runnable done) {
        ConsoleSettings settings = wearing(session, wish).settings();
        Region root = DoorsView.openUnseen(stage, doors, settings, wish.width(), wish.height());
        after(
                length(wish.settle()),
                () -> {
                    write(root, album, "doors");
                    stage.hide();
                    done.run();
                });
    }

    private static Duration length(java.time.Duration time) {
        return Duration.millis((double) time.toMillis());
    }

    private static void after(Duration time, Runnable action) {
        var pause = new PauseTransition(time);
        pause.setOnFinished(_ -> action.run());
        pause.play();
    }
}
