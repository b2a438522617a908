package org.twinlease.app;

import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;
import org.twinlease.app.window.FirstFrame;
import org.twinlease.app.window.WindowIcons;
import org.twinlease.config.document.Documents;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.ConsoleSettings;
import org.twinlease.console.model.Power;
import org.twinlease.console.model.settings.SettingsModel.Theme;
import org.twinlease.console.view.window.ConsoleView;
import org.twinlease.console.view.window.Snapshots;
import org.twinlease.control.ControlChannel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicReference;

/// The console as a JavaFX application: a window, or pictures of one.
public final class ConsoleWindow extends Application {

    /// How long the server is watched before the first picture, so that the charts have a past.
    private static final Duration WATCH = Duration.ofSeconds(12);

    /// What is to be shown. JavaFX makes the application itself, so it cannot be handed over.
    record Task(
            List<ControlChannel> channels,
            @Nullable Power power,
            @Nullable Documents documents,
            ConsoleSettings settings,
            ConsoleSession.Mode mode,
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
        var session =
                new ConsoleSession(
                        task.channels(),
                        task.power(),
                        task.documents(),
                        task.settings(),
                        task.mode(),
                        ForkJoinPool.commonPool(),
                        InstantSource.system(),
                        ZoneId.systemDefault());
        if (task.pictures() == null) {
            stage.getIcons().addAll(WindowIcons.all());
            ConsoleView.open(stage, session);
            FirstFrame.watch(InstantSource.system());
        } else picture(session, task, task.pictures(), new ArrayDeque<>(task.themes()), WATCH);
    }

    private static void picture(
            ConsoleSession session, Task task, Path folder, Deque<Theme> left, Duration watch) {
        Theme theme = left.poll();
        if (theme == null) {
            Platform.exit();
            return;
        }
        var wish = new Snapshots.Wish(task.width(), task.height(), theme, watch);
        String ending = "-" + theme.name().toLowerCase(java.util.Locale.ROOT) + ".png";
        Snapshots.take(
                new Stage(),
                session,
                wish,
                name -> open(folder, name + ending),
                () -> picture(session, task, folder, left, WATCH));
    }

    private static java.io.OutputStream open(Path folder, String name) throws IOException {
        Files.createDirectories(folder);
        return Files.newOutputStream(folder.resolve(name));
    }
}
