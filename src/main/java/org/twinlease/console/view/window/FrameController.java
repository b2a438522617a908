package org.twinlease.console.view.window;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.controlsfx.control.textfield.CustomTextField;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.twinlease.console.model.Banner;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.frame.FrameModel;
import org.twinlease.console.model.pair.PairModel;
import org.twinlease.console.model.settings.SettingsModel.Theme;
import org.twinlease.console.model.window.ConsoleModels;
import org.twinlease.console.view.Pages;
import org.twinlease.console.view.Widgets;

import java.util.function.Consumer;

/// Draws what stands around every page: the rail, the search, the truth bar, the alarms.
final class FrameController {

    private final ConsoleSession session;
    private final ConsoleModels models;
    private final Consumer<Pages> go;
    private final Runnable change;
    private @Nullable PageChoices choices;
    private @Nullable Rail buttons;
    private @Nullable RailCard about;
    private boolean rehearsal;
    private final AlarmsPopOver alarms = new AlarmsPopOver();
    @FXML private VBox rail;
    @FXML private VBox card;
    @FXML private Label title;
    @FXML private Label subtitle;
    @FXML private CustomTextField search;
    @FXML private FontIcon themeIcon;
    @FXML private Button bell;
    @FXML private Region bellMark;
    @FXML private HBox servers;
    @FXML private HBox relations;
    @FXML private BorderPane frame;
    @FXML private HBox twin;
    @FXML private VBox truth;
    @FXML private VBox banners;
    @FXML private StackPane content;

    FrameController(
            ConsoleSession session, ConsoleModels models, Consumer<Pages> go, Runnable change) {
        this.session = session;
        this.models = models;
        this.go = go;
        this.change = change;
    }

    @FXML
    void initialize() {
        about = new RailCard(card);
        buttons = new Rail(rail, session, go);
        choices = new PageChoices(servers, relations, models, this::look);
        models.pair().truth().to(this::draw);
        models.drill().bar().to(state -> TwinStrip.draw(twin, state));
        models.wizards().listen(() -> draw(models.pair().truth().state()));
        new LeaseSearch(search, models, go).listen();
        look(0);
    }

    /// Has the pages of one server show another.
    private void look(int server) {
        models.chosen().frame().shown().toNobody();
        models.choose(server);
        models.chosen().frame().shown().to(this::draw);
        change.run();
    }

    /// Where sheets are shown above the page.
    Pane content() {
        return content;
    }

    void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    void dark(boolean dark) {
        themeIcon.setIconLiteral(dark ? "fth-sun" : "fth-moon");
    }

    void show(Pages page, Parent root) {
        if (buttons != null) buttons.select(page);
        title.setText(Text.of(page.title));
        subtitle.setText(Text.of(page.subtitle));
        rehearsal = page == Pages.DRILL;
        if (choices != null) choices.on(page);
        TwinStrip.frame(frame, rehearsal, twin, truth, card);
        seen();
        content.getChildren().setAll(root);
    }

    /// Beside a rehearsal stands no word of the real pair, and no advice beside a failure on
    /// purpose.
    private void seen() {
        boolean live = models.liveDrill().bar().state().on();
        Widgets.seen(search, !rehearsal && Pages.LEASES.isFor(session));
        Widgets.seen(banners, !rehearsal && !live && bellMark.isVisible());
    }

    @FXML
    void switchTheme() {
        boolean dark = themeIcon.getIconLiteral().equals("fth-sun");
        models.settings().theme(dark ? Theme.LIGHT : Theme.DARK);
    }

    @FXML
    void showAlarms() {
        alarms.show(bell, models.pair().truth().state().banners());
    }

    private void draw(FrameModel.State state) {
        if (about != null) about.show(state);
        draw(models.pair().truth().state());
        if (buttons != null) buttons.badge(Pages.LEASES, state.leases());
    }

    private void open(Banner.Way way) {
        go.accept(Pages.PAIR);
        models.pair().choose(way.relationship());
        models.wizards().open(way.wizard(), way.server());
    }

    private void draw(PairModel.Truth pair) {
        TruthBar.draw(truth, models.chosen().frame().shown().state(), pair);
        // Who is led through something has read them, and needs the room.
        boolean led = models.wizards().shown().state().open();
        Widgets.seen(bellMark, BannerBox.draw(banners, pair.banners(), led, this::open));
        seen();
        if (choices != null) choices.draw();
    }
}
