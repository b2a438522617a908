package org.twinlease.console.view.window;

import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.util.Duration;

import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.Text;
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
import org.twinlease.console.model.window.ConsoleModel;
import org.twinlease.console.model.wizard.WizardModel;
import org.twinlease.console.view.Pages;
import org.twinlease.console.view.pair.PairController;
import org.twinlease.console.view.review.ReviewController;
import org.twinlease.console.view.window.Snapshots.Step;
import org.twinlease.control.Command;
import org.twinlease.value.ServerState;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What pictures are taken of, in their order, and what has to be done before each.
final class Scenes {

    /// How long it takes to miss a server that was switched off, and to have it back.
    private static final Duration MISSED = Duration.seconds(5);

    /// How long a drill takes at most as fast as it goes.
    private static final Duration REHEARSED = Duration.seconds(60);

    private static final Duration BACK = Duration.seconds(10);

    /// How long a server may take to its next state, and how often it is looked at.
    private static final Duration BEGUN = Duration.seconds(60);

    private static final ServerState INTERRUPTED = ServerState.COMMUNICATIONS_INTERRUPTED;
    private static final ServerState NORMAL = ServerState.NORMAL;

    /// How long a pair may take to be in NORMAL again: its MCLT and a little more.
    private static final Duration AGAIN = Duration.seconds(90);

    /// How long it takes until partner-down is ordered and obeyed.
    private static final Duration ORDERED = Duration.seconds(8);

    private final ConsoleView view;
    private final ConsoleSession session;
    private final DrillScenes drills;
    private final List<Step> steps = new ArrayList<>();

    Scenes(ConsoleView view, ConsoleSession session) {
        this.view = view;
        this.session = session;
        drills = new DrillScenes(view, session);
        // The pictures of the theme before may have left the pair in trouble.
        if (session.power() != null) {
            steps.add(new Step("", this::calm, AGAIN, () -> isIn(0, NORMAL) && isIn(1, NORMAL)));
        }
        for (Pages page : Pages.values()) {
            if (!page.isFor(session)) continue;
            steps.add(page(page));
            if (page == Pages.PAIR) {
                for (String part : List.of("path", "doctor", "orders")) {
                    steps.add(new Step("pair-" + part, () -> openPair(part)));
                }
            }
            if (page == Pages.LEASES) {
                steps.add(new Step("leases-voice", this::findPhones));
                steps.add(new Step("leases-limit", this::openFirst));
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
                steps.add(new Step("drill-over", drills::rehearse, REHEARSED, drills::isRehearsed));
            }
            if (page == Pages.LIVEDRILL && session.power() != null) {
                steps.add(new Step("", drills::allowLive));
                steps.add(new Step("livedrill-running", drills::beginLive, BEGUN, this::isLive));
                steps.add(new Step("pair-livedrill", () -> view.show(Pages.PAIR)));
                steps.add(
                        new Step(
                                "",
                                drills::endLive,
                                AGAIN,
                                () -> isIn(0, NORMAL) && isIn(1, NORMAL)));
            }
            if (page == Pages.HEALTH) steps.add(new Step("health-item", this::openItem));
            if (page == Pages.LIVE) steps.add(new Step("live-packet", this::openPacket));
        }
        sheets();
        if (session.power() != null) trouble();
    }

    private Step page(Pages page) {
        String name = page.name().toLowerCase(Locale.ROOT);
        if (page != Pages.TIMELINE) return new Step(name, () -> view.show(page));
        var timeline = view.models().timeline().shown();
        return new Step(name, () -> view.show(page), BACK, () -> timeline.state().empty() == null);
    }

    /// What is shown above a page.
    private void sheets() {
        steps.add(new Step("palette", view::openPalette));
        steps.add(new Step("keys", () -> view.overlay().keys()));
        steps.add(new Step("help", this::help));
        steps.add(new Step("newpair", view::openNewPair));
        steps.add(new Step("", () -> type("#newpair-first-address", "10.1.0.2")));
        steps.add(new Step("newpair-networks", this::typeNetwork));
        steps.add(new Step("newpair-numbers", () -> fire("#newpair-next")));
        steps.add(new Step("newpair-preview", () -> fire("#newpair-next")));
        steps.add(new Step("newpair-files", () -> fire("#newpair-next")));
    }

    private void type(String field, String text) {
        if (view.root().lookup(field) instanceof TextField input) input.setText(text);
        if (field.equals("#newpair-first-address")) {
            type("#newpair-second-address", "10.1.0.3");
            fire("#newpair-next");
        }
    }

    private void typeNetwork() {
        type("#newpair-net-subnet-0", "10.1.0.0/24");
        type("#newpair-net-low-0", "10.1.0.20");
        type("#newpair-net-high-0", "10.1.0.250");
        type("#newpair-net-router-0", "10.1.0.1");
    }

    private void fire(String button) {
        if (view.root().lookup(button) instanceof Button found) found.fire();
    }

