package org.twinlease.console.view.health;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.twinlease.console.model.Empty;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.health.HealthModel;
import org.twinlease.console.model.health.HealthModel.Quiet;
import org.twinlease.console.model.health.HealthModel.State;
import org.twinlease.console.model.health.Item;
import org.twinlease.console.view.PageController;
import org.twinlease.console.view.Widgets;

import java.util.List;
import java.util.function.Consumer;

/// Draws the Health page.
public final class HealthController implements PageController {

    private final HealthModel model;
    private final SkewChart chart = new SkewChart();
    private final ItemDetail detail;
    @FXML private Label score;
    @FXML private Label reasons;
    @FXML private VBox lines;
    @FXML private Node clocks;
    @FXML private Label range;
    @FXML private StackPane curve;
    @FXML private Label from;
    @FXML private Label to;
    @FXML private Node heard;
    @FXML private VBox relays;
    @FXML private ToggleButton quiet;
    @FXML private ListView<Item> items;
    @FXML private StackPane nothing;
    @FXML private VBox main;
    private boolean drawing;

    /// Shows `model`; `go` opens an item's place.
    public HealthController(HealthModel model, Consumer<Item.Door> go) {
        this.model = model;
        detail = new ItemDetail(model, go);
    }

    @FXML
    void initialize() {
        curve.getChildren().setAll(chart);
        main.getChildren().add(detail);
        items.setCellFactory(_ -> new ItemCell());
        items.getSelectionModel()
                .selectedItemProperty()
                .subscribe(
                        item -> {
                            if (item != null && !drawing) model.choose(item.key());
                        });
        items.setOnMouseClicked(
                click -> {
                    if (click.getClickCount() == 2) detail.open();
                });
        var empty = new Empty(Text.of("health.nothing"), Text.of("health.nothing.more"));
        nothing.getChildren().setAll(Widgets.empty(empty, "fth-check-circle"));
        quiet.selectedProperty().subscribe(_ -> draw(model.shown().state()));
    }

    @Override
    public void enter() {
        model.shown().to(this::draw);
    }

    @Override
    public void leave() {
        model.shown().toNobody();
    }

    @Override
    public boolean press(KeyCode key) {
        switch (key) {
            case ENTER, F -> detail.open();
            case U -> detail.ask();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void draw(State state) {
        score.setText(Text.of("health.score", state.score()));
        Widgets.tone(score, state.reasons().tone());
        reasons.setText(state.reasons().words());
        HealthFacts.lines(lines, state.lines());
        // Files hear nobody.
        Widgets.seen(heard, !state.servers().isEmpty());
        HealthFacts.relays(relays, state.servers(), state.relays());
        Widgets.seen(clocks, !state.curve().millis().isEmpty());
        range.setText(state.curve().range());
        from.setText(state.curve().from());
        to.setText(state.curve().to());
        chart.show(state.curve());
        quiet.setText(Text.of("health.muted", state.muted().size()));
        draw(
                quiet.isSelected()
                        ? state.muted().stream().map(Quiet::item).toList()
                        : state.items(),
                state.chosen());
        Item chosen = items.getSelectionModel().getSelectedItem();
        detail.show(
                chosen,
                state.muted().stream()
                        .filter(each -> each.item().equals(chosen))
                        .findFirst()
                        .orElse(null));
    }

    private void draw(List<Item> all, String chosen) {
        drawing = true;
        if (!items.getItems().equals(all)) items.getItems().setAll(all);
        int at = -1;
        for (int i = 0; i < all.size(); i++) if (all.get(i).key().equals(chosen)) at = i;
        if (at >= 0) items.getSelectionModel().select(at);
        else items.getSelectionModel().clearSelection();
        drawing = false;
        Widgets.seen(nothing, all.isEmpty());
        Widgets.seen(items, !all.isEmpty());
    }
}
