package org.twinlease.console.view;

import javafx.stage.Stage;

import org.testfx.util.WaitForAsyncUtils;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.Samples;
import org.twinlease.console.model.draft.MemoryDocuments;
import org.twinlease.console.model.window.Desk;
import org.twinlease.console.view.window.ConsoleView;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/// The console as tests of one page have it: an office's server, documents that can be edited, and
/// a window that is whole on the headless screen of 1000 x 1000, since what is outside can't be
/// clicked.
public final class PageWindow {

    private PageWindow() {}

    /// Opens it.
    public static ConsoleView open(Stage stage, MemoryDocuments documents, int height) {
        var desk = new Desk(Samples.office());
        desk.documents = documents;
        return open(stage, desk.session(ConsoleSession.Mode.DEMO), height);
    }

    /// Opens it on what a test has made.
    public static ConsoleView open(Stage stage, ConsoleSession session, int height) {
        ConsoleView view = ConsoleView.open(stage, session);
        stage.setMinWidth(0);
        stage.setWidth(1_000);
        stage.setHeight(height);
        stage.setX(0);
        stage.setY(0);
        return view;
    }

    /// Waits until something is so and all that is under way is drawn.
    public static void until(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, condition::getAsBoolean);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
