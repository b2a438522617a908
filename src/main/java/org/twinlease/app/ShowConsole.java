package org.twinlease.app;

import org.twinlease.cli.ConsoleOptions;
import org.twinlease.cli.Exit;
import org.twinlease.cli.Faults;
import org.twinlease.cli.Refused;
import org.twinlease.cli.Terminal;
import org.twinlease.console.model.SettingsModel.Theme;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/// The console with the demo: in a window, as pictures, or in the terminal where nothing can be
/// drawn.
final class ShowConsole {

    /// The demo of the pictures is the same every time, as far as sockets allow.
    private static final long PICTURES_SEED = 7;

    private final ConsoleOptions options;
    private final Terminal terminal;

    ShowConsole(ConsoleOptions options, Terminal terminal) {
        this.options = options;
        this.terminal = terminal;
    }

    void run() throws Refused {
        boolean pictures = options.snapshots() != null;
        long seed = pictures ? PICTURES_SEED : ThreadLocalRandom.current().nextLong();
        try (Demo demo = Demo.start(Versions.read().number(), seed, this::fault)) {
            // Ctrl+C ends the process wherever it is; the demo's folder goes with it.
            Thread tidy = new Thread(() -> close(demo));
            Runtime.getRuntime().addShutdownHook(tidy);
            if (pictures || hasDisplay()) draw(demo, pictures);
            else write(demo);
            Runtime.getRuntime().removeShutdownHook(tidy);
        } catch (IOException e) {
            throw new Refused(Exit.INTERNAL, "the demo cannot run: " + Sayings.of(e));
        }
    }

    private void draw(Demo demo, boolean pictures) {
        if (pictures) {
            // JavaFX's own platform without a screen, unless another one was chosen.
            System.getProperties().putIfAbsent("glass.platform", "Headless");
            System.getProperties().putIfAbsent("prism.order", "sw");
        }
        var task =
                new ConsoleWindow.Task(
                        demo.channels(),
                        new DemoPower(demo.servers(), this::fault),
                        new StoredSettings(StoredSettings.usual()),
                        options.snapshots(),
                        options.width(),
                        options.height(),
                        themes());
        try {
            ConsoleWindow.show(task);
        } catch (UnsupportedOperationException noScreen) {
            if (pictures) throw noScreen;
            write(demo);
        }
    }

    private List<Theme> themes() {
        String theme = options.theme();
        return theme == null
                ? List.of(Theme.DARK, Theme.LIGHT)
                : List.of(Theme.valueOf(theme.toUpperCase(Locale.ROOT)));
    }

    private void write(Demo demo) {
        terminal.complain(
                "There is no display here, so the demo runs in this terminal; Ctrl+C ends it.");
        boolean inPlace = terminal.isInteractive();
        new TerminalDemo(terminal::say, inPlace)
                .watch(demo.channels(), demo.names(), options.seconds());
    }

    /// Whether a window can be opened. X and Wayland say so in the environment; elsewhere there is
    /// always a screen, or JavaFX says that there is none.
    private static boolean hasDisplay() {
        if (!System.getProperty("os.name", "").startsWith("Linux")) return true;
        return isSet("DISPLAY") || isSet("WAYLAND_DISPLAY");
    }

    private static boolean isSet(String name) {
        String value = System.getenv(name);
        return value != null && !value.isBlank();
    }

    private void fault(Throwable cause) {
        terminal.complain("the demo stopped after " + Faults.words(cause));
    }

    private void close(Demo demo) {
        try {
            demo.close();
        } catch (IOException left) {
            terminal.complain("the demo left its folder behind: " + Sayings.of(left));
        }
    }
}
