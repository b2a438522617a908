package org.twinlease.console.view.window;

import javafx.animation.PauseTransition;
import javafx.embed.swing.SwingFXUtils;
import javafx.stage.Stage;
import javafx.util.Duration;

import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.ConsoleSettings;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.Wizard;
import org.twinlease.console.model.config.ConfigModel;
import org.twinlease.console.model.health.Item;
import org.twinlease.console.model.leases.LeaseLook;
import org.twinlease.console.model.leases.LeaseRows;
import org.twinlease.console.model.live.LiveModel;
import org.twinlease.console.model.live.LiveRow;
import org.twinlease.console.model.pair.PairDeeds;
import org.twinlease.console.model.peers.PeerField;
import org.twinlease.console.model.peers.PeersModel;
import org.twinlease.console.model.settings.SettingsModel.Theme;
import org.twinlease.console.model.window.ConsoleModel;
import org.twinlease.console.model.wizard.WizardModel;
import org.twinlease.console.view.Pages;
import org.twinlease.console.view.drill.DrillController;
import org.twinlease.console.view.pair.PairController;
import org.twinlease.console.view.review.ReviewController;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

import javax.imageio.ImageIO;

/// Pictures of every page, for the manual and for looking at: opens a console, lets it see its
/// server for a while, walks through the pages and hands each out as a PNG.
public final class Snapshots {

    private static final Duration SETTLE = Duration.millis(800);

    /// How long it takes to miss a server that was switched off, and to have it back.
    private static final Duration MISSED = Duration.seconds(5);

    /// How long a drill takes as fast as it goes.
    private static final Duration REHEARSED = Duration.seconds(6);

    private static final Duration BACK = Duration.seconds(10);

    /// How long it takes until partner-down is ordered and obeyed.
    private static final Duration ORDERED = Duration.seconds(8);

    /// What pictures are to be made: the size of the window in pixels, the theme, and how long the
    /// server is watched before the first one, so that charts have something to show.
    public record Wish(int width, int height, Theme theme, java.time.Duration watch) {}

    /// Where a picture goes; the name is the page's in lower case, without an ending.
    public interface Album {
        /// Opens the place for one picture; it is closed when the picture is in.
        OutputStream open(String name) throws IOException;
    }

    private final ConsoleView view;
    private final Stage stage;
    private final Album album;
    private final Runnable done;
    private final Deque<Step> steps = new ArrayDeque<>();

    /// A picture: what to do before it, and how long to wait then.
    private record Step(String name, Runnable prepare, Duration pause) {
        Step(String name, Runnable prepare) {
            this(name, prepare, SETTLE);
        }
    }

    private Snapshots(
            Stage stage, ConsoleView view, Album album, Runnable done, ConsoleSession session) {
        this.stage = stage;
        this.view = view;
        this.album = album;
        this.done = done;
        for (Pages page : Pages.values()) {
            if (!page.isFor(session)) continue;
            steps.add(new Step(page.name().toLowerCase(Locale.ROOT), () -> view.show(page)));
            if (page == Pages.PAIR) {
                for (String part : List.of("path", "doctor", "orders")) {
                    steps.add(new Step("pair-" + part, () -> openPair(part)));
                }
            }
            if (page == Pages.LEASES) {
                steps.add(new Step("leases-story", this::openLease));
                steps.add(new Step("leases-groups", this::groupLeases));
            }
            if (page == Pages.PEERS) steps.add(new Step("peers-changed", this::change));
            if (page == Pages.CONFIG) steps.add(new Step("config-pool", this::openPool));
            if (page == Pages.REVIEW) {
                steps.add(new Step("review-drift", () -> openReview("drift")));
                steps.add(new Step("review-trial", this::tryOut));
            }
            if (page == Pages.DRILL) {
                steps.add(new Step("drill-over", this::rehearse, REHEARSED));
            }
            if (page == Pages.HEALTH) steps.add(new Step("health-item", this::openItem));
            if (page == Pages.LIVE) steps.add(new Step("live-packet", this::openPacket));
        }
        if (session.power() != null) trouble();
    }

    /// Switches the second server off, and on again.
    private void trouble() {
        steps.add(new Step("wizard-work", () -> lead(Wizard.MAINTENANCE, 0)));
        steps.add(new Step("wizard-rebuild", () -> lead(Wizard.REBUILD, 0)));
        steps.add(new Step("wizard-conflict", () -> lead(Wizard.CONFLICT, 1)));
        steps.add(new Step("pair-interrupted", () -> interrupt("meaning"), MISSED));
        steps.add(new Step("pair-refused", () -> openPair("orders")));
        steps.add(new Step("overview-interrupted", () -> view.show(Pages.OVERVIEW)));
        steps.add(new Step("pools-interrupted", () -> view.show(Pages.POOLS)));
        steps.add(new Step("leases-interrupted", this::plainLeases));
        steps.add(new Step("live-interrupted", this::runLive));
        steps.add(new Step("health-interrupted", () -> view.show(Pages.HEALTH)));
        steps.add(new Step("pair-recovered", this::recover, BACK));
        steps.add(new Step("timeline-recovered", () -> view.show(Pages.TIMELINE)));
        steps.add(new Step("timeline-moment", this::chooseMoment));
        steps.add(new Step("wizard-evidence", this::takeForDown, MISSED));
        for (String step : List.of("since", "risk", "fence")) {
            steps.add(new Step("wizard-" + step, () -> view.models().wizards().next()));
        }
        steps.add(new Step("wizard-order", this::fillIn));
        steps.add(new Step("wizard-result", () -> view.models().wizards().press(), ORDERED));
        steps.add(new Step("wizard-back", () -> lead(Wizard.BRING_BACK, 0)));
        steps.add(new Step("wizard-before", () -> view.models().wizards().next()));
        steps.add(new Step("wizard-progress", this::watchTheWayBack, BACK));
    }

