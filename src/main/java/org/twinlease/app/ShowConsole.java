package org.twinlease.app;

import org.jspecify.annotations.Nullable;
import org.twinlease.api.Connection;
import org.twinlease.app.files.KeptDocuments;
import org.twinlease.app.files.Sayings;
import org.twinlease.app.host.Display;
import org.twinlease.app.host.ProcessSignals;
import org.twinlease.cli.ConsoleOptions;
import org.twinlease.cli.Exit;
import org.twinlease.cli.Faults;
import org.twinlease.cli.Refused;
import org.twinlease.cli.Remote;
import org.twinlease.cli.Terminal;
import org.twinlease.config.document.Documents;
import org.twinlease.console.model.ConsoleSession.Mode;
import org.twinlease.console.model.Power;
import org.twinlease.console.model.Shown;
import org.twinlease.console.model.settings.SettingsModel.Theme;
import org.twinlease.control.ControlChannel;
import org.twinlease.control.Query;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/// The console with the demo or with running servers: in a window, as pictures, or in the terminal
/// where nothing can be drawn.
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
        if (options.connect().isEmpty()) demo();
        else attach();
    }

    private void demo() throws Refused {
        boolean pictures = options.snapshots() != null;
        long seed = pictures ? PICTURES_SEED : ThreadLocalRandom.current().nextLong();
        try (Demo demo = Demo.start(Versions.read().number(), seed, this::fault)) {
            // Ctrl+C ends the process wherever it is; the demo's folder goes with it.
            Thread tidy = new Thread(() -> close(demo));
            Runtime.getRuntime().addShutdownHook(tidy);
            try {
                Power power = new DemoPower(demo.servers(), this::fault);
                Documents confs = new KeptDocuments(new DemoKeeper(demo.servers()));
                show(new Shown(demo.channels(), demo.names(), power, confs, Mode.DEMO));
            } finally {
                Runtime.getRuntime().removeShutdownHook(tidy);
            }
        } catch (IOException e) {
            throw new Refused(Exit.INTERNAL, "the demo cannot run: " + Sayings.of(e));
        }
    }

    /// Every server is asked once before anything opens: a wrong address or token is said where it
    /// was typed.
    private void attach() throws Refused {
        List<ControlChannel> channels = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < options.connect().size(); i++) {
            Path token = i < options.tokens().size() ? options.tokens().get(i) : null;
            Connection server = Connections.open(options.connect().get(i), token);
            names.add(Remote.ask(server, new Query.Status()).name());
            channels.add(server);
        }
        show(new Shown(channels, names, null, null, Mode.SERVER));
    }

    /// What is looked at.
    private record Shown(
            List<ControlChannel> channels,
            List<String> names,
            @Nullable Power power,
            @Nullable Documents documents,
            Mode mode) {}

    private void show(Shown shown) throws Refused {
        boolean pictures = options.snapshots() != null;
        String obstacle = pictures ? null : Display.obstacleToWindows();
        if (obstacle == null) draw(shown, pictures);
        else write(shown, obstacle);
    }

    private void draw(Shown shown, boolean pictures) throws Refused {
        if (pictures) {
            String obstacle = Display.obstacleToPictures();
            if (obstacle != null) throw Refused.input("pictures cannot be drawn: " + obstacle);
            // JavaFX's own platform without a screen, unless another one was chosen.
            System.getProperties().putIfAbsent("glass.platform", "Headless");
            System.getProperties().putIfAbsent("prism.order", "sw");
        }
        var task =
                new ConsoleWindow.Task(
                        shown.channels(),
                        shown.power(),
                        shown.documents(),
                        new StoredSettings(StoredSettings.usual()),
                        shown.mode(),
                        options.snapshots(),
                        options.width(),
                        options.height(),
                        themes());
        try {
            ConsoleWindow.show(task);
        } catch (UnsupportedOperationException noScreen) {
            if (pictures) throw noScreen;
            write(shown, Display.deaf());
        }
    }

    private List<Theme> themes() {
        String theme = options.theme();
        return theme == null
                ? List.of(Theme.DARK, Theme.LIGHT)
                : List.of(Theme.valueOf(theme.toUpperCase(Locale.ROOT)));
    }

    private void write(Shown shown, String obstacle) {
        terminal.complain(
                obstacle
                        + (shown.mode() == Mode.DEMO
                                ? ", so the demo runs in this terminal; Ctrl+C ends it."
                                : ", so the servers are shown in this terminal; Ctrl+C ends it."));
        boolean inPlace = terminal.isInteractive();
        try (ProcessSignals signals = ProcessSignals.watch()) {
            new TerminalDemo(terminal::say, inPlace, () -> !signals.arrivals().isEmpty())
                    .watch(shown.channels(), shown.names(), options.seconds());
        }
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