    /// Help is about the control that has the keyboard.
    private void help() {
        view.overlay().close();
        view.show(view.models().drafts().draft().isThere() ? Pages.PEERS : Pages.SETTINGS);
        var field = view.root().lookup("#peer-mclt-0");
        if (field != null) field.requestFocus();
        view.overlay().help();
    }

    /// Switches the second server off, and on again.
    private void trouble() {
        steps.add(new Step("", () -> view.overlay().close()));
        steps.add(new Step("wizard-work", () -> lead(Wizard.MAINTENANCE, 0)));
        steps.add(new Step("wizard-rebuild", () -> lead(Wizard.REBUILD, 0)));
        steps.add(new Step("wizard-conflict", () -> lead(Wizard.CONFLICT, 1)));
        steps.add(new Step("wizard-leaving", () -> lead(Wizard.LEAVE, 0)));
        steps.add(new Step("wizard-leaving-order", () -> lead(Wizard.LEAVE, 1)));
        steps.add(new Step("wizard-swap", () -> lead(Wizard.SWAP, 0)));
        steps.add(new Step("wizard-swap-change", () -> lead(Wizard.SWAP, 1)));
        steps.add(new Step("pair-interrupted", () -> interrupt("meaning"), MISSED));
        steps.add(new Step("pair-refused", () -> openPair("orders")));
        steps.add(new Step("overview-interrupted", () -> view.show(Pages.OVERVIEW)));
        steps.add(new Step("pools-interrupted", () -> view.show(Pages.POOLS)));
        steps.add(new Step("leases-interrupted", this::plainLeases));
        steps.add(new Step("live-interrupted", this::runLive));
        for (Pages page : Pages.values()) {
            String name = page.name().toLowerCase(Locale.ROOT) + "-interrupted";
            boolean there = steps.stream().anyMatch(step -> step.name().equals(name));
            if (!there && page.isFor(session)) steps.add(new Step(name, () -> view.show(page)));
        }
        steps.add(new Step("pair-recovered", this::recover, BACK));
        steps.add(new Step("timeline-recovered", () -> view.show(Pages.TIMELINE)));
        var past = new TimelineScenes(view, session);
        steps.add(new Step("timeline-moment", past::chooseMoment));
        steps.add(new Step("timeline-compare", past::compareMoments, MISSED));
        conflict();
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

    /// Both say that the other is down while neither hears it, and serve alone: when they meet
    /// again nobody knows which addresses were given twice. That they settle faster than a picture
    /// is taken, so what is shown is on what they differ before, and the way that they went after.
    private void conflict() {
        steps.add(new Step("", this::turnedBack, MISSED));
        steps.add(new Step("", drills::beginLive, BEGUN, () -> isIn(0, INTERRUPTED)));
        steps.add(new Step("", () -> order(0), BEGUN, () -> isIn(0, ServerState.PARTNER_DOWN)));
        steps.add(new Step("pair-alone", () -> openPair("meaning"), MISSED));
        steps.add(new Step("wizard-conflict-list", () -> lead(Wizard.CONFLICT, 1)));
        steps.add(new Step("", drills::endLive, BEGUN, () -> isIn(0, NORMAL) && isIn(1, NORMAL)));
        steps.add(new Step("pair-conflict", this::showWay));
        steps.add(new Step("wizard-conflict-over", () -> lead(Wizard.CONFLICT, 2)));
    }

    /// Both run, and a live drill may be done to them.
    private void turnedBack() {
        calm();
        drills.allowLive();
    }

    private void showWay() {
        view.models().wizards().leave();
        view.show(Pages.PAIR);
        openPair("path");
    }

    private void turn(boolean first, boolean second) {
        view.models().wizards().leave();
        view.show(Pages.PAIR);
        view.models().pair().turn(0, first);
        view.models().pair().turn(1, second);
    }

    private void calm() {
        turn(true, true);
    }

    private void order(int server) {
        String name = view.models().pair().truth().state().name();
        long now = session.clock().millis() / 1_000;
        var _ =
                session.channels()
                        .get(server)
                        .submit(new Command.PartnerDown(name, now, false, ""));
    }

    private boolean isIn(int server, ServerState state) {
        return view.models().pair().shown().state().nodes().stream()
                .anyMatch(node -> node.state() == state && node.here().contains(server));
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

    List<Step> all() {
        return List.copyOf(steps);
    }

    /// The telephones, whose first lease is as long as the MCLT.
    private void findPhones() {
        view.model().leases().search("pool:voice state:active");
    }

    private void openFirst() {
        LeaseRows rows = view.model().leases().shown().state().rows();
        if (rows.size() > 0) view.model().leases().open(rows.address(rows.row(0)));
    }

    private void openLease() {
        ConsoleModel model = view.model();
        model.leases().search("");
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

    private boolean isLive() {
        return isIn(0, INTERRUPTED) && view.models().liveDrill().bar().state().on();
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
}
