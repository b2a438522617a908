package org.twinlease.console.view.live;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.live.LiveModel;
import org.twinlease.console.model.live.LiveRow;
import org.twinlease.console.view.FittingColumns;
import org.twinlease.console.view.FittingColumns.Fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// The columns of the flow, and its rows. What a row says may change while it stands there, so all
/// that are seen are drawn anew with every state.
final class LiveColumns {

    private static final PseudoClass APART = PseudoClass.getPseudoClass("apart");
    private static final double HEADER = 24;

    private final TableView<LiveRow> table;
    private final LaneHeads heads = new LaneHeads();
    private final List<Runnable> redraws = new ArrayList<>();
    private LiveModel.@Nullable State state;

    LiveColumns(TableView<LiveRow> table) {
        this.table = table;
        TableColumn<LiveRow, LiveRow> flow = column("column.flow");
        flow.setText("");
        flow.setGraphic(heads);
        heads.prefWidthProperty().bind(flow.widthProperty().subtract(HEADER));
        flow.setCellFactory(_ -> new FlowCell());
        var why = column("column.why", "text-muted", LiveRow::words);
        var fits = new ArrayList<Fit<LiveRow>>();
        fits.add(new Fit<>(column("column.time", "mono", LiveRow::clock), 118, 0));
        fits.add(new Fit<>(flow, 330, 0));
        fits.add(new Fit<>(column("column.address", "mono-strong", LiveRow::address), 128, 1));
        fits.add(new Fit<>(column("column.client", "mono", LiveRow::client), 158, 3));
        fits.add(new Fit<>(why, 240, 2));
        for (Fit<LiveRow> fit : fits) table.getColumns().add(fit.column());
        var _ = new FittingColumns<>(table, fits, why);
        table.setRowFactory(_ -> new Row());
    }

    /// Draws all rows that are seen.
    void show(LiveModel.State next) {
        // Rows are told apart by identity, so equal lists are the same rows.
        boolean same = state != null && state.rows().equals(next.rows());
        state = next;
        if (!same) table.getItems().setAll(next.rows());
        heads.show(next.lanes());
        redraws.forEach(Runnable::run);
    }

    private TableColumn<LiveRow, LiveRow> column(
            String title, String style, Function<LiveRow, String> text) {
        TableColumn<LiveRow, LiveRow> column = column(title);
        column.setCellFactory(_ -> new TextCell(style, text));
        return column;
    }

    private static TableColumn<LiveRow, LiveRow> column(String title) {
        var column = new TableColumn<LiveRow, LiveRow>(Text.of(title));
        column.setId(title.replace("column.", "live-").toLowerCase(Locale.ROOT));
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        return column;
    }

    /// A row that does not belong to the open one stands back.
    private final class Row extends TableRow<LiveRow> {
        Row() {
            redraws.add(this::mark);
        }

        @Override
        protected void updateItem(@Nullable LiveRow row, boolean empty) {
            super.updateItem(row, empty);
            mark();
        }

        private void mark() {
            LiveRow row = getItem();
            boolean apart = state != null && row != null && state.isApart(row);
            pseudoClassStateChanged(APART, apart);
        }
    }

    private final class TextCell extends TableCell<LiveRow, LiveRow> {
        private final Function<LiveRow, String> text;

        TextCell(String style, Function<LiveRow, String> text) {
            this.text = text;
            getStyleClass().add(style);
            redraws.add(this::draw);
        }

        @Override
        protected void updateItem(@Nullable LiveRow row, boolean empty) {
            super.updateItem(row, empty);
            draw();
        }

        private void draw() {
            LiveRow row = getItem();
            String words = isEmpty() || row == null ? "" : text.apply(row);
            if (!words.equals(getText())) setText(words);
        }
    }

    private final class FlowCell extends TableCell<LiveRow, LiveRow> {
        private final FlowStrip strip = new FlowStrip();

        FlowCell() {
            getStyleClass().add("flow-cell");
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            strip.prefWidthProperty().bind(widthProperty().subtract(HEADER));
            strip.prefHeightProperty().bind(heightProperty());
            redraws.add(this::draw);
        }

        @Override
        protected void updateItem(@Nullable LiveRow row, boolean empty) {
            super.updateItem(row, empty);
            draw();
        }

        private void draw() {
            LiveRow row = getItem();
            if (isEmpty() || row == null || state == null) {
                setGraphic(null);
                return;
            }
            if (getGraphic() == null) setGraphic(strip);
            strip.show(row, state.lanes().size(), state.now());
        }
    }
}
