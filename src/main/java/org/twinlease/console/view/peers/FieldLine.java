package org.twinlease.console.view.peers;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.Help;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.peers.PeerField;
import org.twinlease.console.model.peers.PeersModel;
import org.twinlease.console.model.peers.PeersModel.Cell;
import org.twinlease.console.model.peers.PeersModel.Row;
import org.twinlease.console.view.HelpSheet;
import org.twinlease.console.view.Widgets;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// One item of the form: its name, a text field for each server or for both, and below them what
/// the value leads to, or what is wrong with what was typed.
final class FieldLine extends VBox {

    private final PeersModel model;
    private final PeerField field;
    private final HBox cells = new HBox();
    private final ToggleButton each = new ToggleButton(Text.of("peers.each"));
    private final Label below = Widgets.paragraph("", "field-below");
    private final List<Integer> halves = new ArrayList<>();

    FieldLine(PeersModel model, PeerField field) {
        this.model = model;
        this.field = field;
        getStyleClass().add("form-line");
        var name = Widgets.paragraph(Text.of(field.label), "text-strong", "form-name");
        name.setTooltip(new Tooltip(field.word));
        each.getStyleClass().add("segment");
        each.setId("each-" + id());
        each.setTooltip(new Tooltip(Text.of("peers.each.more")));
        each.setOnAction(_ -> model.apart(field, each.isSelected()));
        cells.getStyleClass().add("form-cells");
        HBox.setHgrow(cells, Priority.ALWAYS);
        var line = new HBox(name, cells, each);
        line.getStyleClass().add("pair-line");
        getChildren().setAll(line, below);
    }

    private String id() {
        return field.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    void show(Row row) {
        Widgets.seen(each, row.choice());
        each.setSelected(row.apart());
        List<Integer> wanted = row.cells().stream().map(Cell::half).toList();
        if (!wanted.equals(halves)) {
            halves.clear();
            halves.addAll(wanted);
            cells.getChildren().setAll(row.cells().stream().map(this::input).toList());
        }
        String wrong = "";
        for (int i = 0; i < row.cells().size(); i++) {
            Cell cell = row.cells().get(i);
            if (!cell.wrong().isEmpty()) wrong = cell.wrong();
            if (cells.getChildren().get(i) instanceof VBox box) fill(box, cell);
        }
        below.setText(wrong.isEmpty() ? row.consequence().words() : wrong);
        Widgets.tone(below, wrong.isEmpty() ? row.consequence().tone() : Tone.BAD);
    }

    private Node input(Cell cell) {
        var input = new TextField();
        input.getStyleClass().addAll("mono", "form-input");
        input.setId("peer-" + id() + (cell.half() == PeersModel.BOTH ? "" : "-" + cell.half()));
        input.setAccessibleText(Text.of(field.label) + " " + cell.server());
        HelpSheet.about(
                input,
                new Help(
                        Text.of(field.label),
                        field.word,
                        Text.of(field.help),
                        field.otherwise,
                        Text.of(field.mistake)));
        input.textProperty()
                .subscribe(
                        text -> {
                            if (input.isFocused()) model.type(field, cell.half(), text);
                        });
        input.focusedProperty()
                .subscribe(
                        focused -> {
                            if (!focused) model.leave(field, cell.half());
                        });
        input.addEventHandler(KeyEvent.KEY_PRESSED, key -> step(input, key));
        var box = new VBox(input);
        box.getStyleClass().add("form-cell");
        if (cell.half() != PeersModel.BOTH) {
            box.getChildren().addFirst(Widgets.label(cell.server(), "text-faint"));
        }
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    /// Up and Down nudge a number.
    private static void step(TextField input, KeyEvent key) {
        int by = key.getCode() == KeyCode.UP ? 1 : key.getCode() == KeyCode.DOWN ? -1 : 0;
        if (by == 0 || !input.getText().matches("[0-9]{1,9}")) return;
        input.setText(String.valueOf(Math.max(0, Integer.parseInt(input.getText()) + by)));
        input.end();
        key.consume();
    }

    private static void fill(VBox box, Cell cell) {
        @Nullable Node last = box.getChildren().getLast();
        if (!(last instanceof TextField input)) return;
        input.setPromptText(cell.otherwise());
        Widgets.wrong(input, !cell.wrong().isEmpty());
        if (input.getText().equals(cell.typed())) return;
        input.setText(cell.typed());
    }
}
