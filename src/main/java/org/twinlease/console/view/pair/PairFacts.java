package org.twinlease.console.view.pair;

import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.twinlease.console.model.Empty;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.pair.PairModel.Check;
import org.twinlease.console.model.pair.PairModel.Meaning;
import org.twinlease.console.model.pair.PairModel.Step;
import org.twinlease.console.view.Widgets;

import java.util.List;

/// What stands beside the drawing of states: what each state means, the path so far, and what the
/// doctor found. A list that has not changed is left alone.
final class PairFacts {

    private PairFacts() {}

    static void meanings(VBox box, List<Meaning> meanings) {
        if (!isNew(box, meanings)) return;
        for (Meaning meaning : meanings) {
            var chip = Widgets.chip(meaning.state(), meaning.tone());
            chip.setMinWidth(Region.USE_PREF_SIZE);
            var head =
                    new HBox(Widgets.label(meaning.server(), "text-strong"), Widgets.space(), chip);
            head.getStyleClass().add("pair-line");
            box.getChildren()
                    .addAll(
                            new VBox(head, Widgets.label(meaning.since(), "text-muted")),
                            titled(Text.of("pair.may"), meaning.may()),
                            titled(Text.of("pair.ends"), meaning.ends()));
        }
    }

    private static VBox titled(String title, String words) {
        var box = new VBox(Widgets.label(title, "text-faint"), Widgets.paragraph(words));
        box.getStyleClass().add("pair-said");
        return box;
    }

    static void path(VBox box, List<Step> steps) {
        if (!isNew(box, steps)) return;
        if (steps.isEmpty()) {
            var empty = new Empty(Text.of("pair.path.none"), Text.of("pair.path.advice"));
            box.getChildren().add(Widgets.empty(empty, "fth-git-commit"));
        }
        for (Step step : steps) {
            box.getChildren()
                    .add(line(Widgets.dot(step.tone()), step.title(), step.why(), step.clock()));
        }
    }

    static void checks(VBox box, List<Check> checks) {
        if (!isNew(box, checks)) return;
        for (Check check : checks) {
            var icon = Widgets.icon(Widgets.toneIcon(check.tone()), "tone-icon");
            Widgets.tone(icon, check.tone() == Tone.PLAIN ? Tone.CALM : check.tone());
            box.getChildren().add(line(icon, check.title(), check.words(), ""));
        }
    }

    private static boolean isNew(VBox box, List<?> said) {
        if (said.equals(box.getUserData())) return false;
        box.setUserData(said);
        box.getChildren().clear();
        return true;
    }

    private static HBox line(Node mark, String title, String words, String clock) {
        var at = Widgets.label(clock, "mono", "text-faint");
        at.setMinWidth(Region.USE_PREF_SIZE);
        var head = new HBox(Widgets.paragraph(title, "text-strong"), Widgets.space(), at);
        var text = new VBox(head, Widgets.paragraph(words, "text-muted"));
        text.getStyleClass().add("chapter-words");
        HBox.setHgrow(text, Priority.ALWAYS);
        var line = new HBox(mark, text);
        line.getStyleClass().add("chapter");
        return line;
    }
}
