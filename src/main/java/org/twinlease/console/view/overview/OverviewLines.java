package org.twinlease.console.view.overview;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.twinlease.console.model.Text;
import org.twinlease.console.model.overview.Happenings.Happening;
import org.twinlease.console.model.overview.OverviewModel.PoolBar;
import org.twinlease.console.model.overview.OverviewModel.Tally;
import org.twinlease.console.view.ShareBar;
import org.twinlease.console.view.Widgets;
import org.twinlease.value.Ip4;

import java.util.function.Consumer;

/// The lines of the Overview page: pools, decisions, counts.
final class OverviewLines {

    private OverviewLines() {}

    /// A pool: its name, how much of it is taken, its bar, and the same in numbers.
    static VBox pool(PoolBar pool) {
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

    /// A remarkable decision; opens its lease where there is one.
    static HBox happening(Happening happening, Consumer<Ip4> open) {
        Label title = Widgets.label(happening.title(), "text-strong");
        title.setMinWidth(Region.USE_PREF_SIZE);
        var head = new HBox(title);
        head.getStyleClass().add("happening-head");
        if (happening.more() > 0) {
            head.getChildren()
                    .add(Widgets.label(Text.of("overview.more", happening.more()), "text-faint"));
        }
        Label sentence = Widgets.label(happening.sentence(), "text-muted");
        sentence.setTooltip(new Tooltip(happening.sentence()));
        var words = new VBox(head, sentence);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        Label clock = Widgets.label(happening.clock(), "mono", "text-faint");
        clock.setMinWidth(Region.USE_PREF_SIZE);
        var line = new HBox(Widgets.dot(happening.tone()), words, clock);
        line.getStyleClass().add("happening");
        Ip4 address = happening.address();
        if (address != null) {
            line.getStyleClass().add("opens");
            line.setFocusTraversable(true);
            line.setOnMouseClicked(_ -> open.accept(address));
            line.setOnKeyPressed(
                    key -> {
                        if (key.getCode() == KeyCode.ENTER) open.accept(address);
                    });
        }
        return line;
    }

    /// What was counted, with a bar and as a number.
    static HBox tally(Tally tally) {
        var bar = new ShareBar(tally.tone().style());
        bar.show(tally.share());
        bar.setAccessibleText(tally.label() + " " + tally.value());
        HBox.setHgrow(bar, Priority.ALWAYS);
        var line =
                new HBox(
                        Widgets.label(tally.label(), "text-muted", "tally-label"),
                        bar,
                        Widgets.label(tally.value(), "mono-right", "tally-value"));
        line.getStyleClass().add("tally");
        VBox.setVgrow(line, Priority.ALWAYS);
        return line;
    }
}
