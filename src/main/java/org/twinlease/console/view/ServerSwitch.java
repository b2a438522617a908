package org.twinlease.console.view;

import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

import java.util.List;
import java.util.function.IntConsumer;

/// Chooses one of the servers, a button each; one is always chosen.
public final class ServerSwitch {

    private final HBox row;
    private final String id;
    private final IntConsumer choose;
    private final ToggleGroup group = new ToggleGroup();

    public ServerSwitch(HBox row, String id, IntConsumer choose) {
        this.row = row;
        this.id = id;
        this.choose = choose;
    }

    public void show(List<String> names, int chosen) {
        var buttons = row.getChildren();
        for (int i = buttons.size(); i < names.size(); i++) buttons.add(button(i));
        for (int i = 0; i < names.size(); i++) {
            if (!(buttons.get(i) instanceof ToggleButton button)) continue;
            button.setText(names.get(i));
            button.setSelected(i == chosen);
        }
    }

    private ToggleButton button(int server) {
        var button = new ToggleButton();
        button.getStyleClass().add("segment");
        button.setId(id + server);
        button.setToggleGroup(group);
        button.setOnAction(
                _ -> {
                    button.setSelected(true);
                    choose.accept(server);
                });
        return button;
    }
}
