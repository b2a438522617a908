package org.twinlease.console.view.review;

import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.twinlease.console.model.Empty;
import org.twinlease.console.model.Fact;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.draft.DraftPaneModel.Sheet;
import org.twinlease.console.model.review.ReviewModel.Meaning;
import org.twinlease.console.model.review.ReviewModel.State;
import org.twinlease.console.view.Widgets;
import org.twinlease.console.view.draft.SheetView;

import java.util.ArrayList;
import java.util.List;

/// The lines of the Review page's parts.
final class ReviewLines {

    private ReviewLines() {}

    /// The changed files; the nodes of those that are there already stay.
    static void draw(VBox box, List<Sheet> sheets) {
        List<Node> views = box.getChildren();
        views.removeIf(view -> !(view instanceof SheetView));
        while (views.size() > sheets.size()) views.removeLast();
        while (views.size() < sheets.size()) views.add(new SheetView());
        for (int i = 0; i < sheets.size(); i++) {
            if (views.get(i) instanceof SheetView view) view.show(sheets.get(i));
        }
        if (views.isEmpty()) views.add(nothing());
    }

    private static Node nothing() {
        return Widgets.empty(
                new Empty(Text.of("review.unchanged"), Text.of("review.unchanged.more")),
                "fth-check-square");
    }

    /// What the changes mean for each server, and what becomes better or worse.
    static List<Node> meanings(State state) {
        List<Node> lines = new ArrayList<>();
        lines.add(Widgets.label(Text.of("review.meaning"), "text-heading"));
        if (state.sheets().isEmpty()) {
            lines.add(Widgets.paragraph(Text.of("review.nothing"), "text-muted"));
            return lines;
        }
        if (state.meanings().isEmpty()) {
            lines.add(Widgets.paragraph(Text.of("review.meaning.wait"), "text-muted"));
        }
        for (Meaning meaning : state.meanings()) {
            lines.add(Widgets.label(meaning.server(), "drawer-section"));
            if (meaning.facts().isEmpty()) {
                String none = Text.of("review.meaning.none", meaning.server());
                lines.add(Widgets.paragraph(none, "text-muted"));
            }
            for (Fact fact : meaning.facts()) lines.add(fact(fact));
        }
        for (Fact fact : state.problems()) lines.add(fact(fact));
        return lines;
    }

    private static HBox fact(Fact fact) {
        var icon = Widgets.icon(Widgets.toneIcon(fact.tone()), "tone-icon");
        Widgets.tone(icon, fact.tone());
        var words = Widgets.paragraph(fact.words());
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        var line = new HBox(icon, words);
        line.getStyleClass().add("fact-line");
        return line;
    }
}
