package org.twinlease.console.view.settings;

import javafx.fxml.FXML;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

import org.twinlease.console.model.Text;
import org.twinlease.console.model.settings.SettingsModel;
import org.twinlease.console.model.settings.SettingsModel.Density;
import org.twinlease.console.model.settings.SettingsModel.Theme;
import org.twinlease.console.view.KeyList;
import org.twinlease.console.view.PageController;
import org.twinlease.console.view.Widgets;

/// Draws the Settings page.
public final class SettingsController implements PageController {

    private final SettingsModel model;
    private boolean drawing;
    @FXML private ToggleGroup theme;
    @FXML private ToggleGroup density;
    @FXML private VBox keys;
    @FXML private VBox about;

    public SettingsController(SettingsModel model) {
        this.model = model;
    }

    @FXML
    void initialize() {
        theme.selectedToggleProperty()
                .subscribe(
                        (before, now) ->
                                chosen(theme, before, now, w -> model.theme(Theme.valueOf(w))));
        density.selectedToggleProperty()
                .subscribe(
                        (before, now) ->
                                chosen(
                                        density,
                                        before,
                                        now,
                                        w -> model.density(Density.valueOf(w))));
        keys.getChildren().setAll(Widgets.fields(KeyList.all(), "mono"));
    }

    /// Nothing to begin: the window hands every state on, since it wears the choices itself.
    @Override
    public void enter() {}

    @Override
    public void leave() {}

    private interface Choice {
        void make(String name);
    }

    private void chosen(ToggleGroup group, Toggle before, Toggle now, Choice choice) {
        if (drawing) return;
        if (now == null) group.selectToggle(before);
        else choice.make((String) now.getUserData());
    }

    public void draw(SettingsModel.State state) {
        drawing = true;
        select(theme, state.theme().name());
        select(density, state.density().name());
        about.getChildren()
                .setAll(
                        state.server().isEmpty()
                                ? Widgets.paragraph(Text.of("settings.about.empty"), "text-muted")
                                : Widgets.fields(state.server(), "text-plain"));
        drawing = false;
    }

    private static void select(ToggleGroup group, String name) {
        group.getToggles().stream()
                .filter(toggle -> name.equals(toggle.getUserData()))
                .forEach(group::selectToggle);
    }
}
