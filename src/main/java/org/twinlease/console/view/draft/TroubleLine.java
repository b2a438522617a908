package org.twinlease.console.view.draft;

import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.twinlease.console.model.Text;
import org.twinlease.console.model.draft.DraftPaneModel;
import org.twinlease.console.model.draft.DraftPaneModel.Trouble;
import org.twinlease.console.view.Widgets;

/// One problem: what and where, what to do about it, and the button where a machine can.
final class TroubleLine extends HBox {

    TroubleLine(Trouble trouble, DraftPaneModel model, int number) {
        getStyleClass().add("trouble");
        var icon = Widgets.icon(Widgets.toneIcon(trouble.tone()), "tone-icon");
        Widgets.tone(icon, trouble.tone());
        var place = new Hyperlink(trouble.place());
        place.getStyleClass().add("trouble-place");
        place.setId("problem-" + number);
        place.setOnAction(_ -> model.show(trouble.problem().file(), trouble.problem().line()));
        var head = new HBox(place, Widgets.label(trouble.code(), "text-faint"), Widgets.space());
        head.getStyleClass().add("pair-line");
        if (trouble.fixable()) {
            var fix = new Button(Text.of("draft.fix"));
            fix.getStyleClass().add("small-button");
            fix.setId("fix-" + number);
            fix.setOnAction(_ -> model.fix(trouble));
            head.getChildren().add(fix);
        }
        var words = new VBox(head, Widgets.paragraph(trouble.message()));
        words.getStyleClass().add("trouble-words");
        if (!trouble.remedy().isEmpty()) {
            words.getChildren().add(Widgets.paragraph(trouble.remedy(), "text-muted"));
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        getChildren().setAll(icon, words);
    }
}
