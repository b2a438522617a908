package org.twinlease.console.view.timeline;

import javafx.scene.control.Hyperlink;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

import org.twinlease.console.model.timeline.TimelineModel.Entry;
import org.twinlease.console.model.timeline.TimelineModel.Opened;
import org.twinlease.console.view.Widgets;

import java.util.function.Consumer;

/// The open event: what it was, why, and what came before it, each a way back.
final class OpenedView {

    private OpenedView() {}

    static void draw(VBox box, Opened open, Consumer<String> go) {
        if (open.equals(box.getUserData())) return;
        box.setUserData(open);
        var children = box.getChildren();
        children.setAll(Widgets.paragraph(open.event().title(), "text-heading"));
        if (!open.why().isEmpty()) children.add(Widgets.paragraph(open.why(), "reason"));
        if (open.led().isEmpty()) return;
        children.add(Widgets.label(open.ledTitle(), "drawer-section"));
        var grid = new GridPane();
        grid.getStyleClass().add("ties");
        for (Entry entry : open.led()) {
            var link = new Hyperlink(entry.title());
            link.getStyleClass().add("tie");
            link.setOnAction(_ -> go.accept(entry.id()));
            var clock = Widgets.label(entry.clock(), "mono", "text-faint");
            grid.addRow(grid.getRowCount(), clock, link);
        }
        children.add(grid);
    }
}
