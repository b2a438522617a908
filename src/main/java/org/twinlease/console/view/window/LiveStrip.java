package org.twinlease.console.view.window;

import javafx.css.PseudoClass;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import org.twinlease.console.model.Text;
import org.twinlease.console.model.livedrill.LiveBar;
import org.twinlease.console.model.livedrill.LiveDrillModel;
import org.twinlease.console.view.Widgets;

/// What stands above every page while a live drill is under way, with a red frame around the
/// window: what is done, how long it still lasts, and the way to end it.
final class LiveStrip {

    private static final PseudoClass LIVE = PseudoClass.getPseudoClass("live");

    private LiveStrip() {}

    /// Draws it into a frame from now on.
    static void bind(Parent frame, LiveDrillModel model) {
        if (!(frame.lookup("#livestrip") instanceof HBox strip)) {
            throw new IllegalStateException("the frame has no place for a live drill");
        }
        var mark = new HBox(Widgets.icon("fth-zap"), Widgets.label(Text.of("livedrill.strip")));
        mark.getStyleClass().add("live-mark");
        mark.setMinWidth(Region.USE_PREF_SIZE);
        Label left = Widgets.label("", "live-left");
        left.setMinWidth(Region.USE_PREF_SIZE);
        Label words = Widgets.label("", "live-words");
        words.setMinWidth(0);
        var restore = new Button(Text.of("livedrill.restore.key"), Widgets.icon("fth-rotate-ccw"));
        restore.setId("live-restore");
        restore.getStyleClass().add("live-restore");
        restore.setMinWidth(Region.USE_PREF_SIZE);
        restore.setOnAction(_ -> model.restore());
        strip.getChildren().setAll(mark, left, words, Widgets.space(), restore);
        model.bar()
                .to(
                        (LiveBar bar) -> {
                            frame.pseudoClassStateChanged(LIVE, bar.on());
                            Widgets.seen(strip, bar.on());
                            left.setText(bar.left());
                            words.setText(bar.words());
                        });
    }
}
