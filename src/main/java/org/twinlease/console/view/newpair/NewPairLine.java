package org.twinlease.console.view.newpair;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.twinlease.console.model.Fact;
import org.twinlease.console.model.Help;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.newpair.NewPairField;
import org.twinlease.console.model.newpair.NewPairModel;
import org.twinlease.console.model.newpair.NewPairModel.State;
import org.twinlease.console.model.peers.PeerField;
import org.twinlease.console.view.HelpSheet;
import org.twinlease.console.view.Widgets;

import java.util.Locale;

/// One thing to type: its name, the field, and below it what is wrong or what it leads to.
final class NewPairLine extends VBox {

    private final NewPairField field;
    private final TextField input = new TextField();
    private final Label below = Widgets.paragraph("", "field-below");
    private final HBox line;

    NewPairLine(NewPairModel model, NewPairField field) {
        this.field = field;
        getStyleClass().add("form-line");
        input.setId("newpair-" + field.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        input.getStyleClass().addAll("mono", "form-input");
        input.setAccessibleText(Text.of(field.label));
        input.textProperty().subscribe((_, text) -> model.type(field, text));
        PeerField item = field.item;
        if (item != null) {
            var help =
                    new Help(
                            Text.of(field.label),
                            item.word,
                            Text.of(item.help),
                            item.otherwise,
                            Text.of(item.mistake));
            HelpSheet.about(input, help);
        }
        HBox.setHgrow(input, Priority.ALWAYS);
        var name = Widgets.paragraph(Text.of(field.label), "text-strong", "form-name");
        line = new HBox(name, input);
        line.getStyleClass().add("pair-line");
        getChildren().setAll(line, below);
    }

    /// With a button that asks for a file.
    NewPairLine with(Button button) {
        line.getChildren().add(button);
        return this;
    }

    TextField input() {
        return input;
    }

    void show(State state) {
        String typed = state.typed().getOrDefault(field, "");
        if (!input.getText().equals(typed)) input.setText(typed);
        if (field == NewPairField.MCLT) input.setPromptText(state.mclt());
        String wrong = state.wrongs().getOrDefault(field, "");
        Fact then = state.thens().getOrDefault(field, new Fact("", Tone.PLAIN));
        String words = wrong.isEmpty() ? then.words() : wrong;
        Widgets.wrong(input, !wrong.isEmpty());
        Widgets.seen(below, !words.isEmpty());
        below.setText(words);
        Widgets.tone(below, wrong.isEmpty() ? then.tone() : Tone.BAD);
    }
}
