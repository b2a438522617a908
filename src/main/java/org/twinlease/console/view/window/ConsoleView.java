package org.twinlease.console.view.window;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.fxml.FXMLLoader;
import javafx.scene.Group;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.draft.DraftPaneModel;
import org.twinlease.console.model.newpair.NewPairModel;
import org.twinlease.console.model.palette.PaletteModel;
import org.twinlease.console.model.settings.SettingsModel;
import org.twinlease.console.model.window.ConsoleModel;
import org.twinlease.console.model.window.ConsoleModels;
import org.twinlease.console.view.PageController;
import org.twinlease.console.view.Pages;
import org.twinlease.console.view.calculator.CalculatorController;
import org.twinlease.console.view.changes.ChangesController;
import org.twinlease.console.view.config.ConfigController;
import org.twinlease.console.view.draft.DraftPane;
import org.twinlease.console.view.drill.DrillController;
import org.twinlease.console.view.health.HealthController;
import org.twinlease.console.view.leases.LeasesController;
import org.twinlease.console.view.live.LiveController;
import org.twinlease.console.view.livedrill.LiveDrillController;
import org.twinlease.console.view.newpair.NewPairView;
import org.twinlease.console.view.overview.OverviewController;
import org.twinlease.console.view.pair.PairController;
import org.twinlease.console.view.peers.PeersController;
import org.twinlease.console.view.pools.PoolsController;
import org.twinlease.console.view.review.ReviewController;
import org.twinlease.console.view.settings.SettingsController;
import org.twinlease.console.view.timeline.TimelineController;
import org.twinlease.control.ControlChannel;
import org.twinlease.control.Notice;
import org.twinlease.value.Ip4;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// A console in a window: shows one server or the two of a pair from [#open] until [#close]. All
/// methods belong to the JavaFX thread.
public final class ConsoleView {

    private static final double WIDTH = 1_440;
    private static final double HEIGHT = 900;
    private static final double CORNER = 600;
    private static final double LEAST_WIDTH = 1_024;
    private static final double LEAST_HEIGHT = 640;

    private final ConsoleSession session;
    private final List<Pump> pumps = new ArrayList<>();
    private final ConsoleModels models;
    private final FrameController frame;
    private final Region root;
    private final Overlay overlay;
    private final Palette palette;
    private @Nullable Look look;
    private @Nullable NewPairModel wizard;
    private final List<Map<Pages, Page>> pages = new ArrayList<>();
    private final List<ControlChannel.Watch> watches = new ArrayList<>();
    private final Timeline second;
    private final Trail trail = new Trail();
    private @Nullable Pages current;
    private @Nullable Page seen;

    /// A page as it is drawn, and who draws it.
    private record Page(Parent root, PageController controller) {}

    private ConsoleView(ConsoleSession session) {
        this.session = session;
        Look.begin(new SettingsModel(session.settings()).shown().state());
        for (int i = 0; i < session.channels().size(); i++) {
            int server = i;
            pumps.add(new Pump(notices -> take(server, notices)));
        }
        models = new ConsoleModels(session, pumps.getFirst());
        models.wizards().makesPairs(this::openNewPair);
        frame = new FrameController(session, models, this::show, this::turn);
        root = (Region) load("frame", frame);
        LiveStrip.bind(root, models.liveDrill());
        Breadth.bind(root);
        overlay = new Overlay(frame.content());
        var commands = new Commands(session, this);
        palette = new Palette(new PaletteModel(commands::all, commands::also), overlay);
        Map<Pages, Page> common = new EnumMap<>(Pages.class);
        for (ConsoleModel server : models.servers()) {
            Map<Pages, Page> its = new EnumMap<>(Pages.class);
            for (Pages page : Pages.values()) {
                boolean own = page.ofOneServer && page != Pages.SETTINGS;
                its.put(
                        page,
                        own
                                ? page(page, server)
                                : common.computeIfAbsent(page, each -> page(each, server)));
            }
            pages.add(its);
        }
        for (int i = 0; i < pumps.size(); i++) {
            watches.add(session.channels().get(i).watch(pumps.get(i)::offer));
        }
        second = new Timeline(new KeyFrame(Duration.seconds(1), _ -> models.tick()));
        second.setCycleCount(Animation.INDEFINITE);
    }

    /// Opens a console in a stage and shows it. The console ends with the stage.
    public static ConsoleView open(Stage stage, ConsoleSession session) {
        var view = new ConsoleView(session);
        var screen = Screen.getPrimary().getVisualBounds();
        double width = Math.min(WIDTH, screen.getWidth());
        double height = Math.min(HEIGHT, screen.getHeight());
        var scene = view.dress(new Scene(view.root, width, height));
        stage.setMinWidth(Math.min(LEAST_WIDTH, width));
        stage.setMinHeight(Math.min(LEAST_HEIGHT, height));
        view.begin(stage, scene);
        return view;
    }

    /// Opens a console of any size in a stage that shows only a corner of it: a headless screen is
    /// smaller than the pictures that are taken of it.
    static ConsoleView openUnseen(
            Stage stage, ConsoleSession session, double width, double height) {
        var view = new ConsoleView(session);
        view.root.setPrefSize(width, height);
        view.begin(stage, view.dress(new Scene(new Group(view.root), CORNER, CORNER)));
        return view;
    }

