package org.twinlease.console.view;

import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.twinlease.console.model.OverviewModel.Tally;

/// What was counted, as a number beside a bar.
final class TallyLine {

    private TallyLine() {}

    static VBox of(Tally tally) {
        var head =
                new HBox(
                        Widgets.label(tally.label(), "text-muted"),
                        Widgets.space(),
                        Widgets.label(tally.value(), "mono"));
        head.getStyleClass().add("tally-head");
        var bar = new ShareBar(tally.tone().style());
        bar.show(tally.share());
        bar.setAccessibleText(tally.label() + " " + tally.value());
        var line = new VBox(head, bar);
        line.getStyleClass().add("tally");
        VBox.setVgrow(line, Priority.SOMETIMES);
        return line;
    }
}
