package org.twinlease.console.view.drill;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.twinlease.console.model.Text;
import org.twinlease.console.model.drill.DrillModel;
import org.twinlease.console.model.drill.ExploreModel.State;
import org.twinlease.console.view.Widgets;

/// Runs variants of the drill: how many, by how much an act may move, how far it is, and the worst.
final class ExplorePane {

    private final TextField count = new TextField("20");
    private final TextField within = new TextField("5m");
    private final Button start = new Button();
    private final Button worst = new Button(Text.of("drill.explore.open"));
    private final ProgressBar progress = new ProgressBar();
    private final Label said = Widgets.paragraph("", "drill-said");
    private boolean busy;

    ExplorePane(VBox box, DrillModel model) {
        count.setId("variants");
        within.setId("within");
        start.setId("explore-start");
        worst.setId("explore-worst");
        Label variants = Widgets.label(Text.of("drill.explore.count"), "text-muted");
        variants.setLabelFor(count);
        Label by = Widgets.label(Text.of("drill.explore.within"), "text-muted");
        by.setLabelFor(within);
        start.getStyleClass().add("small-button");
        worst.getStyleClass().add("small-button");
        start.setOnAction(
                _ -> {
                    if (busy) model.stopExploring();
                    else model.explore(count.getText(), within.getText());
                });
        count.setOnAction(_ -> start.fire());
        within.setOnAction(_ -> start.fire());
        worst.setOnAction(_ -> model.openWorst());
        var row = new HBox(variants, count, by, within, Widgets.space(), start);
        row.getStyleClass().add("pair-line");
        box.getChildren().setAll(row, progress, said, worst);
    }

    void show(State state) {
        busy = state.busy();
        start.setText(Text.of(busy ? "drill.explore.stop" : "drill.explore.start"));
        Widgets.seen(progress, busy);
        progress.setProgress(state.done());
        Widgets.fact(said, state.said());
        Widgets.seen(worst, state.found());
    }
}
