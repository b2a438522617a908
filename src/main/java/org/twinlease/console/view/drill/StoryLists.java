package org.twinlease.console.view.drill;

import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.drill.TwinPicture.Passed;
import org.twinlease.console.model.drill.TwinPicture.State;
import org.twinlease.console.model.drill.TwinPicture.Told;
import org.twinlease.console.view.Widgets;

import java.util.List;
import java.util.function.Function;

/// What happens to the twin, the newest below, and what its servers say to each other.
final class StoryLists {

    private final ListView<Told> told;
    private final ListView<Passed> passed;

    StoryLists(ListView<Told> told, ListView<Passed> passed) {
        this.told = told;
        this.passed = passed;
        told.setCellFactory(_ -> new Cell<>(StoryLists::line, Told::what));
        passed.setCellFactory(_ -> new Cell<>(StoryLists::line, Passed::words));
        told.setPlaceholder(Widgets.paragraph(Text.of("drill.story.none"), "text-muted"));
        passed.setPlaceholder(Widgets.paragraph(Text.of("drill.messages.none"), "text-muted"));
    }

    void show(State state) {
        List<Told> lines = state.told();
        int known = told.getItems().size();
        if (known <= lines.size() && told.getItems().equals(lines.subList(0, known))) {
            if (known == lines.size()) {
                show(passed, state.passed());
                return;
            }
            told.getItems().addAll(lines.subList(known, lines.size()));
        } else {
            told.getItems().setAll(lines);
        }
        told.scrollTo(lines.size() - 1);
        show(passed, state.passed());
    }

    private static void show(ListView<Passed> list, List<Passed> messages) {
        if (!list.getItems().equals(messages)) list.getItems().setAll(messages);
    }

    private static HBox line(Told line) {
        var who = Widgets.label(line.who(), "text-strong", "told-who");
        var what = Widgets.label(line.what(), "text-small");
        what.setMinWidth(0);
        var icon = Widgets.icon(Widgets.toneIcon(line.tone()), "tone-icon");
        Widgets.tone(icon, line.tone());
        Widgets.seen(icon, line.tone() != Tone.PLAIN && line.tone() != Tone.DEMO);
        return row(clock(line.clock()), who, icon, what);
    }

    private static HBox line(Passed message) {
        String way = message.right() ? "A \u2192 B" : "A \u2190 B";
        var what = Widgets.label(message.words(), "text-small");
        what.setMinWidth(0);
        var type = Widgets.label(message.type(), "mono");
        type.setMinWidth(Region.USE_PREF_SIZE);
        return row(clock(message.clock()), clock(way), type, what);
    }

    private static Node clock(String words) {
        var label = Widgets.label(words, "mono", "text-faint");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static HBox row(Node... nodes) {
        var row = new HBox(nodes);
        row.getStyleClass().add("event-line");
        return row;
    }

    private static final class Cell<T> extends ListCell<T> {

        private final Function<T, HBox> draw;
        private final Function<T, String> words;

        Cell(Function<T, HBox> draw, Function<T, String> words) {
            this.draw = draw;
            this.words = words;
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable T item, boolean empty) {
            super.updateItem(item, empty);
            setGraphic(null);
            setTooltip(null);
            if (empty || item == null) return;
            setGraphic(draw.apply(item));
            setTooltip(new Tooltip(words.apply(item)));
        }
    }
}
