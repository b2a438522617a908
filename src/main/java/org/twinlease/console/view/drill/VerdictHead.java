package org.twinlease.console.view.drill;

import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.twinlease.console.model.Text;
import org.twinlease.console.model.drill.DrillModel;
import org.twinlease.console.model.drill.DrillModel.State;
import org.twinlease.console.model.drill.RunClock.Phase;
import org.twinlease.console.view.Widgets;

/// What stands above the verdict: which run it is of, variants of the drill, and the report.
final class VerdictHead {

    private final RunChoice choice;
    private final ExplorePane variants;
    private final Button report;

    VerdictHead(VBox box, DrillModel model) {
        var runs = new ComboBox<String>();
        runs.setId("runs");
        runs.setAccessibleText(Text.of("drill.runs"));
        runs.getStyleClass().add("drill-runs");
        choice = new RunChoice(runs, model);
        var exploring = new VBox();
        exploring.getStyleClass().add("drill-exploring");
        variants = new ExplorePane(exploring, model);
        var explore = new ToggleButton(Text.of("drill.explore"), Widgets.icon("fth-shuffle"));
        explore.getStyleClass().add("freeze");
        explore.setId("explore");
        explore.setTooltip(new Tooltip(Text.of("drill.explore.tip")));
        explore.setMinWidth(Region.USE_PREF_SIZE);
        explore.selectedProperty().subscribe(open -> Widgets.seen(exploring, open));
        report =
                RunBar.button(
                        "report",
                        Text.of("drill.report"),
                        "fth-file-text",
                        Text.of("drill.report.tip"));
        report.setOnAction(_ -> model.report());
        var row = new HBox(runs, Widgets.space(), explore, report);
        row.getStyleClass().add("table-line");
        box.getChildren().setAll(row, exploring);
    }

    void show(State state) {
        choice.show(state.choices());
        variants.show(state.explore());
        report.setDisable(state.run().phase() != Phase.OVER);
    }
}
