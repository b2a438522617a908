package org.twinlease.console.view.drill;

import javafx.scene.control.ComboBox;

import org.twinlease.console.model.drill.DrillModel;
import org.twinlease.console.model.drill.DrillModel.Choices;
import org.twinlease.console.view.Widgets;

/// Chooses among several runs; not to be seen while there is one.
final class RunChoice {

    private final ComboBox<String> box;
    private boolean drawing;

    RunChoice(ComboBox<String> box, DrillModel model) {
        this.box = box;
        box.getSelectionModel()
                .selectedIndexProperty()
                .subscribe(
                        index -> {
                            if (!drawing && index.intValue() >= 0) model.turn(index.intValue());
                        });
    }

    void show(Choices choices) {
        drawing = true;
        if (!box.getItems().equals(choices.runs())) box.getItems().setAll(choices.runs());
        box.getSelectionModel().select(choices.run());
        drawing = false;
        Widgets.seen(box, choices.runs().size() > 1);
    }
}
