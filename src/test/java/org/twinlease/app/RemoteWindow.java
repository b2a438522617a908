package org.twinlease.app;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import org.twinlease.cli.ConsoleOptions;
import org.twinlease.console.model.wizard.Block;
import org.twinlease.console.view.window.ConsoleView;
import org.twinlease.control.ControlChannel;
import org.twinlease.control.FailoverView;
import org.twinlease.control.Query;
import org.twinlease.value.ServerState;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/// A console's window on `alpha` and `beta`, two servers that it reaches by their control APIs
/// only, and a person before it. The servers read `a.conf` and `b.conf` of a folder, and can be
/// stopped and started again at the same places.
final class RemoteWindow implements AutoCloseable {

    static final String NAME = "fo";

    private static final String CONF =
            """
            # written by hand
            ping-check off;
            failover peer "fo" {
              ROLE;
              address 127.0.0.1; port OWN; peer address 127.0.0.1; peer port OTHER;
              max-response-delay 10; max-unacked-updates 10; load balance max seconds 3;
            }
            shared-network all {
              subnet 127.0.0.0 netmask 255.0.0.0 { }
              subnet 10.5.0.0 netmask 255.255.255.0 {
                pool { failover peer "fo"; range 10.5.0.1 10.5.0.SIZE; }
              }
            }
            """;

    private final Path folder;
    private final FxRobot robot = new FxRobot();
    private final int[] apis = {FreePort.next(), FreePort.next()};
    private final @Nullable LoopbackServer[] servers = new @Nullable LoopbackServer[2];
    private final @Nullable ControlChannel[] channels = new @Nullable ControlChannel[2];
    private @Nullable Openings openings;
    private @Nullable ConsoleView view;

    /// Nothing runs yet.
    RemoteWindow(Path folder) throws IOException {
        this.folder = folder;
    }

    /// Writes both configurations of a pair with so many addresses, at most 250; `mclt` in seconds.
    void pair(int addresses, int mclt) throws IOException {
        int first = FreePort.next();
        int second = FreePort.next();
        String both = CONF.replace("SIZE", "" + addresses);
        String primary = both.replace("ROLE", "primary; mclt " + mclt + "; split 128");
        String secondary = both.replace("ROLE", "secondary");
        write(0, primary.replace("OWN", "" + first).replace("OTHER", "" + second));
        write(1, secondary.replace("OWN", "" + second).replace("OTHER", "" + first));
    }

    Path file(int server) {
        return folder.resolve(server == 0 ? "a.conf" : "b.conf");
    }

    String conf(int server) throws IOException {
        return Files.readString(file(server));
    }

    void write(int server, String conf) throws IOException {
        Files.writeString(file(server), conf);
    }

    static String name(int server) {
        return server == 0 ? "alpha" : "beta";
    }

    private Path data(int server) {
        return folder.resolve("data-" + name(server));
    }

    /// On what its file says now.
    void start(int server) throws Exception {
        servers[server] =
                new LoopbackServer(data(server), name(server), conf(server), apis[server]);
    }

    void stop(int server) throws IOException {
        LoopbackServer running = servers[server];
        servers[server] = null;
        if (running != null) running.close();
    }

    /// Takes everything from a server that does not run.
    void forget(int server) throws IOException {
        try (var files = Files.list(data(server))) {
            for (Path file : files.toList()) {
                if (!file.getFileName().toString().equals("api.token")) Files.delete(file);
            }
        }
    }

    LoopbackServer server(int server) {
        return Objects.requireNonNull(servers[server]);
    }

    /// The way to a server past the console.
    ControlChannel channel(int server) throws Exception {
        ControlChannel known = channels[server];
        if (known == null) {
            known = Connections.open(server(server).url, server(server).token);
            channels[server] = known;
        }
        return known;
    }

