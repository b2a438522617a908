package org.twinlease.console.view;

import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.twinlease.console.model.OverviewModel.Tally;

/// What was counted, with a bar and as a number.
final class TallyLine {

    private TallyLine() {}

    static HBox of(Tally tally) {
        var bar = new ShareBar(tally.tone().style());
        bar.show(tally.share());
        bar.setAccessibleText(tally.label() + " " + tally.value());
        HBox.setHgrow(bar, Priority.ALWAYS);
        var line =
                new HBox(
                        Widgets.label(tally.label(), "text-muted", "tally-label"),
                        bar,
                        Widgets.label(tally.value(), "mono-right", "tally-value"));
        line.getStyleClass().add("tally");
        VBox.setVgrow(line, Priority.ALWAYS);
        return line;
    }
}
