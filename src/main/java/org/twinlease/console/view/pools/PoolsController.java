package org.twinlease.console.view.pools;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.Fact;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.pools.PoolsModel;
import org.twinlease.console.model.pools.PoolsModel.Detail;
import org.twinlease.console.model.pools.PoolsModel.Row;
import org.twinlease.console.model.pools.PoolsModel.WhatIf;
import org.twinlease.console.view.PageController;
import org.twinlease.console.view.ServerSwitch;
import org.twinlease.console.view.Widgets;
import org.twinlease.value.Ip4;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/// Draws the Pools page.
public final class PoolsController implements PageController {

    private final PoolsModel model;
    private final AddressGrid grid;
    private @Nullable ServerSwitch choice;
    private @Nullable Detail drawn;
    @FXML private VBox page;
    @FXML private StackPane empty;
    @FXML private HBox whatIf;
    @FXML private HBox servers;
    @FXML private Slider hours;
    @FXML private Label when;
    @FXML private Label primary;
    @FXML private Label secondary;
    @FXML private HBox legend;
    @FXML private VBox pools;
    @FXML private ScrollPane detailPane;
    @FXML private VBox detail;

    /// Shows `model`; `open` opens an address in full.
    public PoolsController(PoolsModel model, Consumer<Ip4> open) {
        this.model = model;
        grid = new AddressGrid(open);
    }

    @FXML
    void initialize() {
        choice = new ServerSwitch(servers, "lost-", model::lose);
        hours.valueProperty()
                .subscribe(value -> model.in(Math.round(value.doubleValue() * 4) / 4.0));
    }

    @Override
    public void enter() {
        model.seen(true);
        model.shown().to(this::draw);
    }

    @Override
    public void leave() {
        model.shown().toNobody();
        model.seen(false);
    }

    @Override
    public void back() {
        hours.setValue(0);
    }

    private void draw(PoolsModel.State state) {
        Widgets.seen(page, state.empty() == null);
        Widgets.seen(empty, state.empty() != null);
        if (state.empty() != null) {
            empty.getChildren().setAll(Widgets.empty(state.empty(), "fth-layers"));
            return;
        }
        draw(state.whatIf());
        Widgets.seen(legend, state.whatIf() != null);
        primary.setText(Text.of("pools.own", state.primary()));
        secondary.setText(Text.of("pools.own", state.secondary()));
        draw(state.rows());
        Detail open = state.detail();
        Widgets.seen(detailPane, open != null);
        if (open != null) draw(open);
    }

    private void draw(@Nullable WhatIf asked) {
        Widgets.seen(whatIf, asked != null);
        if (asked == null) return;
        Objects.requireNonNull(choice).show(asked.servers(), asked.lost());
        when.setText(asked.when());
    }

    /// Lines stay the same nodes, so that the keyboard's focus does.
    private void draw(List<Row> rows) {
        List<Node> lines = pools.getChildren();
        while (lines.size() > rows.size()) lines.removeLast();
        while (lines.size() < rows.size()) lines.add(new PoolLine(model::open));
        for (int i = 0; i < rows.size(); i++) {
            if (lines.get(i) instanceof PoolLine line) line.show(rows.get(i));
        }
    }

    private void draw(Detail open) {
        grid.show(open.cells());
        if (open.equals(drawn)) return;
        drawn = open;
        detail.getChildren()
                .setAll(
                        Widgets.label(open.title(), "text-heading"),
                        Widgets.fields(open.fields(), "mono"),
                        Widgets.label(Text.of("pools.balance"), "drawer-section"));
        for (Fact fact : open.balance()) detail.getChildren().add(line(fact));
        detail.getChildren()
                .addAll(
                        Widgets.label(Text.of("pools.grid"), "drawer-section"),
                        grid,
                        Widgets.paragraph(open.below(), "text-faint"));
    }

    private static HBox line(Fact fact) {
        var icon = Widgets.icon(Widgets.toneIcon(fact.tone()), "tone-icon");
        Widgets.tone(icon, fact.tone() == Tone.PLAIN ? Tone.CALM : fact.tone());
        var line = new HBox(icon, Widgets.paragraph(fact.words()));
        line.getStyleClass().add("chapter");
        return line;
    }
}
