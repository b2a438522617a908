package org.twinlease.console.view;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.fxml.FXMLLoader;
import javafx.scene.Group;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.ConsoleModel;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.SettingsModel;
import org.twinlease.console.model.Text;
import org.twinlease.control.ControlChannel;
import org.twinlease.control.Notice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// A console in a window: shows one server from [#open] until [#close]. All methods belong to the
/// JavaFX thread.
public final class ConsoleView {

    private static final double WIDTH = 1_440;
    private static final double HEIGHT = 900;
    private static final double CORNER = 600;
    private static final double LEAST_WIDTH = 1_024;
    private static final double LEAST_HEIGHT = 640;

    private final ConsoleSession session;
    private final Pump pump;
    private final ConsoleModel model;
    private final FrameController frame;
    private final Region root;
    private @Nullable Look look;
    private final Map<Pages, Parent> pages = new EnumMap<>(Pages.class);
    private final Map<Pages, PageController> controllers = new EnumMap<>(Pages.class);
    private final ControlChannel.Watch watch;
    private final Timeline second;
    private @Nullable Pages current;

    private ConsoleView(ConsoleSession session) {
        this.session = session;
        Look.loadFonts();
        pump = new Pump(this::take);
        model = new ConsoleModel(session, pump);
        frame = new FrameController(model, this::show);
        root = (Region) load("frame", frame);
        for (Pages page : Pages.values()) {
            PageController controller = controller(page);
            controllers.put(page, controller);
            pages.put(page, load(page.name().toLowerCase(Locale.ROOT), controller));
        }
        watch = session.channel().watch(pump::offer);
        second = new Timeline(new KeyFrame(Duration.seconds(1), _ -> model.tick()));
        second.setCycleCount(Animation.INDEFINITE);
    }

    /// Opens a console in a stage and shows it. The console ends with the stage.
    public static ConsoleView open(Stage stage, ConsoleSession session) {
        var view = new ConsoleView(session);
        var scene = view.dress(new Scene(view.root, WIDTH, HEIGHT));
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
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
        model.settings().shown().to(this::wear);
        Keys.bind(scene, this, frame);
        return scene;
    }

    private void begin(Stage stage, Scene scene) {
        String server = session.mode() == ConsoleSession.Mode.DEMO ? "truth.demo" : "app.tagline";
        stage.setTitle(Text.of("app.title", Text.of(server)));
        stage.setScene(scene);
        stage.setOnHidden(_ -> close());
        show(Pages.OVERVIEW);
        model.start();
        second.play();
        stage.show();
    }

    /// Stops watching the server; the window shows what it knew last.
    public void close() {
        second.stop();
        watch.close();
        pump.close();
    }

    void show(Pages page) {
        Pages before = current;
        if (before == page) return;
        if (before != null) Objects.requireNonNull(controllers.get(before)).leave();
        current = page;
        frame.show(page, Objects.requireNonNull(pages.get(page)));
        Objects.requireNonNull(controllers.get(page)).enter();
    }

    PageController page() {
        return Objects.requireNonNull(controllers.get(Objects.requireNonNull(current)));
    }

    ConsoleModel model() {
        return model;
    }

    Region root() {
        return root;
    }

    private void take(List<Notice> notices) {
        model.on(notices);
    }

    private void wear(SettingsModel.State choices) {
        if (look != null) {
            look.wear(choices);
            frame.dark(look.dark());
        }
        if (controllers.get(Pages.SETTINGS) instanceof SettingsController page) page.draw(choices);
    }

    private PageController controller(Pages page) {
        return switch (page) {
            case OVERVIEW -> new OverviewController(model, this::show);
            case LEASES -> new LeasesController(model.leases());
            case LIVE -> new LiveController(model.live());
            case SETTINGS -> new SettingsController(model.settings());
        };
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
