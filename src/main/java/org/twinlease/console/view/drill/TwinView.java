package org.twinlease.console.view.drill;

import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.Field;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.drill.TwinPicture.Side;
import org.twinlease.console.model.drill.TwinPicture.State;
import org.twinlease.console.view.Widgets;

/// The pair of the twin in miniature: both servers, and the link between them.
final class TwinView {

    private final HBox box;
    private @Nullable State drawn;

    TwinView(HBox box) {
        this.box = box;
    }

    void show(State state) {
        if (state.equals(drawn)) return;
        drawn = state;
        if (state.sides().isEmpty()) {
            box.getChildren().setAll(Widgets.paragraph(Text.of("drill.twin.none"), "text-muted"));
            return;
        }
        var words = Widgets.label(state.link().words(), "text-small");
        var icon =
                Widgets.icon(
                        state.link().tone() == Tone.GOOD ? "fth-link" : "fth-x-circle",
                        "tone-icon");
        Widgets.tone(icon, state.link().tone());
        var link = new VBox(icon, words);
        link.getStyleClass().add("drill-link");
        box.getChildren()
                .setAll(
                        side(state.sides().getFirst(), "who-first"),
                        link,
                        side(state.sides().getLast(), "who-second"));
    }

    private static VBox side(Side side, String who) {
        var dot = new Region();
        dot.getStyleClass().addAll("dot", "who-dot", who);
        var chip = Widgets.chip(side.state().words(), side.state().tone());
        chip.setMinWidth(0);
        var head = new HBox(dot, Widgets.label(side.name(), "text-strong"));
        head.getStyleClass().add("pair-line");
        var box = new VBox(head, chip, Widgets.paragraph(side.serves(), "text-small"));
        for (Field field : side.fields()) {
            var label = Widgets.label(field.label(), "text-faint");
            var value = Widgets.label(field.value(), "text-small");
            value.setMinWidth(0);
            label.setMinWidth(Region.USE_PREF_SIZE);
            value.setMaxWidth(Double.MAX_VALUE);
            value.setAlignment(Pos.CENTER_RIGHT);
            HBox.setHgrow(value, Priority.ALWAYS);
            var line = new HBox(label, value);
            line.getStyleClass().add("pair-line");
            box.getChildren().add(line);
        }
        box.getStyleClass().add("drill-side");
        box.setMinWidth(0);
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }
}
