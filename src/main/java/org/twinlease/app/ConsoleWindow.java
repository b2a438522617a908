package org.twinlease.app;

import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;
import org.twinlease.app.window.FirstFrame;
import org.twinlease.app.window.WindowIcons;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.ConsoleSettings;
import org.twinlease.console.model.doors.Doors;
import org.twinlease.console.model.settings.SettingsModel.Theme;
import org.twinlease.console.view.window.ConsoleView;
import org.twinlease.console.view.window.DoorsView;
import org.twinlease.console.view.window.Snapshots;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/// The console as a JavaFX application: a window, or pictures of one.
public final class ConsoleWindow extends Application {

    /// How long the server is watched before the first picture, so that the charts have a past.
    private static final Duration WATCH = Duration.ofSeconds(12);

    /// How long a page may take to be whole, on a machine that is busy with the pair as well.
    private static final Duration SETTLE = Duration.ofMillis(800);

    /// What is to be shown: a session, or doors to one. JavaFX makes the application itself, so it
    /// cannot be handed over.
    record Task(
            @Nullable ConsoleSession session,
            @Nullable Doors doors,
            ConsoleSettings settings,
            @Nullable Path pictures,
            int width,
            int height,
            List<Theme> themes) {}

    private static final AtomicReference<Task> TASK = new AtomicReference<>();

    /// For JavaFX.
    public ConsoleWindow() {}

    /// Shows a server and returns when the window is closed or the pictures are made.
    static void show(Task task) {
        TASK.set(task);
        Application.launch(ConsoleWindow.class);
    }

    @Override
    public void start(Stage stage) {
        Task task = TASK.get();
        ConsoleSession session = task.session();
        Doors doors = task.doors();
        if (session != null && task.pictures() != null) {
            picture(session, task, task.pictures(), new ArrayDeque<>(task.themes()), WATCH);
            return;
        }
        stage.getIcons().addAll(WindowIcons.all());
        if (session != null) ConsoleView.open(stage, session);
        else if (doors != null) {
            DoorsView.open(stage, doors, task.settings(), s -> ConsoleView.open(stage, s));
        }
        FirstFrame.watch(stage, InstantSource.system());
    }

    private static void picture(
            ConsoleSession session, Task task, Path folder, Deque<Theme> left, Duration watch) {
        Theme theme = left.poll();
        if (theme == null) {
            Platform.exit();
            return;
        }
        var wish = new Snapshots.Wish(task.width(), task.height(), theme, watch, SETTLE);
        String ending = "-" + theme.name().toLowerCase(java.util.Locale.ROOT) + ".png";
        Doors doors = task.doors();
        if (doors == null) return;
        Snapshots.Album album = name -> open(folder, name + ending);
        Runnable then = () -> picture(session, task, folder, left, WATCH);
        Snapshots.takeDoors(
                new Stage(),
                doors,
                session,
                wish,
                album,
                () -> Snapshots.take(new Stage(), session, wish, album, then));
    }

    private static java.io.OutputStream open(Path folder, String name) throws IOException {
        Files.createDirectories(folder);
        return Files.newOutputStream(folder.resolve(name));
    }
}