    private Scene dress(Scene scene) {
        look = new Look(scene);
        models.settings().shown().to(this::wear);
        Keys.bind(scene, this, frame);
        return scene;
    }

    private void begin(Stage stage, Scene scene) {
        String server =
                switch (session.mode()) {
                    case DEMO -> "truth.demo";
                    case SERVER -> "app.tagline";
                    case FILES, LEASES -> "truth.files";
                };
        stage.setTitle(Text.of("app.title", Text.of(server)));
        stage.setScene(scene);
        stage.setOnHidden(_ -> close());
        show(Pages.first(session));
        models.start();
        second.play();
        stage.show();
    }

    /// Stops watching the server; the window shows what it knew last.
    public void close() {
        second.stop();
        models.close();
        watches.forEach(ControlChannel.Watch::close);
        pumps.forEach(Pump::close);
    }

    void show(Pages page) {
        if (current == page || !page.isFor(session)) return;
        trail.visit(page);
        current = page;
        turn();
    }

    /// Walks back to the page that was looked at before, or on again.
    void step(boolean back) {
        Pages page = trail.step(back);
        if (page != null) show(page);
    }

    /// Turns to the page of the present choices; its server may be another than before.
    private void turn() {
        if (current == null || pages.isEmpty()) return;
        Page next = Objects.requireNonNull(pages.get(models.number()).get(current));
        if (next.equals(seen)) return;
        if (seen != null) seen.controller().leave();
        seen = next;
        frame.show(current, next.root());
        next.controller().enter();
    }

    private void openLease(Ip4 address) {
        show(Pages.LEASES);
        models.chosen().leases().open(address);
    }

    /// Whether a twin is on the screen, and nothing of the real pair.
    boolean isRehearsal() {
        return current == Pages.DRILL;
    }

    private void rehearse() {
        models.drill().ofSession();
        show(Pages.DRILL);
    }

    /// The sheet above the page.
    Overlay overlay() {
        return overlay;
    }

    /// The wizard for a new pair; what was typed into it stays while the console is open.
    void openNewPair() {
        NewPairModel model = wizard;
        if (model == null) {
            model =
                    new NewPairModel(
                            session.files().newPairs(), session.background(), pumps.getFirst());
            wizard = model;
            String base = models.drafts().single();
            if (!base.isEmpty()) model.base(base);
            boolean one = session.mode() == ConsoleSession.Mode.SERVER && pages.size() == 1;
            if (one) model.server(models.chosen().frame().shown().state().server());
        }
        Runnable leave =
                () -> {
                    overlay.close();
                    // What it wrote may be what this console has open.
                    models.drafts().draft().load();
                };
        var sheet = new NewPairView(model, leave, null);
        overlay.show(sheet);
        sheet.focus();
    }

    void openPalette() {
        palette.open();
    }

    PageController page() {
        return Objects.requireNonNull(seen).controller();
    }

    ConsoleModel model() {
        return models.chosen();
    }

    ConsoleModels models() {
        return models;
    }

    Region root() {
        return root;
    }

    private void take(int server, List<Notice> notices) {
        models.on(server, notices);
    }

    private void wear(SettingsModel.State choices) {
        if (look != null) {
            look.wear(choices);
            frame.dark(look.dark());
        }
        if (pages.getFirst().get(Pages.SETTINGS) instanceof Page(_, SettingsController page)) {
            page.draw(choices);
        }
    }

    private Page page(Pages page, ConsoleModel server) {
        PageController controller =
                switch (page) {
                    case OVERVIEW -> new OverviewController(server, this::show);
                    case PAIR ->
                            new PairController(models.pair(), models.wizards(), this::rehearse);
                    case POOLS -> new PoolsController(models.pools(), this::openLease);
                    case LEASES -> new LeasesController(server.leases());
                    case LIVE -> new LiveController(models.live(), this::openLease);
                    case PEERS ->
                            new PeersController(models.drafts().peers(), pane(), this::openNewPair);
                    case CONFIG -> new ConfigController(models.drafts().config(), pane());
                    case REVIEW ->
                            new ReviewController(models.drafts().review(), models.drafts().drift());
                    case DRILL -> new DrillController(models.drill(), liveDrills());
                    case LIVEDRILL -> new LiveDrillController(models.liveDrill());
                    case CALCULATOR -> new CalculatorController(models.drafts().calculator());
                    case HEALTH -> new HealthController(models.health(), new ItemDoors(this)::open);
                    case CHANGES -> new ChangesController(models.drafts().changes());
                    case TIMELINE -> new TimelineController(models.timeline(), session.zone());
                    case SETTINGS -> new SettingsController(models.settings());
                };
        return new Page(load(page.name().toLowerCase(Locale.ROOT), controller), controller);
    }

    /// The way out of a rehearsal to that which is none; null where nothing is live.
    private @Nullable Runnable liveDrills() {
        return Pages.LIVEDRILL.isFor(session) ? () -> show(Pages.LIVEDRILL) : null;
    }

    private @Nullable DraftPane pane() {
        DraftPaneModel pane = models.drafts().pane();
        return pane == null ? null : new DraftPane(pane, () -> show(Pages.REVIEW));
    }

    private static Parent load(String name, Object controller) {
        var url = ConsoleView.class.getResource("/org/twinlease/console/view/" + name + ".fxml");
        var loader = new FXMLLoader(Objects.requireNonNull(url, name), Text.bundle());
        loader.setControllerFactory(_ -> controller);
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
