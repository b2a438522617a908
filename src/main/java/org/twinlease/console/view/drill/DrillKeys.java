package org.twinlease.console.view.drill;

import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.twinlease.console.model.drill.DrillModel;
import org.twinlease.console.model.drill.Speed;

/// The keys of the page: Ctrl+R runs, the dot goes to the next event, brackets change the speed.
/// Space is the console's own key for standing still.
final class DrillKeys {

    private DrillKeys() {}

    static void bind(Node page, DrillModel model) {
        page.addEventFilter(
                KeyEvent.KEY_PRESSED,
                key -> {
                    if (key.isShortcutDown() && key.getCode() == KeyCode.R && !key.isShiftDown()) {
                        model.run();
                        key.consume();
                    }
                });
        page.addEventHandler(
                KeyEvent.KEY_TYPED,
                key -> {
                    if (key.getTarget() instanceof TextInputControl) return;
                    Speed speed = model.shown().state().run().speed();
                    switch (key.getCharacter()) {
                        case "." -> model.step();
                        case "[" -> model.speed(speed.next(false));
                        case "]" -> model.speed(speed.next(true));
                        default -> {
                            return;
                        }
                    }
                    key.consume();
                });
    }
}
