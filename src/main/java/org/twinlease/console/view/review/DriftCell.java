package org.twinlease.console.view.review;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.drift.DriftModel.Row;
import org.twinlease.console.view.Widgets;

/// A difference: what it leads to where a group begins, what it is about, and what each half and
/// both say.
final class DriftCell extends ListCell<Row> {

    private static final int COLUMNS = 3;

    /// What is beside and between the columns, in pixels.
    private static final double AROUND = 64;

    DriftCell() {
        // As wide as the list, so that long values wrap.
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Row row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        if (empty || row == null) {
            setGraphic(null);
            return;
        }
        var box = new VBox();
        box.getStyleClass().add("drift");
        if (row.first()) {
            var icon = Widgets.icon(Widgets.toneIcon(row.tone()), "tone-icon");
            Widgets.tone(icon, row.tone());
            var chip = Widgets.chip(row.group(), row.tone());
            chip.setMinWidth(Label.USE_PREF_SIZE);
            var meaning = Widgets.label(row.meaning(), "text-muted");
            meaning.setMinWidth(0);
            var head = new HBox(icon, chip, meaning);
            head.getStyleClass().addAll("pair-line", "drift-group");
            box.getChildren().add(head);
        }
        var columns =
                new HBox(
                        third(Widgets.paragraph(row.one(), "mono")),
                        third(Widgets.paragraph(row.common(), "mono", "text-muted")),
                        third(Widgets.paragraph(row.two(), "mono")));
        columns.getStyleClass().add("drift-columns");
        box.getChildren().addAll(Widgets.label(row.about(), "mono-strong"), columns);
        setGraphic(box);
        setAccessibleText(
                String.join(", ", row.group(), row.about(), row.one(), row.common(), row.two()));
    }

    /// The height of a cell is asked for before its width is known.
    private StackPane third(Node node) {
        StackPane column = column(node);
        column.prefWidthProperty()
                .bind(getListView().widthProperty().subtract(AROUND).divide(COLUMNS));
        return column;
    }

    /// A third of the width.
    static StackPane column(Node node) {
        var column = new StackPane(node);
        column.getStyleClass().add("drift-side");
        HBox.setHgrow(column, Priority.ALWAYS);
        return column;
    }
}
