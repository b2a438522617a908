package org.twinlease.console.view.drill;

import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

import org.twinlease.console.model.drill.Speed;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/// How fast time passes, a button each; one is always chosen.
final class SpeedSwitch {

    private final Map<Speed, ToggleButton> buttons = new EnumMap<>(Speed.class);

    SpeedSwitch(HBox row, Consumer<Speed> choose) {
        var group = new ToggleGroup();
        for (Speed speed : Speed.values()) {
            var button = new ToggleButton(speed.words());
            button.getStyleClass().add("segment");
            button.setId("speed-" + speed.factor);
            button.setToggleGroup(group);
            button.setOnAction(
                    _ -> {
                        button.setSelected(true);
                        choose.accept(speed);
                    });
            buttons.put(speed, button);
            row.getChildren().add(button);
        }
    }

    void show(Speed speed) {
        ToggleButton button = buttons.get(speed);
        if (button != null) button.setSelected(true);
    }
}
