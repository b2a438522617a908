package org.twinlease.console.view;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.controlsfx.control.textfield.CustomTextField;
import org.kordamp.ikonli.javafx.FontIcon;
import org.twinlease.console.model.ConsoleModel;
import org.twinlease.console.model.FrameModel;
import org.twinlease.console.model.SettingsModel.Theme;
import org.twinlease.console.model.Text;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/// Draws what stands around every page: the rail, the search, the truth bar, the alarms.
final class FrameController {

    private final ConsoleModel model;
    private final Consumer<Pages> go;
    private final Map<Pages, RailButton> buttons = new EnumMap<>(Pages.class);
    private final AlarmsPopOver alarms = new AlarmsPopOver();
    @FXML private VBox rail;
    @FXML private Region cardDot;
    @FXML private Label cardLink;
    @FXML private Label cardVersion;
    @FXML private Label cardUptime;
    @FXML private Label cardDemo;
    @FXML private Label title;
    @FXML private Label subtitle;
    @FXML private CustomTextField search;
    @FXML private Button theme;
    @FXML private FontIcon themeIcon;
    @FXML private Button bell;
    @FXML private Region bellMark;
    @FXML private HBox truth;
    @FXML private VBox banners;
    @FXML private StackPane content;

    FrameController(ConsoleModel model, Consumer<Pages> go) {
        this.model = model;
        this.go = go;
    }

    @FXML
    void initialize() {
        var group = new ToggleGroup();
        String section = "";
        for (Pages page : Pages.values()) {
            if (!page.group.equals(section)) {
                section = page.group;
                rail.getChildren().add(Widgets.label(Text.of(section), "rail-section"));
            }
            var button = new RailButton(page, () -> go.accept(page));
            button.setToggleGroup(group);
            buttons.put(page, button);
            rail.getChildren().add(button);
        }
        bell.setTooltip(new Tooltip(Text.of("alarms.button")));
        theme.setTooltip(new Tooltip(Text.of("theme.button")));
        model.frame().shown().to(this::draw);
    }

    void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    void dark(boolean dark) {
        themeIcon.setIconLiteral(dark ? "fth-sun" : "fth-moon");
    }

    void show(Pages page, Parent root) {
        button(page).setSelected(true);
        title.setText(Text.of(page.title));
        subtitle.setText(Text.of(page.subtitle));
        content.getChildren().setAll(root);
    }

    @FXML
    void find() {
        if (search.getText().isBlank()) return;
        go.accept(Pages.LEASES);
        model.leases().find(search.getText());
    }

    @FXML
    void switchTheme() {
        boolean dark = themeIcon.getIconLiteral().equals("fth-sun");
        model.settings().theme(dark ? Theme.LIGHT : Theme.DARK);
    }

    @FXML
    void showAlarms() {
        alarms.show(bell, model.frame().shown().state().banners());
    }

    private void draw(FrameModel.State state) {
        Widgets.tone(cardDot, state.link().tone());
        cardLink.setText(state.link().words());
        cardVersion.setText(state.version().isEmpty() ? "" : "v" + state.version());
        cardUptime.setText(state.uptime());
        Widgets.seen(cardDemo, state.demo());
        TruthBar.draw(truth, state);
        banners.getChildren().setAll(state.banners().stream().map(BannerBox::of).toList());
        Widgets.seen(banners, !state.banners().isEmpty());
        Widgets.seen(bellMark, !state.banners().isEmpty());
        button(Pages.LEASES).badge(state.leases());
    }

    private RailButton button(Pages page) {
        return Objects.requireNonNull(buttons.get(page));
    }
}
