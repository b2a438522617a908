package org.twinlease.console.view.drill;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

import org.twinlease.console.model.Text;
import org.twinlease.console.model.drill.DrillModel;
import org.twinlease.console.model.drill.DrillModel.Choices;
import org.twinlease.console.model.drill.Whose;
import org.twinlease.console.view.Widgets;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/// Whose twin it is, where there is a choice, what it is made of, and where the numbers of its
/// clients come from.
final class SourcePane {

    private final Map<Whose, RadioButton> choices = new EnumMap<>(Whose.class);
    private final Label words = Widgets.paragraph("", "text-faint");

    SourcePane(VBox box, DrillModel model) {
        var group = new ToggleGroup();
        for (Whose each : Whose.values()) {
            String name = each.name().toLowerCase(Locale.ROOT);
            var button = new RadioButton(each.words());
            button.setId("source-" + name);
            button.setToggleGroup(group);
            button.setOnAction(_ -> model.of(each));
            choices.put(each, button);
            box.getChildren().add(button);
        }
        box.getChildren().add(words);
    }

    /// The way to live drills: no violet, since it leaves the twin.
    static Button door(Runnable live) {
        var door = new Button(Text.of("livedrill.door"), Widgets.icon("fth-zap"));
        door.setId("live-door");
        door.getStyleClass().add("live-door");
        door.setTooltip(new Tooltip(Text.of("livedrill.door.tip")));
        door.setOnAction(_ -> live.run());
        return door;
    }

    void show(Choices now) {
        choices.forEach(
                (each, button) -> {
                    boolean can = now.sources().contains(each) && now.sources().size() > 1;
                    Widgets.seen(button, can);
                    button.setSelected(each == now.whose());
                });
        words.setText(now.grounds().isEmpty() ? now.source() : String.join(" ", now.grounds()));
    }
}
