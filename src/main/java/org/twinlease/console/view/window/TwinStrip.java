package org.twinlease.console.view.window;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.twinlease.console.model.Fact;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.drill.TwinBar;
import org.twinlease.console.view.Widgets;

/// What stands in the place of the truth bar while a twin is on the screen: a mark that says so,
/// the twin's clock in the place of the wall clock, and how the twin is. With the frame around the
/// window it makes sure that nobody takes a rehearsal for the pair.
final class TwinStrip {

    private static final PseudoClass TWIN = PseudoClass.getPseudoClass("twin");

    private TwinStrip() {}

    /// Draws the frame of a rehearsal around the window, or takes it away.
    static void frame(Node frame, boolean rehearsal, Node strip, Node truth, Node card) {
        frame.pseudoClassStateChanged(TWIN, rehearsal);
        Widgets.seen(strip, rehearsal);
        Widgets.seen(truth, !rehearsal);
        Widgets.seen(card, !rehearsal);
    }

    static void draw(HBox strip, TwinBar bar) {
        if (bar.equals(strip.getUserData())) return;
        strip.setUserData(bar);
        var mark = new HBox(Widgets.icon("fth-film"), Widgets.label(Text.of("drill.bar.twin")));
        mark.getStyleClass().add("twin-mark");
        mark.setMinWidth(Region.USE_PREF_SIZE);
        var clock = fixed(Widgets.label(bar.clock(), "twin-clock"));
        clock.setId("twin-clock");
        String of = (Text.of("drill.bar.clock") + " " + bar.day()).strip();
        var time = new VBox(clock, fixed(Widgets.label(of, "twin-small")));
        var first = new HBox(fixed(Widgets.label(bar.phase().words(), "text-strong")));
        first.getStyleClass().add("truth-row");
        for (Fact state : bar.states()) {
            first.getChildren().add(fixed(Widgets.chip(state.words(), state.tone())));
        }
        first.getChildren()
                .addAll(
                        Widgets.space(),
                        fixed(Widgets.label(Text.of("drill.bar.safe"), "twin-small")));
        Label serving = Widgets.label(bar.serving(), "twin-small");
        serving.setMinWidth(0);
        var words = new VBox(first, serving);
        HBox.setHgrow(words, javafx.scene.layout.Priority.ALWAYS);
        strip.getChildren().setAll(mark, time, words);
    }

    private static Label fixed(Label label) {
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
