package org.twinlease.console.view.live;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import org.twinlease.console.model.live.LiveModel.Lane;
import org.twinlease.console.view.Widgets;

import java.util.ArrayList;
import java.util.List;

/// The names of the lanes, each above its own.
final class LaneHeads extends Region {

    private static final double HEIGHT = 20;

    private List<Lane> drawn = List.of();

    LaneHeads() {
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
    }

    void show(List<Lane> lanes) {
        if (lanes.equals(drawn)) return;
        drawn = lanes;
        var heads = new ArrayList<HBox>();
        for (int i = 0; i < lanes.size(); i++) heads.add(head(lanes.get(i), i));
        getChildren().setAll(heads);
    }

    private static HBox head(Lane lane, int number) {
        Label name = Widgets.label(lane.name(), "lane-name");
        var head = new HBox(name);
        head.getStyleClass().add("lane-head");
        if (number > 0) {
            var mark = new Region();
            mark.getStyleClass().addAll("who-dot", number == 1 ? "who-first" : "who-second");
            head.getChildren().addFirst(mark);
        }
        if (!lane.note().words().isEmpty()) {
            var icon = Widgets.icon(Widgets.toneIcon(lane.note().tone()), "tone-icon");
            Widgets.tone(icon, lane.note().tone());
            head.getChildren().add(icon);
            Tooltip.install(head, new Tooltip(lane.note().words()));
            head.setAccessibleText(lane.name() + ": " + lane.note().words());
        }
        return head;
    }

    @Override
    protected void layoutChildren() {
        int lanes = getManagedChildren().size();
        for (int i = 0; i < lanes; i++) {
            var head = getManagedChildren().get(i);
            double wide = head.prefWidth(-1);
            double x = FlowStrip.lane(i, lanes, getWidth()) - wide / 2;
            double most = Math.max(0, getWidth() - wide);
            head.resizeRelocate(Math.clamp(x, 0, most), 0, wide, HEIGHT);
        }
    }
}
