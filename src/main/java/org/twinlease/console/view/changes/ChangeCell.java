package org.twinlease.console.view.changes;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.changes.ChangesModel.Row;
import org.twinlease.console.view.Widgets;

/// A change in the list: when and by whom, what, and how it stands.
final class ChangeCell extends ListCell<Row> {

    ChangeCell() {
        // As wide as the list, so that long words end with it.
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
        Label chip = Widgets.chip(row.standing().words(), row.standing().tone());
        chip.setMinWidth(Label.USE_PREF_SIZE);
        var head =
                new HBox(
                        Widgets.label(row.time(), "mono", "text-muted"),
                        Widgets.label(row.person(), "text-muted"),
                        Widgets.space(),
                        chip);
        head.getStyleClass().add("pair-line");
        setGraphic(new VBox(head, Widgets.label(row.words(), "text-strong")));
        setAccessibleText(
                String.join(", ", row.time(), row.person(), row.words(), row.standing().words()));
    }
}
