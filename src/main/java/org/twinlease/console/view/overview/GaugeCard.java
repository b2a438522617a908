package org.twinlease.console.view.overview;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.twinlease.console.model.overview.OverviewModel.Gauge;
import org.twinlease.console.view.Sparkline;
import org.twinlease.console.view.Widgets;

/// One number with its unit, its change and its course.
final class GaugeCard extends VBox {

    private final Label title = Widgets.label("", "gauge-title", "text-muted");
    private final Label value = Widgets.label("", "text-number");
    private final Label unit = Widgets.label("", "text-muted", "gauge-unit");
    private final Label change = Widgets.label("", "gauge-change");
    private final Label note = Widgets.label("", "text-faint");
    private final Sparkline spark = new Sparkline();

    GaugeCard(int number) {
        getStyleClass().addAll("card", "gauge");
        value.setMinWidth(USE_PREF_SIZE);
        unit.setMinWidth(USE_PREF_SIZE);
        spark.getStyleClass().add("spark-" + number);
        var figure = new HBox(value, unit, Widgets.space(), spark);
        figure.getStyleClass().add("gauge-number");
        var below = new HBox(change, note);
        below.getStyleClass().add("gauge-below");
        setVgrow(figure, Priority.ALWAYS);
        getChildren().addAll(title, figure, below);
        setId("gauge-" + number);
    }

    void show(Gauge gauge) {
        title.setText(gauge.title());
        value.setText(gauge.value());
        unit.setText(gauge.unit());
        Widgets.seen(unit, !gauge.unit().isEmpty());
        change.setText(gauge.change());
        Widgets.seen(change, !gauge.change().isEmpty());
        Widgets.tone(change, gauge.tone());
        note.setText(gauge.note());
        spark.show(gauge.spark());
    }
}
