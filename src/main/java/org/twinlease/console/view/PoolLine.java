package org.twinlease.console.view;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.twinlease.console.model.OverviewModel.PoolBar;

/// A pool: its name, how much of it is taken, its bar, and the same in numbers.
final class PoolLine {

    private PoolLine() {}

    static VBox of(PoolBar pool) {
        Label name = Widgets.label(pool.name(), "text-strong");
        name.setMinWidth(Region.USE_PREF_SIZE);
        Label ranges = Widgets.label(pool.ranges(), "pool-ranges");
        ranges.setTooltip(new Tooltip(pool.ranges()));
        Label summary = Widgets.label(pool.summary(), "pool-summary");
        summary.setMinWidth(Region.USE_PREF_SIZE);
        Widgets.tone(summary, pool.tone());
        var head = new HBox(name, ranges, Widgets.space(), summary);
        head.getStyleClass().add("pool-head");
        var bar =
                new ShareBar(
                        "share-active",
                        "share-offered",
                        "share-free",
                        "share-backup",
                        "share-abandoned");
        bar.show(pool.active(), pool.offered(), pool.free(), pool.backup(), pool.abandoned());
        bar.setAccessibleText(pool.details());
        var line = new VBox(head, bar, Widgets.label(pool.details(), "text-muted", "pool-details"));
        line.getStyleClass().add("pool");
        return line;
    }
}
