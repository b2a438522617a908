package org.twinlease.console.view.leases;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.leases.Copies;
import org.twinlease.console.view.Widgets;

/// Both servers' records of an address side by side, a mark at every field that differs, and who
/// may give the address to somebody else from when.
final class CopiesView {

    private static final double[] SHARES = {26, 37, 37};

    private CopiesView() {}

    static void add(VBox box, Copies copies) {
        box.getChildren().add(Widgets.label(Text.of("copies.title"), "drawer-section"));
        if (copies.lines().isEmpty()) {
            box.getChildren().add(Widgets.paragraph(Text.of("copies.wait"), "text-muted"));
            return;
        }
        box.getChildren().add(grid(copies));
        if (copies.reuse().isEmpty()) return;
        box.getChildren().add(Widgets.label(Text.of("copies.reuse"), "drawer-section"));
        for (String sentence : copies.reuse()) {
            box.getChildren().add(Widgets.paragraph(sentence, "text-muted"));
        }
    }

    private static GridPane grid(Copies copies) {
        var grid = new GridPane();
        grid.setId("copies");
        grid.getStyleClass().add("copies");
        for (double share : SHARES) {
            var column = new ColumnConstraints();
            column.setPercentWidth(share);
            grid.getColumnConstraints().add(column);
        }
        grid.add(Widgets.label(copies.own(), "text-strong"), 1, 0);
        grid.add(Widgets.label(copies.other(), "text-strong"), 2, 0);
        int row = 1;
        for (Copies.Line line : copies.lines()) {
            grid.add(Widgets.paragraph(line.label(), "text-muted", "copies-label"), 0, row);
            grid.add(value(line.own(), line.ownFull(), false), 1, row);
            grid.add(value(line.other(), line.otherFull(), line.differs()), 2, row);
            row++;
        }
        return grid;
    }

    private static Label value(String words, String full, boolean differs) {
        Label value = Widgets.paragraph((differs ? "\u2260 " : "") + words, "copies-value");
        if (differs) Widgets.tone(value, Tone.WATCH);
        if (!full.isEmpty()) value.setTooltip(new Tooltip(full));
        return value;
    }
}
