package org.twinlease.console.view.pair;

import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.pair.PairModel.Relation;
import org.twinlease.console.view.Widgets;

import java.util.List;
import java.util.function.Consumer;

/// Chooses one of several relationships, a button each that says how it is.
final class RelationChoice {

    private RelationChoice() {}

    /// Buttons stay the same nodes, so that the keyboard's focus does.
    static void draw(FlowPane row, List<Relation> relations, Consumer<String> choose) {
        Widgets.seen(row, relations.size() > 1);
        List<Node> buttons = row.getChildren();
        while (buttons.size() > relations.size()) buttons.removeLast();
        while (buttons.size() < relations.size()) buttons.add(button(buttons.size()));
        for (int i = 0; i < relations.size(); i++) {
            if (buttons.get(i) instanceof ToggleButton button) {
                show(button, relations.get(i), choose);
            }
        }
    }

    private static ToggleButton button(int number) {
        var button = new ToggleButton();
        button.getStyleClass().setAll("relation");
        button.setId("relation-" + number);
        return button;
    }

    private static void show(ToggleButton button, Relation relation, Consumer<String> choose) {
        button.setSelected(relation.chosen());
        button.setOnAction(
                _ -> {
                    button.setSelected(true);
                    choose.accept(relation.name());
                });
        if (relation.equals(button.getUserData())) return;
        button.setUserData(relation);
        button.setAccessibleText(Text.of("pair.relation.name", relation.name(), relation.states()));
        var icon = Widgets.icon(Widgets.toneIcon(relation.tone()), "tone-icon");
        Widgets.tone(icon, relation.tone() == Tone.PLAIN ? Tone.CALM : relation.tone());
        var line =
                new HBox(
                        icon,
                        Widgets.label(relation.name(), "text-strong"),
                        Widgets.label(relation.states(), "text-muted"));
        line.getStyleClass().add("pair-line");
        button.setGraphic(line);
    }
}
