package org.twinlease.console.view;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.twinlease.console.model.Happenings.Happening;
import org.twinlease.console.model.Text;
import org.twinlease.value.Ip4;

import java.util.function.Consumer;

/// A remarkable decision in one line; opens its lease where there is one.
final class HappeningLine {

    private HappeningLine() {}

    static HBox of(Happening happening, Consumer<Ip4> open) {
        Label title = Widgets.label(happening.title(), "text-strong");
        title.setMinWidth(Region.USE_PREF_SIZE);
        var head = new HBox(title);
        head.getStyleClass().add("happening-head");
        if (happening.more() > 0) {
            head.getChildren()
                    .add(Widgets.label(Text.of("overview.more", happening.more()), "text-faint"));
        }
        Label sentence = Widgets.label(happening.sentence(), "text-muted");
        sentence.setTooltip(new Tooltip(happening.sentence()));
        var words = new VBox(head, sentence);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        Label clock = Widgets.label(happening.clock(), "mono", "text-faint");
        clock.setMinWidth(Region.USE_PREF_SIZE);
        var line = new HBox(Widgets.dot(happening.tone()), words, clock);
        line.getStyleClass().add("happening");
        Ip4 address = happening.address();
        if (address != null) {
            line.getStyleClass().add("opens");
            line.setFocusTraversable(true);
            line.setOnMouseClicked(_ -> open.accept(address));
            line.setOnKeyPressed(
                    key -> {
                        if (key.getCode() == KeyCode.ENTER) open.accept(address);
                    });
        }
        return line;
    }
}
