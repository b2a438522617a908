package org.twinlease.console.view.timeline;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.timeline.TimelineModel.Entry;
import org.twinlease.console.view.Widgets;

import java.util.List;
import java.util.function.Consumer;

/// The events of the span, newest first: what is chosen is opened.
final class EventList {

    private final ListView<Entry> list;
    private boolean drawing;

    EventList(ListView<Entry> list, Consumer<String> open) {
        this.list = list;
        list.setCellFactory(_ -> new EntryCell());
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe(
                        entry -> {
                            if (entry != null && !drawing) open.accept(entry.id());
                        });
    }

    /// Shows the events, with the open one selected and in sight.
    void show(List<Entry> entries, @Nullable Entry open) {
        drawing = true;
        if (!list.getItems().equals(entries)) list.getItems().setAll(entries);
        Entry selected = list.getSelectionModel().getSelectedItem();
        if (open == null) list.getSelectionModel().clearSelection();
        else if (selected == null || !selected.id().equals(open.id())) {
            for (int i = 0; i < entries.size(); i++) {
                if (!entries.get(i).id().equals(open.id())) continue;
                list.getSelectionModel().clearAndSelect(i);
                list.scrollTo(Math.max(0, i - 3));
            }
        }
        drawing = false;
    }

    private static final class EntryCell extends ListCell<Entry> {
        private final Region dot = Widgets.dot(Tone.PLAIN);
        private final Label clock = Widgets.label("", "mono", "text-faint");
        private final Label server = Widgets.label("", "text-muted");
        private final Label title = Widgets.label("", "text-strong");
        private final HBox line = new HBox(clock, dot, server, title);

        EntryCell() {
            line.getStyleClass().add("event-line");
            clock.setMinWidth(Region.USE_PREF_SIZE);
            server.setMinWidth(Region.USE_PREF_SIZE);
            title.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(title, Priority.ALWAYS);
            // The list is as wide as it is: what is too long is cut, not scrolled to.
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            if (empty || entry == null) {
                setGraphic(null);
                setTooltip(null);
                return;
            }
            Widgets.tone(dot, entry.tone());
            clock.setText(entry.clock());
            server.setText(entry.server());
            title.setText(entry.title());
            setTooltip(new Tooltip(entry.title()));
            setGraphic(line);
        }
    }
}
