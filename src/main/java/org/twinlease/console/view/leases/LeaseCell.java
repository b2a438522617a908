package org.twinlease.console.view.leases;

import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Skin;
import javafx.scene.control.TableCell;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.leases.LeaseRows;
import org.twinlease.console.model.leases.LeaseRows.Column;
import org.twinlease.console.model.leases.LeasesModel;
import org.twinlease.console.view.ShareBar;
import org.twinlease.console.view.Widgets;

/// A cell of the lease table. It is told to look at its row again ten times a second at most, since
/// a list can't tell a table that an equal item has new content, and draws only what reads
/// differently. Its parts lie in places of their own: a cell that gets another row has new words,
/// and nothing has to be laid out for them.
final class LeaseCell extends TableCell<Integer, Integer> {

    private static final double SHORT = 0.25;
    private static final double SHORTER = 0.1;

    /// Between a bar and the words beside it, in pixels.
    private static final double GAP = 12;

    private final RowList rows;
    private final Column column;
    private final CutText words = new CutText();
    private @Nullable Label chip;
    private @Nullable ShareBar bar;
    private double drawnShare = Double.NaN;

    LeaseCell(RowList rows, Column column, String style) {
        this.rows = rows;
        this.column = column;
        if (!style.isEmpty()) getStyleClass().add(style);
        words.fillProperty().bind(textFillProperty());
        words.fontProperty().bind(fontProperty());
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        var skin = new LeaseCellSkin(this);
        getChildren().setAll(words);
        if (chip != null) getChildren().add(chip);
        if (bar != null) getChildren().add(bar);
        return skin;
    }

    void tick() {
        Integer row = getItem();
        if (row != null && !isEmpty()) draw(row);
    }

    @Override
    protected void updateItem(@Nullable Integer row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) only("");
        else draw(row);
    }

    private void draw(int row) {
        LeaseRows shown = rows.shown();
        if (LeaseRows.isHeading(row)) {
            if (column == Column.ADDRESS) only(shown.heading(row));
            else only(column == Column.STATE ? shown.below(row) : "");
            return;
        }
        String text = shown.text(row, column, rows.now());
        switch (column) {
            case STATE -> chip(text, LeasesModel.tone(shown.state(row)));
            case PEER -> {
                // A chip only where the other server's copy says something else.
                if (shown.differs(row)) chip(text, Tone.WATCH);
                else only(text);
            }
            case ENDS -> ends(text, shown.remaining(row, rows.now()));
            default -> only(text);
        }
    }

    private void only(String text) {
        see(chip, false);
        see(bar, false);
        write(text);
    }

    private void write(String text) {
        if (words.show(text, room())) place();
    }

    private void chip(String text, Tone tone) {
        write("");
        Label shown = chip;
        if (shown == null) {
            shown = Widgets.chip(text, tone);
            chip = shown;
            part(shown);
        }
        Widgets.tone(shown, tone);
        see(shown, true);
        if (text.equals(shown.getText()) && shown.getWidth() > 0) return;
        shown.setText(text);
        place();
    }

    private void ends(String text, double share) {
        if (share < 0) {
            only(text);
            return;
        }
        ShareBar shown = bar;
        if (shown == null) {
            shown = new ShareBar("ends-share");
            shown.getStyleClass().add("ends-bar");
            bar = shown;
            part(shown);
        }
        see(shown, true);
        if (share != drawnShare) {
            drawnShare = share;
            shown.show(share);
            Tone tone = share < SHORTER ? Tone.BAD : share < SHORT ? Tone.WATCH : Tone.GOOD;
            Widgets.tone(shown.getChildrenUnmodifiable().getFirst(), tone);
        }
        write(text);
    }

    private void part(Node part) {
        part.setManaged(false);
        part.setMouseTransparent(true);
        getChildren().add(part);
        requestLayout();
        if (getTableRow() instanceof LeaseRow row) row.lay();
    }

    private static void see(@Nullable Node part, boolean seen) {
        if (part != null && part.isVisible() != seen) part.setVisible(seen);
    }

    private double room() {
        return getWidth() - snappedLeftInset() - snappedRightInset() - indent();
    }

    private double indent() {
        ShareBar shown = bar;
        return shown != null && shown.isVisible() ? shown.prefWidth(-1) + GAP : 0;
    }

    /// Puts every part where it belongs.
    void place() {
        double left = snappedLeftInset();
        if (chip != null && chip.isVisible()) put(chip, left);
        if (bar != null && bar.isVisible()) put(bar, left);
        var _ = words.show(words.whole(), room());
        double below = (getHeight() - words.getLayoutBounds().getHeight()) / 2;
        words.relocate(left + indent(), snapPositionY(below));
    }

    private void put(Node part, double left) {
        part.autosize();
        double below = (getHeight() - part.getLayoutBounds().getHeight()) / 2;
        part.relocate(left, snapPositionY(below));
    }

    /// How wide it would like to be.
    double natural() {
        double wide = words.natural() + indent();
        if (chip != null && chip.isVisible()) wide = Math.max(wide, chip.prefWidth(-1));
        return snappedLeftInset() + wide + snappedRightInset();
    }

    /// What it says, for those who do not see it.
    private String spoken() {
        return chip != null && chip.isVisible() ? chip.getText() : words.whole();
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute of, Object... more) {
        return of == AccessibleAttribute.TEXT ? spoken() : super.queryAccessibleAttribute(of, more);
    }
}
