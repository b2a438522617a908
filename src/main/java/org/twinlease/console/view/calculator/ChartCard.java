package org.twinlease.console.view.calculator;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.twinlease.console.model.calculator.CalculatorModel.Chart;
import org.twinlease.console.model.calculator.CalculatorModel.Line;
import org.twinlease.console.view.Widgets;

import java.util.List;

/// A chart with its title, its greatest value, the names of its lines and its ends.
final class ChartCard extends VBox {

    private static final List<String> DOTS = List.of("who-first", "who-second");

    private final Label title = Widgets.label("", "text-heading");
    private final Label most = Widgets.label("", "mono", "calc-most");
    private final HBox names = new HBox();
    private final LineChart lines = new LineChart();
    private final Label from = Widgets.label("", "text-faint");
    private final Label to = Widgets.label("", "text-faint");

    ChartCard() {
        getStyleClass().addAll("card", "calc-card");
        var head = new HBox(title, Widgets.space(), most);
        head.getStyleClass().add("pair-line");
        names.getStyleClass().add("pair-line");
        VBox.setVgrow(lines, Priority.ALWAYS);
        getChildren().setAll(head, names, lines, new HBox(from, Widgets.space(), to));
        HBox.setHgrow(this, Priority.ALWAYS);
        VBox.setVgrow(this, Priority.ALWAYS);
    }

    void show(Chart chart) {
        title.setText(chart.title());
        most.setText(chart.most());
        from.setText(chart.from());
        to.setText(chart.to());
        lines.show(chart);
        names.getChildren().clear();
        for (int i = 0; i < chart.lines().size(); i++) {
            Line line = chart.lines().get(i);
            var dot = new Region();
            dot.getStyleClass().addAll("dot", "who-dot", DOTS.get(Math.min(i, 1)));
            names.getChildren().addAll(dot, Widgets.label(line.name(), "text-muted"));
        }
    }
}
