package org.twinlease.console.view.drill;

import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.drill.DrillModel;
import org.twinlease.console.model.drill.ScriptModel.Fault;
import org.twinlease.console.model.drill.ScriptModel.Script;
import org.twinlease.console.view.Widgets;

import java.util.ArrayList;
import java.util.List;

/// The text of the drill, and below it what is wrong, as it is typed.
final class ScriptPane {

    private static final KeyCombination UNDO =
            new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination REDO =
            new KeyCodeCombination(KeyCode.Y, KeyCombination.SHORTCUT_DOWN);

    private final TextArea area;
    private final VBox faults;
    private boolean drawing = true;
    private @Nullable Script drawn;

    ScriptPane(TextArea area, VBox faults, DrillModel model) {
        this.area = area;
        this.faults = faults;
        area.textProperty()
                .subscribe(
                        text -> {
                            if (!drawing) model.script().type(text);
                        });
        drawing = false;
        area.setWrapText(true);
        // The blocks' edits are in the way back too, of which the area knows nothing.
        area.addEventFilter(
                KeyEvent.KEY_PRESSED,
                key -> {
                    if (UNDO.match(key)) model.script().undo();
                    else if (REDO.match(key)) model.script().redo();
                    else return;
                    key.consume();
                });
    }

    void show(Script script) {
        Script before = drawn;
        drawn = script;
        if (!area.getText().equals(script.text())) {
            drawing = true;
            int caret = area.getCaretPosition();
            area.setText(script.text());
            area.positionCaret(Math.min(caret, script.text().length()));
            drawing = false;
        }
        if (script.chosen() > 0 && (before == null || before.chosen() != script.chosen())) {
            turnTo(script.chosen());
        }
        boolean same =
                before != null
                        && before.faults().equals(script.faults())
                        && before.stale() == script.stale();
        if (!same) faults.getChildren().setAll(said(script));
    }

    private List<Node> said(Script script) {
        List<Node> all = new ArrayList<>();
        for (Fault fault : script.faults()) all.add(line(fault));
        if (script.faults().isEmpty()) {
            String key = script.stale() ? "drill.script.stale" : "drill.script.right";
            all.add(Widgets.paragraph(words(key), "text-muted"));
        }
        return all;
    }

    private static String words(String key) {
        return Text.of(key);
    }

    private VBox line(Fault fault) {
        String words =
                fault.line() == 0
                        ? Text.of("drill.fault.whole", fault.words())
                        : Text.of("drill.fault", fault.line(), fault.words());
        var place = new Hyperlink(words);
        place.getStyleClass().addAll("trouble-place", Tone.BAD.style());
        place.setWrapText(true);
        place.setOnAction(
                _ -> {
                    turnTo(fault.line());
                    area.requestFocus();
                });
        return new VBox(
                place,
                Widgets.paragraph(Text.of("drill.fault.remedy", fault.remedy()), "text-muted"));
    }

    /// Selects a line.
    private void turnTo(int line) {
        String text = area.getText();
        int from = 0;
        for (int i = 1; i < line && from >= 0; i++) from = text.indexOf('\n', from) + 1;
        int until = text.indexOf('\n', from);
        if (line > 0) area.selectRange(from, until < 0 ? text.length() : until);
    }
}
