package org.twinlease.app;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.twinlease.console.view.HeadlessMouse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// For tests of a person before a [RemoteWindow], a new one and a new pair for each.
@Tag("fx")
@Timeout(180)
@ExtendWith({HeadlessMouse.class, ApplicationExtension.class})
abstract class AtRemoteWindow extends Typed {

    @TempDir private @Nullable Path folder;
    private @Nullable RemoteWindow window;

    @BeforeEach
    final void make() throws IOException {
        window = new RemoteWindow(Objects.requireNonNull(folder));
    }

    @AfterEach
    final void close() throws IOException {
        window().close();
    }

    final RemoteWindow window() {
        return Objects.requireNonNull(window);
    }

    /// A pair with so many addresses that has reached NORMAL; `mclt` in seconds.
    final void bothRun(int addresses, int mclt) throws Exception {
        window().pair(addresses, mclt);
        window().start(0);
        window().start(1);
        RemoteWindow.until(window()::bothNormal);
    }

    /// So many clients ask a server, all at once and then each again as soon as it has an answer.
    final void load(int server, int clients) {
        load(server, clients, "--seconds", "0.2");
    }

    /// So many clients ask a server five times each in a second: for what is done over and over
    /// until something is so, beside which the machine is to do something else.
    final void trickle(int server, int clients) {
        load(server, clients, "--seconds", "1", "--rate", "" + 5 * clients);
    }

    private void load(int server, int clients, String... more) {
        String address = "127.0.0.1:" + window().server(server).port();
        List<String> words =
                new ArrayList<>(List.of("load", "--server", address, "--clients", "" + clients));
        words.addAll(List.of(more));
        run(words.toArray(String[]::new));
    }
}
