package org.twinlease.console.view.config;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.twinlease.config.document.Part.Form;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.config.ConfigModel;
import org.twinlease.console.model.config.ConfigModel.Cell;
import org.twinlease.console.model.config.ConfigModel.Row;
import org.twinlease.console.view.HelpSheet;
import org.twinlease.console.view.Widgets;

import java.util.List;

/// One statement: what it sets, its value or one for each server, and the button that takes it out.
/// What the checks say of it stands below.
final class SettingLine extends VBox {

    private final String row;
    private final List<Integer> halves;
    private final HBox cells = new HBox();
    private final Label note = Widgets.paragraph("", "field-below", "config-note");

    private SettingLine(Row row, ConfigModel model) {
        this.row = row.id();
        halves = row.cells().stream().map(Cell::half).toList();
        getStyleClass().add("config-row");
        cells.getStyleClass().add("form-cells");
        HBox.setHgrow(cells, Priority.ALWAYS);
        boolean named = !row.key().isEmpty();
        if (row.form() != Form.NOTHING) {
            for (Cell cell : row.cells()) cells.getChildren().add(input(row, cell, model));
        }
        var remove = new Button();
        remove.setGraphic(Widgets.icon("fth-x"));
        remove.getStyleClass().add("icon-button");
        remove.setAccessibleText(Text.of("config.remove", row.key()));
        remove.setOnAction(_ -> model.remove(row.id()));
        var line = new HBox(cells, remove);
        if (named) {
            Label key = Widgets.paragraph(row.key(), "text-strong", "config-key");
            key.setTooltip(new Tooltip(row.key()));
            line.getChildren().addFirst(key);
        }
        line.getStyleClass().add("pair-line");
        getChildren().setAll(line, note);
    }

    /// Draws rows into a box; lines of the same statements stay, so that the keyboard's focus does.
    static void draw(VBox box, List<Row> rows, ConfigModel model) {
        List<Node> lines = box.getChildren();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            boolean same =
                    i < lines.size() && lines.get(i) instanceof SettingLine line && line.isOf(row);
            if (!same) {
                if (i < lines.size()) lines.set(i, new SettingLine(row, model));
                else lines.add(new SettingLine(row, model));
            }
            if (lines.get(i) instanceof SettingLine line) line.show(row);
        }
        while (lines.size() > rows.size()) lines.removeLast();
        if (rows.isEmpty()) {
            lines.add(Widgets.paragraph(Text.of("config.here.none"), "text-muted"));
        }
    }

    private boolean isOf(Row other) {
        return row.equals(other.id())
                && halves.equals(other.cells().stream().map(Cell::half).toList());
    }

    private static Node input(Row row, Cell cell, ConfigModel model) {
        var input = new TextField();
        input.getStyleClass().addAll("mono", "form-input");
        String name = row.id().replaceAll("[^A-Za-z0-9-]+", "-");
        input.setId("set-" + name + (cell.half() < 0 ? "" : "-" + cell.half()));
        if (!row.key().isEmpty()) HelpSheet.about(input, model.help(row.key()));
        input.setAccessibleText(row.key() + " " + cell.server());
        input.textProperty()
                .subscribe(
                        text -> {
                            if (input.isFocused()) model.type(row.id(), cell.half(), text);
                        });
        input.focusedProperty()
                .subscribe(
                        focused -> {
                            if (!focused) model.leave(row.id(), cell.half());
                        });
        var box = new VBox(input);
        box.getStyleClass().add("form-cell");
        if (cell.half() >= 0) {
            box.getChildren().addFirst(Widgets.label(cell.server(), "text-faint"));
        }
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    private void show(Row now) {
        String wrong = "";
        for (int i = 0; i < now.cells().size() && i < cells.getChildren().size(); i++) {
            Cell cell = now.cells().get(i);
            if (!cell.wrong().isEmpty()) wrong = cell.wrong();
            if (!(cells.getChildren().get(i) instanceof VBox box)) continue;
            if (!(box.getChildren().getLast() instanceof TextField input)) continue;
            Widgets.wrong(input, !cell.wrong().isEmpty());
            if (!input.getText().equals(cell.typed())) input.setText(cell.typed());
        }
        boolean bad = !wrong.isEmpty();
        note.setText(bad ? wrong : now.note().words());
        Widgets.tone(note, bad ? Tone.BAD : now.note().tone());
        Widgets.seen(note, !note.getText().isEmpty());
    }
}
