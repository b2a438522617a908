package org.twinlease.console.view.window;

import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

import org.twinlease.console.model.settings.SettingsModel.Density;
import org.twinlease.console.view.Pages;

/// The keys that work on every page.
final class Keys {

    private Keys() {}

    static void bind(Scene scene, ConsoleView view, FrameController frame) {
        var keys = scene.getAccelerators();
        for (Pages page : Pages.values()) {
            int digit = page.digit();
            if (digit < 0) continue;
            keys.put(control(KeyCode.valueOf("DIGIT" + digit)), () -> view.show(page));
        }
        keys.put(control(KeyCode.K), view::openPalette);
        keys.put(new KeyCodeCombination(KeyCode.F1), () -> view.overlay().help());
        keys.put(control(KeyCode.F), frame::focusSearch);
        keys.put(control(KeyCode.E), () -> view.page().export());
        keys.put(control(KeyCode.D), () -> density(view));
        keys.put(alt(KeyCode.LEFT), () -> view.step(true));
        keys.put(alt(KeyCode.RIGHT), () -> view.step(false));
        keys.put(control(KeyCode.Z), () -> undo(view, false));
        keys.put(control(KeyCode.Y), () -> undo(view, true));
        // What reaches the real pair is not a key away from a rehearsal.
        keys.put(control(KeyCode.ENTER), real(view, () -> view.show(Pages.REVIEW)));
        keys.put(alt(KeyCode.N), real(view, () -> view.models().wizards().next()));
        keys.put(alt(KeyCode.B), real(view, () -> view.models().wizards().back()));
        keys.put(new KeyCodeCombination(KeyCode.F9), () -> view.models().liveDrill().restore());
        keys.put(new KeyCodeCombination(KeyCode.F5), () -> view.models().start());
        scene.addEventHandler(
                KeyEvent.KEY_PRESSED,
                key -> {
                    if (key.getCode() == KeyCode.ESCAPE && !view.overlay().close()) {
                        view.page().back();
                    }
                    boolean typing = scene.getFocusOwner() instanceof TextInputControl;
                    boolean modified = key.isShortcutDown() || key.isAltDown() || key.isMetaDown();
                    boolean plain = !modified && !view.overlay().isOpen();
                    if (plain && !typing && view.page().press(key.getCode())) key.consume();
                    if (key.isShortcutDown()) view.page().key(key);
                });
        scene.addEventHandler(
                KeyEvent.KEY_TYPED,
                key -> {
                    boolean typing = scene.getFocusOwner() instanceof TextInputControl;
                    if (typing) return;
                    if (key.getCharacter().equals("?")) view.overlay().keys();
                    view.page().key(key);
                });
        // A filter, because a table would take Space for its selection; text and buttons keep
        // theirs.
        scene.addEventFilter(
                KeyEvent.KEY_PRESSED,
                key -> {
                    if (key.getCode() != KeyCode.SPACE) return;
                    var focus = scene.getFocusOwner();
                    if (focus instanceof TextInputControl || focus instanceof ButtonBase) return;
                    view.page().pause();
                });
    }

    private static void density(ConsoleView view) {
        var settings = view.models().settings();
        boolean compact = settings.shown().state().density() == Density.COMPACT;
        settings.density(compact ? Density.COMFORTABLE : Density.COMPACT);
    }

    private static void undo(ConsoleView view, boolean again) {
        if (view.page().undo(again)) return;
        if (again) view.models().drafts().draft().redo();
        else view.models().drafts().draft().undo();
    }

    private static Runnable real(ConsoleView view, Runnable action) {
        return () -> {
            if (!view.isRehearsal()) action.run();
        };
    }

    private static KeyCombination alt(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.ALT_DOWN);
    }

    private static KeyCombination control(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
    }
}
