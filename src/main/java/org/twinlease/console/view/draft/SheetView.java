package org.twinlease.console.view.draft;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.document.MarkedLine;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.draft.DraftPaneModel.Sheet;
import org.twinlease.console.view.Widgets;

import java.util.List;

/// A file's text: line numbers, a plus before lines that are new and a minus before those that are
/// gone. Turns to where the text changes.
public final class SheetView extends VBox {

    private static final double LINE = 18;
    private static final int ABOVE = 4;

    private final Label name = Widgets.label("", "mono", "sheet-name");
    private final ListView<MarkedLine> lines = new ListView<>();
    private @Nullable Sheet drawn;

    public SheetView() {
        getStyleClass().add("text-sheet");
        lines.getStyleClass().add("sheet-lines");
        lines.setFixedCellSize(LINE);
        lines.setCellFactory(_ -> new LineCell());
        VBox.setVgrow(lines, Priority.ALWAYS);
        VBox.setVgrow(this, Priority.ALWAYS);
        getChildren().setAll(name, lines);
    }

    public void show(Sheet sheet) {
        Sheet before = drawn;
        if (sheet.equals(before)) return;
        drawn = sheet;
        name.setText(sheet.name());
        lines.setAccessibleText(sheet.name());
        lines.getItems().setAll(sheet.lines());
        if (before == null || !before.name().equals(sheet.name())) return;
        int at = firstDifference(before.lines(), sheet.lines());
        lines.scrollTo(Math.max(0, at - ABOVE));
    }

    private static int firstDifference(List<MarkedLine> before, List<MarkedLine> after) {
        int most = Math.min(before.size(), after.size());
        for (int i = 0; i < most; i++) if (!before.get(i).equals(after.get(i))) return i;
        return most;
    }

    /// Turns to a line, as the text is now, and marks it.
    void spot(int line) {
        List<MarkedLine> all = lines.getItems();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).number() != line || all.get(i).mark() == MarkedLine.Mark.REMOVED) {
                continue;
            }
            lines.getSelectionModel().select(i);
            lines.scrollTo(Math.max(0, i - ABOVE));
            return;
        }
    }

    boolean isOf(String file) {
        return drawn != null && drawn.name().equals(file);
    }

    private static final class LineCell extends ListCell<MarkedLine> {
        LineCell() {
            getStyleClass().addAll("mono", "sheet-line");
        }

        @Override
        protected void updateItem(MarkedLine line, boolean empty) {
            super.updateItem(line, empty);
            getStyleClass().removeAll("added", "removed");
            if (empty) {
                setText("");
                return;
            }
            boolean counted = line.mark() != MarkedLine.Mark.REMOVED && line.number() > 0;
            String number = counted ? String.valueOf(line.number()) : "";
            String sign =
                    switch (line.mark()) {
                        case SAME -> " ";
                        case ADDED -> "+";
                        case REMOVED -> "\u2212";
                    };
            setText("%4s %s %s".formatted(number, sign, line.text().replace("\t", "    ")));
            switch (line.mark()) {
                case SAME -> setAccessibleText(line.text());
                case ADDED -> {
                    getStyleClass().add("added");
                    setAccessibleText(Text.of("draft.line.added", line.text()));
                }
                case REMOVED -> {
                    getStyleClass().add("removed");
                    setAccessibleText(Text.of("draft.line.removed", line.text()));
                }
            }
        }
    }
}
