package org.twinlease.console.view.drill;

import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.twinlease.console.model.Text;
import org.twinlease.console.model.drill.DrillModel;
import org.twinlease.console.model.drill.DrillModel.Choices;
import org.twinlease.console.view.Widgets;

/// What the twin is made of, and whether it is of the session's own pair.
final class SourcePane {

    private final CheckBox own = new CheckBox(Text.of("drill.source.own"));
    private final Label words = Widgets.paragraph("", "text-faint");

    SourcePane(VBox box, DrillModel model) {
        own.setId("own-pair");
        own.setOnAction(_ -> model.own(own.isSelected()));
        box.getChildren().setAll(own, words);
    }

    void show(Choices choices) {
        Boolean now = choices.own();
        Widgets.seen(own, now != null);
        own.setSelected(Boolean.TRUE.equals(now));
        words.setText(choices.source());
    }
}
