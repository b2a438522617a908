package org.twinlease.console.view;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;

import org.jspecify.annotations.Nullable;

import java.util.function.Function;

/// Columns of tables whose rows are values, in the order in which they came.
public final class TextColumn {

    private TextColumn() {}

    /// One that its table fills.
    public static <T> TableColumn<T, T> plain(String title) {
        var column = new TableColumn<T, T>(title);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        return column;
    }

    /// One with a text of each row, in a style.
    public static <T> TableColumn<T, T> of(String title, String style, Function<T, String> text) {
        TableColumn<T, T> column = plain(title);
        column.setCellFactory(_ -> new Cell<>(style, text));
        return column;
    }

    private static final class Cell<T> extends TableCell<T, T> {
        private final Function<T, String> text;

        Cell(String style, Function<T, String> text) {
            this.text = text;
            getStyleClass().add(style);
        }

        @Override
        protected void updateItem(@Nullable T row, boolean empty) {
            super.updateItem(row, empty);
            setText(empty || row == null ? "" : text.apply(row));
        }
    }
}
