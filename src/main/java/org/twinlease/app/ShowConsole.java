package org.twinlease.app;

import org.jspecify.annotations.Nullable;
import org.twinlease.app.Openings.Opened;
import org.twinlease.app.files.Sayings;
import org.twinlease.app.host.Display;
import org.twinlease.app.host.ProcessSignals;
import org.twinlease.cli.ConsoleOptions;
import org.twinlease.cli.Exit;
import org.twinlease.cli.Faults;
import org.twinlease.cli.Refused;
import org.twinlease.cli.Terminal;
import org.twinlease.console.model.ConsoleSession.Mode;
import org.twinlease.console.model.settings.SettingsModel.Theme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/// The console with the demo, with files or with running servers: in a window, as pictures, or in
/// the terminal where nothing can be drawn.
final class ShowConsole {

    /// The demo of the pictures is the same every time, as far as sockets allow.
    private static final long PICTURES_SEED = 7;

    private final ConsoleOptions options;
    private final Terminal terminal;
    private final StoredSettings settings = new StoredSettings(StoredSettings.usual());

    ShowConsole(ConsoleOptions options, Terminal terminal) {
        this.options = options;
        this.terminal = terminal;
    }

    void run() throws Refused {
        try (Openings openings = new Openings(settings, this::fault)) {
            // Ctrl+C ends the process wherever it is; the demo's folder goes with it.
            Thread tidy = new Thread(() -> close(openings));
            Runtime.getRuntime().addShutdownHook(tidy);
            try {
                show(openings);
            } finally {
                Runtime.getRuntime().removeShutdownHook(tidy);
            }
        } catch (IOException e) {
            throw new Refused(Exit.INTERNAL, "the demo cannot run: " + Sayings.of(e));
        }
    }

    /// Before anything is begun for pictures that nobody will see.
    static void makeFolder(Path folder) throws Refused {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw Refused.input("--snapshots needs a folder: " + Sayings.of(e));
        }
    }

    private void show(Openings openings) throws IOException, Refused {
        Path folder = options.snapshots();
        boolean pictures = folder != null;
        if (folder != null) makeFolder(folder);
        String obstacle = pictures ? null : Display.obstacleToWindows();
        boolean asked =
                options.demo() || !options.connect().isEmpty() || !files().configs().isEmpty();
        if (!asked && !pictures && obstacle == null) {
            ask(openings);
            return;
        }
        Opened opened = open(openings);
        if (obstacle == null) draw(opened, pictures ? new OpenDoors(openings) : null);
        else write(opened, obstacle);
    }

    private ConsoleOptions.Files files() {
        return options.files();
    }

    private Opened open(Openings openings) throws IOException, Refused {
        if (!options.connect().isEmpty()) {
            return openings.servers(options.connect(), options.tokens(), files());
        }
        if (!files().configs().isEmpty()) return openings.files(files());
        boolean pictures = options.snapshots() != null;
        return openings.demo(pictures ? PICTURES_SEED : ThreadLocalRandom.current().nextLong());
    }

    /// A window that asks what it is to look at.
    private void ask(Openings openings) throws IOException, Refused {
        try {
            ConsoleWindow.show(task(null, new OpenDoors(openings)));
        } catch (UnsupportedOperationException noScreen) {
            write(open(openings), Display.deaf());
        }
    }

    private ConsoleWindow.Task task(@Nullable Opened opened, @Nullable OpenDoors doors) {
        return new ConsoleWindow.Task(
                opened == null ? null : opened.session(),
                doors,
                settings,
                options.snapshots(),
                options.width(),
                options.height(),
                themes());
    }

    /// Pictures are taken where there are `doors` to be shown as well.
    private void draw(Opened opened, @Nullable OpenDoors doors) throws Refused {
        boolean pictures = doors != null;
        if (pictures) {
            String obstacle = Display.obstacleToPictures();
            if (obstacle != null) throw Refused.input("pictures cannot be drawn: " + obstacle);
            // JavaFX's own platform without a screen, unless another one was chosen.
            System.getProperties().putIfAbsent(Display.PLATFORM, Display.HEADLESS);
            System.getProperties().putIfAbsent("prism.order", "sw");
        }
        try {
            ConsoleWindow.show(task(opened, doors));
        } catch (UnsupportedOperationException noScreen) {
            if (pictures) throw noScreen;
            write(opened, Display.deaf());
        }
    }

    private List<Theme> themes() {
        String theme = options.theme();
        return theme == null
                ? List.of(Theme.LIGHT, Theme.DARK)
                : List.of(Theme.valueOf(theme.toUpperCase(Locale.ROOT)));
    }

    private void write(Opened opened, String obstacle) throws Refused {
        Mode mode = opened.session().mode();
        if (!mode.isLive()) {
            throw Refused.input(
                    obstacle + "; twinlease check and twinlease conf work on the files");
        }
        terminal.complain(
                obstacle
                        + (mode == Mode.DEMO
                                ? ", so the demo runs in this terminal; Ctrl+C ends it."
                                : ", so the servers are shown in this terminal; Ctrl+C ends it."));
        boolean inPlace = terminal.isInteractive();
        try (ProcessSignals signals = ProcessSignals.watch()) {
            new TerminalDemo(terminal::say, inPlace, () -> !signals.arrivals().isEmpty())
                    .watch(opened.session().channels(), opened.names(), options.seconds());
        }
    }

    private void fault(Throwable cause) {
        terminal.complain("the demo stopped after " + Faults.words(cause));
    }

    private void close(Openings openings) {
        try {
            openings.close();
        } catch (IOException left) {
            terminal.complain("the demo left its folder behind: " + Sayings.of(left));
        }
    }
}
