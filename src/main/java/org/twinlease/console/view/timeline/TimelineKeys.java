package org.twinlease.console.view.timeline;

import javafx.scene.Node;
import javafx.scene.input.KeyEvent;

import org.twinlease.console.model.timeline.TimelineModel;

/// The keys of the page: Left and Right go from event to event, with Shift from state to state;
/// plus and minus zoom; Home and End go to the beginning and to now; B names the moment, C compares
/// it, S writes the story of what is seen.
final class TimelineKeys {

    private TimelineKeys() {}

    static void bind(TimelineModel model, Runnable bookmark, Node... nodes) {
        for (Node node : nodes) {
            node.addEventFilter(
                    KeyEvent.KEY_PRESSED,
                    key -> {
                        if (act(model, key)) key.consume();
                    });
            // Only when the letter is typed, or it would be typed into the name that is asked for.
            node.addEventFilter(
                    KeyEvent.KEY_TYPED,
                    key -> {
                        if (!key.getCharacter().equalsIgnoreCase("b")) return;
                        bookmark.run();
                        key.consume();
                    });
        }
    }

    private static boolean act(TimelineModel model, KeyEvent key) {
        if (key.isControlDown() || key.isAltDown() || key.isMetaDown()) return false;
        switch (key.getCode()) {
            case LEFT -> model.step(false, key.isShiftDown());
            case RIGHT -> model.step(true, key.isShiftDown());
            case PLUS, ADD, EQUALS -> model.zoom(true);
            case MINUS, SUBTRACT -> model.zoom(false);
            case HOME -> model.toBeginning();
            case END -> model.toNow();
            case C -> model.notes().compare();
            case S -> model.story();
            default -> {
                return false;
            }
        }
        return true;
    }
}
