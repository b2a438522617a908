package org.twinlease.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.FakeChannel;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.Wizard;
import org.twinlease.console.model.pair.PairModel;
import org.twinlease.console.model.window.ConsoleModels;
import org.twinlease.console.model.window.Desk;
import org.twinlease.console.model.wizard.Block;
import org.twinlease.console.model.wizard.WizardModel;
import org.twinlease.control.ControlChannel;
import org.twinlease.control.Notice;
import org.twinlease.value.ServerState;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// A person at a console that reaches both servers of a pair by their control APIs only, and is led
/// through what is dangerous.
@Timeout(180)
@Tag("socket")
final class RemoteWizardsTest {

    private static final String CONF =
            """
            ping-check off;
            failover peer "fo" {
              ROLE; address 127.0.0.1; port OWN; peer address 127.0.0.1; peer port OTHER;
              max-response-delay 10; max-unacked-updates 10; load balance max seconds 3; MORE
            }
            shared-network all {
              subnet 127.0.0.0 netmask 255.0.0.0 { }
              subnet 10.5.0.0 netmask 255.255.255.0 {
                pool { failover peer "fo"; range 10.5.0.1 10.5.0.100; }
              }
            }
            """;

    @TempDir Path folder;

    private final List<LoopbackServer> servers = new ArrayList<>();
    private final BlockingQueue<Runnable> work = new LinkedBlockingQueue<>();
    private final List<ControlChannel.Watch> watches = new ArrayList<>();
    private final Desk desk = new Desk(new FakeChannel());
    private ConsoleModels models;
    private final Set<Integer> pulsed = new HashSet<>();
    private long ticked;
    private int first;
    private int second;
    private int api;

    private static String conf(boolean primary, int own, int other) {
        return CONF.replace("ROLE", primary ? "primary" : "secondary")
                .replace("OWN", "" + own)
                .replace("OTHER", "" + other)
                .replace("MORE", primary ? "mclt 5; split 128;" : "");
    }

    @BeforeEach
    void open() throws Exception {
        first = FreePort.next();
        second = FreePort.next();
        servers.add(new LoopbackServer(folder.resolve("a"), "alpha", conf(true, first, second)));
        api = FreePort.next();
        servers.add(beta());
        List<ControlChannel> channels = new ArrayList<>();
        for (LoopbackServer server : servers) {
            channels.add(Connections.open(server.url, server.token));
        }
        desk.channels = channels;
        desk.millis = System.currentTimeMillis();
        models = new ConsoleModels(desk.session(ConsoleSession.Mode.SERVER), work::add);
        for (int i = 0; i < channels.size(); i++) {
            int number = i;
            var watch = channels.get(i).watch(n -> work.add(() -> hear(number, n)));
            watches.add(watch);
        }
        models.start();
        until(() -> isIn(0, ServerState.NORMAL) && isIn(1, ServerState.NORMAL));
        // Where a way begins is what a server tells by itself, which it does once a second.
        until(() -> pulsed.size() == channels.size());
    }

    private void hear(int server, Notice notice) {
        models.on(server, List.of(notice));
        boolean normal = isIn(server, ServerState.NORMAL);
        if (notice instanceof Notice.PairPulse && normal) pulsed.add(server);
    }

    private LoopbackServer beta() throws Exception {
        return new LoopbackServer(folder.resolve("b"), "beta", conf(false, second, first), api);
    }

    @AfterEach
    void close() throws Exception {
        watches.forEach(ControlChannel.Watch::close);
        for (LoopbackServer server : servers) server.close();
    }

