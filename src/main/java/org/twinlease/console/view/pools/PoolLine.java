package org.twinlease.console.view.pools;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.pools.PoolsModel.Row;
import org.twinlease.console.view.ShareBar;
import org.twinlease.console.view.Sparkline;
import org.twinlease.console.view.Widgets;

import java.util.function.IntConsumer;

/// A pool in the list: its name and ranges, its course, how much is taken, who owns what, how fast
/// it goes, and what is left of it when a server is lost.
final class PoolLine extends VBox {

    private final Label name = fixed(Widgets.label("", "text-heading"));
    private final Label ranges = Widgets.label("", "pool-ranges");
    private final Sparkline course = new Sparkline();
    private final Label taken = fixed(Widgets.label("", "chip"));
    private final ShareBar bar =
            new ShareBar(
                    "share-own",
                    "share-active",
                    "share-backup",
                    "share-waiting",
                    "share-abandoned");
    private final Label numbers = Widgets.label("", "text-muted");
    private final Label pace = fixed(Widgets.label("", "text-faint"));
    private final FontIcon shield = Widgets.icon("fth-shield", "tone-icon");
    private final Label lost = Widgets.label("");
    private final HBox last = new HBox(shield, lost);
    private int pool;

    PoolLine(IntConsumer open) {
        getStyleClass().addAll("card", "pool-line", "opens");
        setFocusTraversable(true);
        setOnMouseClicked(_ -> open.accept(pool));
        setOnKeyPressed(
                key -> {
                    if (key.getCode() == KeyCode.ENTER) open.accept(pool);
                });
        var head = new HBox(name, ranges, Widgets.space(), course, taken);
        var foot = new HBox(numbers, Widgets.space(), pace);
        for (HBox line : new HBox[] {head, foot, last}) line.getStyleClass().add("pair-line");
        numbers.setMinWidth(0);
        lost.setMinWidth(0);
        getChildren().addAll(head, bar, foot, last);
    }

    private static Label fixed(Label label) {
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    void show(Row row) {
        pool = row.pool();
        setId("pool-" + pool);
        name.setText(row.name());
        ranges.setText(row.ranges());
        ranges.setTooltip(new Tooltip(row.ranges()));
        course.show(row.trend());
        taken.setText(row.taken());
        Widgets.tone(taken, row.tone());
        bar.show(
                row.primaryFree(),
                row.active(),
                row.secondaryFree(),
                row.waiting(),
                row.abandoned());
        bar.setAccessibleText(row.numbers());
        numbers.setText(row.numbers());
        pace.setText(row.pace());
        Widgets.seen(last, !row.lost().words().isEmpty());
        lost.setText(row.lost().words());
        lost.setTooltip(new Tooltip(row.lost().words()));
        Tone tone = row.lost().tone();
        shield.setIconLiteral(tone == Tone.GOOD ? "fth-shield" : Widgets.toneIcon(tone));
        Widgets.tone(shield, tone);
        if (row.chosen() == getStyleClass().contains("chosen")) return;
        if (row.chosen()) getStyleClass().add("chosen");
        else getStyleClass().remove("chosen");
    }
}
