package org.twinlease.console.view.overview;

import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.twinlease.console.model.Empty;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.overview.Happenings.Happening;
import org.twinlease.console.model.overview.OverviewModel;
import org.twinlease.console.model.window.ConsoleModel;
import org.twinlease.console.view.PageController;
import org.twinlease.console.view.Pages;
import org.twinlease.console.view.Widgets;
import org.twinlease.value.Ip4;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Draws the Overview page.
public final class OverviewController implements PageController {

    private final ConsoleModel model;
    private final Consumer<Pages> go;
    private final List<GaugeCard> cards = new ArrayList<>();
    private final TrafficChart chart = new TrafficChart();
    @FXML private GridPane gauges;
    @FXML private ToggleGroup span;
    @FXML private StackPane traffic;
    @FXML private Label recording;
    @FXML private VBox pools;
    @FXML private VBox happenings;
    @FXML private VBox tallies;

    public OverviewController(ConsoleModel model, Consumer<Pages> go) {
        this.model = model;
        this.go = go;
    }

    @FXML
    void initialize() {
        for (int i = 0; i < 4; i++) {
            var card = new GaugeCard(i);
            cards.add(card);
            gauges.add(card, i, 0);
        }
        traffic.getChildren().addFirst(chart);
        span.selectedToggleProperty().subscribe((before, now) -> span(before, now));
    }

    @Override
    public void enter() {
        model.overview().shown().to(this::draw);
    }

    @Override
    public void leave() {
        model.overview().shown().toNobody();
    }

    private void span(Toggle before, Toggle now) {
        // One of the four is always chosen: pressing it again changes nothing.
        if (now == null) span.selectToggle(before);
        else model.overview().span(Integer.parseInt((String) now.getUserData()));
    }

    private void draw(OverviewModel.State state) {
        for (int i = 0; i < cards.size(); i++) cards.get(i).show(state.gauges().get(i));
        chart.show(state.traffic());
        Widgets.seen(recording, state.traffic().requests().size() < 2);
        drawPools(state.pools());
        drawHappenings(state.happenings());
        tallies.getChildren().setAll(state.tallies().stream().map(OverviewLines::tally).toList());
    }

    private void drawPools(List<OverviewModel.PoolBar> bars) {
        if (bars.isEmpty()) {
            var empty =
                    new Empty(Text.of("overview.pools.empty"), Text.of("overview.pools.advice"));
            pools.getChildren().setAll(Widgets.empty(empty, "fth-layers"));
            return;
        }
        pools.getChildren().setAll(bars.stream().map(OverviewLines::pool).toList());
    }

    private void drawHappenings(List<Happening> newest) {
        if (newest.isEmpty()) {
            var empty =
                    new Empty(
                            Text.of("overview.happenings.empty"),
                            Text.of("overview.happenings.advice"));
            happenings.getChildren().setAll(Widgets.empty(empty, "fth-coffee"));
            return;
        }
        happenings
                .getChildren()
                .setAll(newest.stream().map(h -> OverviewLines.happening(h, this::open)).toList());
    }

    private void open(Ip4 address) {
        go.accept(Pages.LEASES);
        model.leases().open(address);
    }
}