    /// Its only relationship; null where it is in none.
    @Nullable FailoverView relationship(int server) {
        try {
            List<FailoverView> all = channel(server).ask(new Query.Failover()).join();
            return all.isEmpty() ? null : all.getFirst();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    boolean isIn(int server, ServerState state) {
        FailoverView view = relationship(server);
        return view != null && view.state() == state;
    }

    boolean bothNormal() {
        return isIn(0, ServerState.NORMAL) && isIn(1, ServerState.NORMAL);
    }

    /// Opens the window on the servers that run, with these configurations.
    void open(Integer... files) throws Exception {
        Stage stage = FxToolkit.registerPrimaryStage();
        List<String> urls = new ArrayList<>();
        List<Path> tokens = new ArrayList<>();
        for (LoopbackServer server : servers) {
            if (server == null) continue;
            urls.add(server.url);
            tokens.add(server.token);
        }
        var settings = new StoredSettings(folder.resolve("settings").resolve("console"));
        openings = new Openings(settings, _ -> {});
        List<Path> mains = Arrays.stream(files).map(this::file).toList();
        var opened = openings.servers(urls, tokens, new ConsoleOptions.Files(mains, List.of()));
        robot.interact(
                () -> {
                    view = ConsoleView.open(stage, opened.session());
                    stage.setMinWidth(0);
                    stage.setWidth(1_000);
                    stage.setHeight(980);
                    stage.setX(0);
                    stage.setY(0);
                });
    }

    @Override
    public void close() throws IOException {
        robot.interact(
                () -> {
                    if (view != null) view.close();
                });
        if (openings != null) openings.close();
        for (int i = 0; i < servers.length; i++) stop(i);
    }

    static void until(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition::getAsBoolean);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Does something again and again until something is so.
    static void until(BooleanSupplier condition, Runnable deed) throws TimeoutException {
        until(
                () -> {
                    if (condition.getAsBoolean()) return true;
                    deed.run();
                    return condition.getAsBoolean();
                });
    }

    /// Chooses something by its words, as a person who presses Ctrl+K does.
    void choose(String words) throws TimeoutException {
        robot.push(KeyCode.CONTROL, KeyCode.K);
        until(() -> isThere("#palette"));
        robot.write(words);
        robot.push(KeyCode.ENTER);
        until(() -> !isThere("#palette"));
    }

    boolean isThere(String query) {
        return robot.lookup(query).queryAll().stream().anyMatch(RemoteWindow::isSeen);
    }

    private static boolean isSeen(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) return false;
        }
        return true;
    }

    boolean isReady(String button) {
        return isThere(button) && !robot.lookup(button).query().isDisabled();
    }

    /// Presses a button as soon as that can be.
    void press(String button) throws TimeoutException {
        until(() -> isReady(button));
        robot.interact(() -> robot.lookup(button).queryAs(ButtonBase.class).fire());
    }

    void type(String field, String text) throws TimeoutException {
        until(() -> isThere(field));
        robot.interact(() -> robot.lookup(field).query().requestFocus());
        robot.interact(() -> robot.lookup(field).queryAs(TextField.class).setText(text));
    }

    String text(String field) throws TimeoutException {
        until(() -> isThere(field));
        return robot.lookup(field).queryAs(TextField.class).getText();
    }

    void push(KeyCode... keys) {
        robot.push(keys);
    }

    /// What a button says.
    String label(String button) {
        return robot.lookup(button).queryAs(Labeled.class).getText();
    }

    /// Whose record stands, by the address, in the list of conflicts.
    Map<String, String> clashes() {
        Map<String, String> stands = new HashMap<>();
        robot.interact(
                () -> {
                    TableView<?> table = robot.lookup("#clashes").queryAs(TableView.class);
                    for (Object item : table.getItems()) {
                        var clash = (Block.Clash) item;
                        boolean one = clash.one().stands() || clash.two().stands();
                        if (one) stands.put(clash.address(), clash.stands());
                    }
                });
        return stands;
    }

    /// Everything that a part of the window says, a text a line.
    String said(String part) {
        return WaitForAsyncUtils.waitForAsyncFx(
                10_000,
                () ->
                        robot.lookup(part + " .label").queryAll().stream()
                                .filter(RemoteWindow::isSeen)
                                .map(node -> ((Label) node).getText())
                                .collect(Collectors.joining("\n")));
    }

    void says(String part, String... words) throws TimeoutException {
        try {
            until(() -> Set.of(words).stream().allMatch(said(part)::contains));
        } catch (TimeoutException never) {
            assertThat(said(part)).contains(words);
        }
    }
}
