package org.twinlease.console.view.window;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.frame.FrameModel;
import org.twinlease.console.view.Widgets;

/// What stands under the rail: whether the server is heard, its version, and how long it is up.
final class RailCard {

    private final Label demo = Widgets.label(Text.of("card.demo"), "card-demo");
    private final Region dot = Widgets.dot(Tone.PLAIN);
    private final Label link = Widgets.label("", "text-strong");
    private final Label uptime = Widgets.label("", "text-muted");
    private final Label version = Widgets.label("", "text-faint");

    RailCard(VBox card) {
        var head = new HBox(dot, link);
        head.getStyleClass().add("rail-card-head");
        var foot = new HBox(uptime, Widgets.space(), version);
        card.getChildren().setAll(demo, head, foot);
    }

    void show(FrameModel.State state) {
        Widgets.tone(dot, state.link().tone());
        link.setText(state.link().words());
        version.setText(state.version().isEmpty() ? "" : "v" + state.version());
        uptime.setText(state.uptime());
        Widgets.seen(demo, state.demo());
    }
}
