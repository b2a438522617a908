package org.twinlease.console.view;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// What the frame asks of a page's controller.
public interface PageController {

    /// The page is seen from now on: draw its state whenever it changes.
    void enter();

    /// The page is not seen any more: drawing would be for nobody.
    void leave();

    /// A person wants out of what is open (Esc). Never destroys what was typed into a form.
    default void back() {}

    /// A person wants what is shown as a file (Ctrl+E).
    default void export() {}

    /// A person takes the last edit back, or does it `again`; whether the page has edits of its
    /// own.
    default boolean undo(boolean again) {
        return false;
    }

    /// A key together with Ctrl is pressed, or a character is typed, while no control wants it.
    default void key(KeyEvent key) {}

    /// A person presses Space while no control wants it.
    default void pause() {}

    /// A key of the page's own, without Ctrl or Alt and while nobody types; whether it was one.
    default boolean press(KeyCode key) {
        return false;
    }
}
