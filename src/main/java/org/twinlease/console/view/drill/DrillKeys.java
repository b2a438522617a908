package org.twinlease.console.view.drill;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.twinlease.console.model.drill.DrillModel;
import org.twinlease.console.model.drill.Speed;

/// The keys of the page: Ctrl+R runs, with Shift it writes the report; the dot goes to the next
/// event, brackets change the speed. Space is the console's own key for standing still.
final class DrillKeys {

    private DrillKeys() {}

    static void act(KeyEvent key, DrillModel model) {
        if (key.getEventType() == KeyEvent.KEY_PRESSED) {
            if (!key.isShortcutDown() || key.getCode() != KeyCode.R) return;
            if (key.isShiftDown()) model.report();
            else model.run();
            return;
        }
        Speed speed = model.shown().state().run().speed();
        switch (key.getCharacter()) {
            case "." -> model.step();
            case "[" -> model.speed(speed.next(false));
            case "]" -> model.speed(speed.next(true));
            default -> {}
        }
    }
}
