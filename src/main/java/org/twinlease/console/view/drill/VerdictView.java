package org.twinlease.console.view.drill;

import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.drill.VerdictPicture.Figure;
import org.twinlease.console.model.drill.VerdictPicture.Ruling;
import org.twinlease.console.model.drill.VerdictPicture.State;
import org.twinlease.console.view.Widgets;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The verdict: each expectation with what was found, the numbers, and the worst moment. What led
/// to a number is shown when it is asked for.
final class VerdictView {

    private final VBox box;
    private final Set<String> open = new HashSet<>();
    private @Nullable State drawn;

    VerdictView(VBox box) {
        this.box = box;
    }

    void show(State state) {
        if (state.equals(drawn)) return;
        drawn = state;
        draw(state);
    }

    private void draw(State state) {
        List<Node> all = new ArrayList<>();
        if (state.rulings().isEmpty()) {
            all.add(Widgets.label(Text.of("drill.verdict"), "text-heading"));
            all.add(Widgets.paragraph(Text.of("drill.verdict.none"), "text-muted"));
            box.getChildren().setAll(all);
            return;
        }
        all.add(
                line(
                        state.title().tone(),
                        Widgets.paragraph(state.title().words(), "text-heading", "drill-title")));
        if (!state.worst().isEmpty()) worst(state, all);
        for (Figure each : state.figures()) figure(each, all);
        rulings(state, all);
        var unknown = new HBox(Widgets.label(Text.of("drill.unknown"), "text-small"));
        unknown.getStyleClass().add("pair-line");
        var part = new VBox(unknown);
        all.add(part);
        fold("unknown", state.unknown(), unknown, part);
        box.getChildren().setAll(all);
    }

    private static void rulings(State state, List<Node> all) {
        for (Ruling each : state.rulings()) {
            var words =
                    new VBox(
                            Widgets.paragraph(each.words(), "text-small", "text-strong"),
                            Widgets.paragraph(each.found(), "text-faint"));
            all.add(line(each.tone(), words));
        }
    }

    private void worst(State state, List<Node> all) {
        String title = (Text.of("drill.worst") + " " + state.worstClock()).strip();
        var row = new HBox(Widgets.label(title, "text-strong"), Widgets.space());
        row.getStyleClass().add("pair-line");
        var part = new VBox(row, Widgets.paragraph(state.worst(), "text-small"));
        all.add(part);
        if (!state.causes().isEmpty())
            fold(Text.of("drill.worst"), because(state.causes()), row, part);
    }

    private static List<String> because(List<String> causes) {
        return causes.stream().map(cause -> Text.of("drill.because", cause)).toList();
    }

    private void figure(Figure figure, List<Node> all) {
        var value = Widgets.label(figure.value(), "text-strong");
        value.setMinWidth(Region.USE_PREF_SIZE);
        var label = Widgets.label(figure.label(), "text-small");
        label.setMinWidth(0);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        var row = new HBox(label, Widgets.space(), value);
        row.getStyleClass().add("pair-line");
        if (figure.tone() != Tone.PLAIN) {
            var icon = Widgets.icon(Widgets.toneIcon(figure.tone()), "tone-icon");
            Widgets.tone(icon, figure.tone());
            row.getChildren().add(row.getChildren().size() - 1, icon);
        }
        var part = new VBox(row);
        all.add(part);
        List<String> more = new ArrayList<>(figure.details());
        more.addAll(because(figure.causes()));
        if (!more.isEmpty()) fold(figure.label(), more, row, part);
    }

    /// What is behind a number, behind a word that opens it.
    private void fold(String name, List<String> more, HBox row, VBox part) {
        var link = new Hyperlink(Text.of("drill.figure.why"));
        link.getStyleClass().add("trouble-place");
        link.setMinWidth(Region.USE_PREF_SIZE);
        link.setOnAction(_ -> turn(name));
        row.getChildren().add(1, link);
        if (!open.contains(name)) return;
        for (String each : more) part.getChildren().add(Widgets.paragraph(each, "text-faint"));
    }

    private void turn(String name) {
        if (!open.remove(name)) open.add(name);
        State state = drawn;
        if (state != null) draw(state);
    }

    private static HBox line(Tone tone, Region words) {
        var icon = Widgets.icon(Widgets.toneIcon(tone), "tone-icon");
        Widgets.tone(icon, tone);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        var line = new HBox(icon, words);
        line.getStyleClass().add("fact-line");
        return line;
    }
}