    /// Opens a wizard and goes some steps on.
    private void lead(Wizard wizard, int on) {
        view.show(Pages.PAIR);
        view.models().wizards().open(wizard, 0);
        for (int i = 0; i < on; i++) view.models().wizards().next();
    }

    private void watchTheWayBack() {
        view.models().pair().turn(1, true);
        view.models().wizards().next();
    }

    /// Switches the second server off and opens what leads to partner-down.
    private void takeForDown() {
        interrupt("meaning");
        view.models().wizards().open(Wizard.PARTNER_DOWN, 0);
    }

    private void fillIn() {
        WizardModel wizards = view.models().wizards();
        wizards.next();
        wizards.type("name", view.models().servers().getLast().frame().shown().state().server());
        wizards.type("reason", Text.of("snapshot.reason"));
    }

    private void interrupt(String part) {
        view.show(Pages.PAIR);
        view.models().wizards().leave();
        openPair(part);
        view.models().pair().turn(1, false);
    }

    private void recover() {
        view.show(Pages.PAIR);
        view.models().pair().turn(1, true);
        openPair("path");
    }

    /// Takes the pictures on the JavaFX thread, where it must be called, without blocking it;
    /// `done` runs there after the last one, when the console is closed again.
    public static void take(
            Stage stage, ConsoleSession session, Wish wish, Album album, Runnable done) {
        ConsoleView view =
                ConsoleView.openUnseen(stage, wearing(session, wish), wish.width(), wish.height());
        var snapshots = new Snapshots(stage, view, album, done, session);
        after(Duration.seconds((double) wish.watch().toSeconds()), snapshots::next);
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
        after(step.pause, () -> shoot(step.name));
    }

    private void shoot(String name) {
        var image = SwingFXUtils.fromFXImage(view.root().snapshot(null, null), null);
        try (OutputStream out = album.open(name)) {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        next();
    }

    private void openLease() {
        ConsoleModel model = view.model();
        LeaseRows rows = model.leases().shown().state().rows();
        if (rows.size() > 3) model.leases().open(rows.address(rows.row(3)));
    }

    private void groupLeases() {
        var leases = view.model().leases();
        leases.close();
        leases.search("state:active");
        leases.group(LeaseLook.Grouping.POOL);
    }

    private void plainLeases() {
        view.show(Pages.LEASES);
        view.model().leases().look(view.model().leases().views().all().getFirst().look());
    }

    /// The moment in which the second server was missed.
    private void chooseMoment() {
        var timeline = view.models().timeline();
        for (var entry : timeline.shown().state().entries()) {
            if (entry.tone() != Tone.WATCH) continue;
            timeline.open(entry.id());
            return;
        }
    }

    private void openPair(String part) {
        if (view.page() instanceof PairController page) page.open(part);
        if (part.equals("orders")) view.models().pair().deeds().ask(PairDeeds.Verb.REBALANCE);
    }

    private void runLive() {
        view.show(Pages.LIVE);
        view.models().live().freeze(false);
    }

    /// Three changes that are not written yet, one of them no value.
    private void change() {
        PeersModel peers = view.models().drafts().peers();
        int primary = primary(peers);
        peers.type(PeerField.SPLIT, primary, "160");
        peers.type(PeerField.BALANCE, PeersModel.BOTH, "5");
        peers.type(PeerField.MCLT, primary, "half a minute");
    }

    private static int primary(PeersModel peers) {
        return peers.shown().state().rows().stream()
                .filter(row -> row.field() == PeerField.SPLIT)
                .mapToInt(row -> row.cells().getFirst().half())
                .findFirst()
                .orElse(0);
    }

    private void openPool() {
        ConfigModel config = view.models().drafts().config();
        config.shown().state().tree().stream()
                .filter(branch -> branch.depth() > 1)
                .findFirst()
                .ifPresent(branch -> config.choose(branch.id()));
    }

    private void rehearse() {
        if (view.page() instanceof DrillController page) page.open("script");
        view.models().drill().choose("primary-dies-at-noon");
        view.models().drill().finish();
    }

    private void openItem() {
        var health = view.models().health();
        List<Item> items = health.shown().state().items();
        if (!items.isEmpty()) health.choose(items.getFirst().key());
    }

    private void openReview(String part) {
        if (view.page() instanceof ReviewController page) page.open(part);
    }

    private void tryOut() {
        openReview("changes");
        view.models().drafts().review().apply(5);
    }

    private void openPacket() {
        LiveModel live = view.models().live();
        for (LiveRow row : live.shown().state().rows().reversed()) {
            if (!row.isAcknowledged()) continue;
            live.select(row);
            return;
        }
    }

    private static void after(Duration time, Runnable action) {
        var pause = new PauseTransition(time);
        pause.setOnFinished(_ -> action.run());
        pause.play();
    }
}