    /// The console's own thread: does what comes, and looks at the clock once a second.
    private void until(BooleanSupplier condition) throws InterruptedException {
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(() -> "at last: " + where()).isLessThan(patience);
            Runnable next = work.poll(100, TimeUnit.MILLISECONDS);
            if (next != null) next.run();
            desk.millis = System.currentTimeMillis();
            if (desk.millis - ticked < 1_000) continue;
            ticked = desk.millis;
            models.tick();
        }
    }

    private String where() {
        return page().nodes().stream().filter(node -> !node.here().isEmpty()).toList()
                + " "
                + wizard();
    }

    private PairModel.State page() {
        return models.pair().shown().state();
    }

    private WizardModel.State wizard() {
        return models.wizards().shown().state();
    }

    private boolean isIn(int server, ServerState state) {
        return page().nodes().stream()
                .anyMatch(node -> node.state() == state && node.here().contains(server));
    }

    private boolean isReady() {
        WizardModel.Deed deed = wizard().deed();
        return deed != null && deed.ready();
    }

    private void go(int step) throws InterruptedException {
        while (wizard().at() < step) {
            int before = wizard().at();
            models.wizards().next();
            until(() -> wizard().at() == before + 1);
        }
    }

    /// What the step's button says.
    private String label() {
        return Objects.requireNonNull(wizard().deed()).label();
    }

    private String words() {
        return wizard().blocks().stream()
                .filter(Block.Words.class::isInstance)
                .map(block -> ((Block.Words) block).words())
                .toList()
                .toString();
    }

    @Test
    void aServerIsPausedForMaintenanceAndResumed() throws Exception {
        models.wizards().open(Wizard.MAINTENANCE, 0);
        go(1);
        until(this::isReady);
        assertThat(label()).isEqualTo("Pause alpha");
        models.wizards().press();
        until(() -> isIn(0, ServerState.PAUSED));
        until(() -> isIn(1, ServerState.COMMUNICATIONS_INTERRUPTED));
        until(() -> isReady() && label().equals("Resume alpha"));
        models.wizards().press();
        until(() -> isIn(0, ServerState.NORMAL) && isIn(1, ServerState.NORMAL));
        assertThat(page().taken())
                .contains(
                        new PairModel.Edge(ServerState.NORMAL, ServerState.PAUSED, 0),
                        new PairModel.Edge(
                                ServerState.NORMAL, ServerState.COMMUNICATIONS_INTERRUPTED, 1));
    }

    @Test
    void partnerDownIsRefusedWhileBothTalkAndObeyedWhenThePartnerIsOff() throws Exception {
        models.wizards().open(Wizard.PARTNER_DOWN, 0);
        go(4);
        models.wizards().type("name", "beta");
        models.wizards().type("reason", "its room is dark");
        until(() -> wizard().message().contains("would refuse") || words().contains("refuse"));
        assertThat(isReady()).as("both talk").isFalse();
        models.wizards().leave();

        servers.removeLast().close();
        until(() -> isIn(0, ServerState.COMMUNICATIONS_INTERRUPTED));
        until(() -> page().cards().getLast().stale());
        models.wizards().open(Wizard.PARTNER_DOWN, 0);
        go(4);
        models.wizards().type("name", "beta");
        assertThat(isReady()).as("nobody has seen it off").isFalse();
        models.wizards().type("reason", "its room is dark");
        until(this::isReady);
        models.wizards().press();
        until(() -> isIn(0, ServerState.PARTNER_DOWN));
        until(() -> wizard().at() == 5);
        assertThat(page().cards().getLast().name()).isEqualTo("beta");
        assertThat(page().taken())
                .contains(
                        new PairModel.Edge(
                                ServerState.NORMAL, ServerState.COMMUNICATIONS_INTERRUPTED, 0),
                        new PairModel.Edge(
                                ServerState.COMMUNICATIONS_INTERRUPTED,
                                ServerState.PARTNER_DOWN,
                                0));
        models.wizards().leave();
        bringBack();
    }

    /// With its own disk and at the same places, as a server that has been repaired.
    private void bringBack() throws Exception {
        models.wizards().open(Wizard.BRING_BACK, 0);
        go(2);
        servers.add(beta());
        until(() -> finding("beta runs").tone() == Tone.GOOD);
        until(() -> finding("Both in NORMAL").tone() == Tone.GOOD);
        assertThat(finding("RECOVER").words()).as("it was told everything").isEqualTo("Passed.");
        assertThat(isIn(0, ServerState.NORMAL) && isIn(1, ServerState.NORMAL)).isTrue();
    }

    private Block.Finding finding(String title) {
        return wizard().blocks().stream()
                .filter(Block.Findings.class::isInstance)
                .flatMap(block -> ((Block.Findings) block).list().stream())
                .filter(finding -> finding.title().startsWith(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError(title + " not in " + wizard()));
    }
}
