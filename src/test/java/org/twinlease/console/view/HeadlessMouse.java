package org.twinlease.console.view;

import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.event.Event;
import javafx.event.EventDispatchChain;
import javafx.event.EventDispatcher;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testfx.api.FxToolkit;

/// Mends what JavaFX's headless platform says of the mouse: there every press asks for a context
/// menu and no button is down during a drag, so that a click on a table's header would never sort.
/// To be registered before TestFX's own extension.
public final class HeadlessMouse implements BeforeAllCallback {

    private static boolean done;

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        synchronized (HeadlessMouse.class) {
            if (done || !"Headless".equals(System.getProperty("glass.platform"))) return;
            done = true;
        }
        FxToolkit.registerPrimaryStage();
        Platform.runLater(
                () -> {
                    Window.getWindows().forEach(HeadlessMouse::wrap);
                    Window.getWindows()
                            .addListener(
                                    (ListChangeListener<Window>)
                                            change -> {
                                                while (change.next()) {
                                                    change.getAddedSubList()
                                                            .forEach(HeadlessMouse::wrap);
                                                }
                                            });
                });
    }

    private static void wrap(Window window) {
        if (window.getEventDispatcher() instanceof Fix) return;
        window.setEventDispatcher(new Fix(window.getEventDispatcher()));
    }

    private record Fix(EventDispatcher next) implements EventDispatcher {

        @Override
        public @Nullable Event dispatchEvent(Event event, EventDispatchChain tail) {
            Event mended = event;
            if (event instanceof MouseEvent mouse && mouse.getClass() == MouseEvent.class) {
                mended = mended(mouse);
            }
            return next.dispatchEvent(mended, tail);
        }

        private static MouseEvent mended(MouseEvent e) {
            boolean press = e.getEventType() == MouseEvent.MOUSE_PRESSED;
            boolean down =
                    press
                            || e.getEventType() == MouseEvent.MOUSE_DRAGGED
                            || e.getEventType() == MouseEvent.DRAG_DETECTED;
            if (!down && !e.isPopupTrigger()) return e;
            MouseButton button = e.getButton();
            return new MouseEvent(
                    e.getSource(),
                    e.getTarget(),
                    e.getEventType(),
                    e.getX(),
                    e.getY(),
                    e.getScreenX(),
                    e.getScreenY(),
                    button,
                    e.getClickCount(),
                    e.isShiftDown(),
                    e.isControlDown(),
                    e.isAltDown(),
                    e.isMetaDown(),
                    down && button == MouseButton.PRIMARY,
                    down && button == MouseButton.MIDDLE,
                    down && button == MouseButton.SECONDARY,
                    e.isSynthesized(),
                    press && button == MouseButton.SECONDARY,
                    e.isStillSincePress(),
                    e.getPickResult());
        }
    }
}
