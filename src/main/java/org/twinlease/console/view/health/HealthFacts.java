package org.twinlease.console.view.health;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.health.HealthModel.Line;
import org.twinlease.console.model.health.HealthModel.Relay;
import org.twinlease.console.view.Widgets;

import java.util.List;

/// What every section says, and which relay is heard by whom. A list that has not changed is left
/// alone.
final class HealthFacts {

    private HealthFacts() {}

    static void lines(VBox box, List<Line> lines) {
        if (lines.equals(box.getUserData())) return;
        box.setUserData(lines);
        box.getChildren().clear();
        for (Line line : lines) {
            Tone tone = line.tone() == Tone.PLAIN ? Tone.CALM : line.tone();
            var icon = Widgets.icon(Widgets.toneIcon(tone), "tone-icon");
            Widgets.tone(icon, line.tone());
            var words =
                    new VBox(
                            Widgets.label(line.section().title(), "text-strong"),
                            Widgets.paragraph(line.words(), "text-muted"));
            words.getStyleClass().add("chapter-words");
            HBox.setHgrow(words, Priority.ALWAYS);
            var row = new HBox(icon, words);
            row.getStyleClass().add("chapter");
            box.getChildren().add(row);
        }
    }

    static void relays(VBox box, List<String> servers, List<Relay> relays) {
        var said = List.of(servers, relays);
        if (said.equals(box.getUserData())) return;
        box.setUserData(said);
        box.getChildren().clear();
        if (relays.isEmpty()) {
            box.getChildren().add(Widgets.paragraph(Text.of("health.relays.empty"), "text-muted"));
            return;
        }
        box.getChildren().add(row("", servers, Tone.PLAIN, "text-faint"));
        for (Relay relay : relays) {
            box.getChildren().add(row(relay.address(), relay.counts(), relay.tone(), "mono"));
        }
    }

    private static HBox row(String name, List<String> cells, Tone tone, String style) {
        var row = new HBox(Widgets.label(name, "mono"), Widgets.space());
        row.getStyleClass().add("pair-line");
        if (tone == Tone.WATCH) {
            var icon = Widgets.icon(Widgets.toneIcon(tone), "tone-icon");
            Widgets.tone(icon, tone);
            row.getChildren().add(icon);
        }
        for (String cell : cells) {
            Label label = Widgets.label(cell, style, "health-count");
            row.getChildren().add(label);
        }
        return row;
    }
}
