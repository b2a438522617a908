package org.twinlease.console.view.health;

import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.twinlease.console.model.Tone;
import org.twinlease.console.model.health.Item;
import org.twinlease.console.view.Widgets;

/// An item in the list: how bad in word and icon, what in all its words, and the evidence.
final class ItemCell extends ListCell<Item> {

    /// What is beside a title, in pixels: its icon, its section and its severity.
    private static final double BESIDE = 186;

    ItemCell() {
        // A cell never makes the list wider than it is: long words end in dots.
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(Item item, boolean empty) {
        super.updateItem(item, empty);
        setText("");
        if (empty) {
            setGraphic(null);
            return;
        }
        Tone tone = item.tone() == Tone.PLAIN ? Tone.CALM : item.tone();
        var icon = Widgets.icon(Widgets.toneIcon(tone), "tone-icon");
        Widgets.tone(icon, tone);
        var severity = Widgets.chip(item.severity(), tone);
        severity.setMinWidth(Region.USE_PREF_SIZE);
        var section = Widgets.label(item.section().title(), "text-faint");
        section.setMinWidth(Region.USE_PREF_SIZE);
        var title = Widgets.paragraph(item.title(), "text-strong");
        // The height of a cell is asked for before its width is known.
        title.prefWidthProperty().bind(getListView().widthProperty().subtract(BESIDE));
        var head = new HBox(title, Widgets.space(), section, severity);
        head.getStyleClass().add("fact-line");
        var evidence = Widgets.label(item.evidence(), "text-muted");
        evidence.setMinWidth(0);
        var words = new VBox(head, evidence);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        var line = new HBox(icon, words);
        line.getStyleClass().add("health-item");
        setGraphic(line);
        setAccessibleText(item.severity() + " " + item.title() + " " + item.evidence());
    }
}
