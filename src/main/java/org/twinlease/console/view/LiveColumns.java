package org.twinlease.console.view;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.LiveModel.Row;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;

import java.util.Locale;
import java.util.function.Function;

/// The columns of the packet table.
final class LiveColumns {

    private LiveColumns() {}

    static void add(TableView<Row> table) {
        add(table, "column.time", 86, "mono", Row::clock);
        add(table, "column.received", 136, "mono", row -> row.packet().received());
        TableColumn<Row, Row> answer = column("column.answer", 118);
        answer.setCellFactory(_ -> new AnswerCell());
        table.getColumns().add(answer);
        add(table, "column.address", 122, "mono-strong", Row::address);
        add(table, "column.client", 152, "mono", Row::client);
        add(table, "column.host", 140, "text-cell", Row::host);
        add(table, "column.took", 84, "mono-right", Row::took);
        add(table, "column.why", 420, "text-muted", Row::why);
    }

    private static void add(
            TableView<Row> table,
            String title,
            double width,
            String style,
            Function<Row, String> text) {
        TableColumn<Row, Row> column = column(title, width);
        column.setCellFactory(_ -> new TextCell(style, text));
        table.getColumns().add(column);
    }

    private static TableColumn<Row, Row> column(String title, double width) {
        var column = new TableColumn<Row, Row>(Text.of(title));
        column.setId(title.replace("column.", "live-").toLowerCase(Locale.ROOT));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        return column;
    }

    private static final class TextCell extends TableCell<Row, Row> {
        private final Function<Row, String> text;

        TextCell(String style, Function<Row, String> text) {
            this.text = text;
            getStyleClass().add(style);
        }

        @Override
        protected void updateItem(@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            String words = empty || row == null ? "" : text.apply(row);
            setText(words);
            setTooltip(words.length() > 40 ? new Tooltip(words) : null);
        }
    }

    private static final class AnswerCell extends TableCell<Row, Row> {
        private final Label chip = Widgets.chip("", Tone.PLAIN);

        @Override
        protected void updateItem(@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setGraphic(null);
                return;
            }
            chip.setText(row.answer());
            Widgets.tone(chip, row.tone());
            setGraphic(chip);
        }
    }
}
