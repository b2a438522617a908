package org.twinlease.console.view.leases;

import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.leases.LeaseRows;
import org.twinlease.console.model.leases.LeaseRows.Column;
import org.twinlease.console.model.leases.LeasesModel;
import org.twinlease.console.view.ShareBar;
import org.twinlease.console.view.Widgets;

/// A cell of the lease table. It is told to look at its row again ten times a second at most, since
/// a list can't tell a table that an equal item has new content, and draws only what reads
/// differently.
final class LeaseCell extends TableCell<Integer, Integer> {

    private static final double SHORT = 0.25;
    private static final double SHORTER = 0.1;

    private final RowList rows;
    private final Column column;
    private @Nullable Label chip;
    private @Nullable ShareBar bar;
    private @Nullable HBox timed;
    private String drawn = "";
    private double drawnShare = Double.NaN;

    LeaseCell(RowList rows, Column column, String style) {
        this.rows = rows;
        this.column = column;
        if (!style.isEmpty()) getStyleClass().add(style);
    }

    void tick() {
        Integer row = getItem();
        if (row != null && !isEmpty()) draw(row);
    }

    @Override
    protected void updateItem(@Nullable Integer row, boolean empty) {
        super.updateItem(row, empty);
        drawn = "";
        drawnShare = Double.NaN;
        if (empty || row == null) {
            setText(null);
            setGraphic(null);
        } else {
            draw(row);
        }
    }

    private void draw(int row) {
        if (LeaseRows.isHeading(row)) {
            if (column == Column.ADDRESS) setText(rows.shown().heading(row));
            else setText(column == Column.STATE ? rows.shown().below(row) : null);
            setGraphic(null);
            return;
        }
        String text = rows.shown().text(row, column, rows.now());
        if (column == Column.ENDS) {
            ends(row, text);
        } else if (!text.equals(drawn)) {
            if (column == Column.STATE) state(row, text);
            else if (column == Column.PEER) peer(row, text);
            else setText(text);
        }
        drawn = text;
    }

    private void state(int row, String text) {
        Label shown = chip;
        if (shown == null) {
            shown = Widgets.chip(text, Tone.PLAIN);
            chip = shown;
        }
        shown.setText(text);
        Widgets.tone(shown, LeasesModel.tone(rows.shown().state(row)));
        setGraphic(shown);
    }

    /// What the other server's copy says: a chip only where it says something else.
    private void peer(int row, String text) {
        boolean differs = rows.shown().differs(row);
        if (differs) {
            if (chip == null) chip = Widgets.chip(text, Tone.WATCH);
            chip.setText(text);
        }
        setText(differs ? null : text);
        setGraphic(differs ? chip : null);
    }

    private void ends(int row, String text) {
        double share = rows.shown().remaining(row, rows.now());
        if (share < 0) {
            if (!text.equals(drawn)) setText(text);
            setGraphic(null);
            return;
        }
        if (share == drawnShare && text.equals(drawn)) return;
        drawnShare = share;
        HBox box = timed == null ? timed() : timed;
        if (bar != null) {
            bar.show(share);
            Tone tone = share < SHORTER ? Tone.BAD : share < SHORT ? Tone.WATCH : Tone.GOOD;
            Widgets.tone(bar.getChildrenUnmodifiable().getFirst(), tone);
        }
        setText(text);
        setGraphic(box);
    }

    private HBox timed() {
        var made = new ShareBar("ends-share");
        made.getStyleClass().add("ends-bar");
        var box = new HBox(made);
        box.getStyleClass().add("ends");
        bar = made;
        timed = box;
        return box;
    }
}
