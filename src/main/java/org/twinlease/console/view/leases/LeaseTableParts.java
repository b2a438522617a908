package org.twinlease.console.view.leases;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.leases.LeaseLook;
import org.twinlease.console.model.leases.LeaseRows;
import org.twinlease.console.model.leases.LeaseRows.Column;
import org.twinlease.console.model.leases.LeasesModel;
import org.twinlease.console.view.FittingColumns;
import org.twinlease.console.view.FittingColumns.Fit;
import org.twinlease.value.Ip4;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The columns and cells of the lease table, and what keeps it still while rows change: selection
/// and scroll follow the address, not the position.
final class LeaseTableParts {

    private record Shape(
            Column column, String title, double width, int dispensable, String style) {}

    private static final List<Shape> SHAPES =
            List.of(
                    new Shape(Column.ADDRESS, "column.address", 124, 0, "mono-strong"),
                    new Shape(Column.STATE, "column.state", 104, 0, ""),
                    new Shape(Column.PEER, "column.peer", 116, 1, "text-muted"),
                    new Shape(Column.HOST, "column.host", 112, 0, "text-cell"),
                    new Shape(Column.HARDWARE, "column.hardware", 162, 2, "mono"),
                    new Shape(Column.CLIENT_ID, "column.clientid", 190, 5, "mono"),
                    new Shape(Column.ENDS, "column.ends", 158, 0, "mono"),
                    new Shape(Column.SEEN, "column.seen", 118, 4, "text-muted"),
                    new Shape(Column.POOL, "column.pool", 134, 3, "mono"),
                    new Shape(Column.STARTS, "column.starts", 118, 6, "text-muted"),
                    new Shape(Column.TSTP, "column.tstp", 118, 7, "text-muted"),
                    new Shape(Column.TSFP, "column.tsfp", 118, 8, "text-muted"),
                    new Shape(Column.ATSFP, "column.atsfp", 118, 9, "text-muted"));

    private final TableView<Integer> table;
    private final RowList rows;
    private final LeasesModel model;
    private final List<LeaseCell> cells = new ArrayList<>();
    private final FittingColumns<Integer> columns;
    private @Nullable VirtualFlow<?> flow;
    private boolean drawing;

    LeaseTableParts(TableView<Integer> table, RowList rows, LeasesModel model) {
        this.table = table;
        this.rows = rows;
        this.model = model;
        var fits = new ArrayList<Fit<Integer>>();
        for (Shape shape : SHAPES) {
            if (shape.column == Column.PEER && !model.isCompared()) continue;
            TableColumn<Integer, Integer> column = column(shape);
            table.getColumns().add(column);
            fits.add(new Fit<>(column, shape.width, shape.dispensable));
        }
        int host = model.isCompared() ? 3 : 2;
        columns = new FittingColumns<>(table, fits, table.getColumns().get(host));
        table.setSortPolicy(_ -> sort());
        table.setRowFactory(_ -> new LeaseRow(model));
        table.setOnKeyPressed(
                key -> {
                    Integer row = table.getSelectionModel().getSelectedItem();
                    if (key.getCode() == KeyCode.ENTER && row != null) open(row);
                });
    }

    /// The key of a column's head.
    static String title(Column column) {
        for (Shape shape : SHAPES) if (shape.column == column) return shape.title;
        throw new IllegalArgumentException("no such column: " + column);
    }

    /// A selection is what a person clicks or walks to; drawing anew only restores it.
    void selected(@Nullable Integer row) {
        if (row != null && !drawing && !LeaseRows.isHeading(row)) open(row);
    }

    private void open(int row) {
        if (LeaseRows.isHeading(row)) model.toggle(row);
        else model.open(rows.shown().address(row));
    }

    void clearSelection() {
        drawing = true;
        table.getSelectionModel().clearSelection();
        drawing = false;
    }

    /// Shows those columns of the look for which there is room, and the arrows of its order.
    void wear(LeaseLook look) {
        columns.only(column -> look.columns().contains((Column) column.getUserData()));
        List<LeaseLook.Sort> shown = order();
        if (shown.equals(look.sorts())) return;
        drawing = true;
        var order = new ArrayList<TableColumn<Integer, ?>>();
        for (LeaseLook.Sort sort : look.sorts()) {
            for (TableColumn<Integer, ?> column : table.getColumns()) {
                if (column.getUserData() != sort.column()) continue;
                column.setSortType(
                        sort.descending()
                                ? TableColumn.SortType.DESCENDING
                                : TableColumn.SortType.ASCENDING);
                order.add(column);
            }
        }
        table.getSortOrder().setAll(order);
        drawing = false;
    }

    /// Draws changed rows; takes a new order with the open address selected and the first visible
    /// row in its place.
    void show(LeaseRows next, long now, @Nullable Ip4 open) {
        rows.now(now);
        if (rows.shows(next)) {
            cells.forEach(LeaseCell::tick);
            select(open);
        } else {
            drawing = true;
            int top = firstVisible();
            int anchor = top > 0 && top < rows.size() ? rows.get(top) : -1;
            table.getSelectionModel().clearSelection();
            rows.show(next);
            select(open);
            int back = anchor < 0 ? -1 : next.position(anchor);
            if (back >= 0) table.scrollTo(back);
            cells.forEach(LeaseCell::tick);
            drawing = false;
        }
        model.browsing(open != null || firstVisible() > 0);
    }

    /// The open lease is the selected one, wherever it was opened from.
    private void select(@Nullable Ip4 open) {
        int row = open == null ? -1 : rows.shown().find(open);
        Integer selected = table.getSelectionModel().getSelectedItem();
        if (row < 0 || (selected != null && selected == row)) return;
        int position = rows.shown().position(row);
        if (position < 0) return;
        drawing = true;
        table.getSelectionModel().clearAndSelect(position);
        table.scrollTo(Math.max(0, position - 3));
        drawing = false;
    }

    private boolean sort() {
        if (!drawing) model.sort(order());
        return true;
    }

    /// The order that the heads of the columns show; Shift and a click add to it.
    private List<LeaseLook.Sort> order() {
        return table.getSortOrder().stream()
                .map(
                        column ->
                                new LeaseLook.Sort(
                                        (Column) column.getUserData(),
                                        column.getSortType() == TableColumn.SortType.DESCENDING))
                .toList();
    }

    private TableColumn<Integer, Integer> column(Shape shape) {
        var column = new TableColumn<Integer, Integer>(Text.of(shape.title));
        column.setId("column-" + shape.column.name().toLowerCase(Locale.ROOT));
        column.setUserData(shape.column);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(
                _ -> {
                    var cell = new LeaseCell(rows, shape.column, shape.style);
                    cells.add(cell);
                    return cell;
                });
        return column;
    }

    private int firstVisible() {
        VirtualFlow<?> body = flow;
        if (body == null) {
            // A table that has not been laid out yet has no flow.
            if (!(table.lookup(".virtual-flow") instanceof VirtualFlow<?> found)) return 0;
            body = found;
            flow = body;
        }
        IndexedCell<?> first = body.getFirstVisibleCell();
        if (first == null) return 0;
        return body.getPosition() > 0 ? first.getIndex() : 0;
    }
}
