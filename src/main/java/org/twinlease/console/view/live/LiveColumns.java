package org.twinlease.console.view.live;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.live.LiveModel.Row;
import org.twinlease.console.view.FittingColumns;
import org.twinlease.console.view.FittingColumns.Fit;
import org.twinlease.console.view.Widgets;

import java.util.ArrayList;
import java.util.Locale;
import java.util.function.Function;

/// The columns of the packet table.
final class LiveColumns {

    private LiveColumns() {}

    static void add(TableView<Row> table) {
        var fits = new ArrayList<Fit<Row>>();
        TableColumn<Row, Row> answer = column("column.answer");
        answer.setCellFactory(_ -> new AnswerCell());
        TableColumn<Row, Row> why = column("column.why", "text-muted", Row::why);
        TableColumn<Row, Row> took = column("column.took", "mono-right", Row::took);
        took.getStyleClass().add("right");
        fits.add(new Fit<>(column("column.time", "mono", Row::clock), 92, 0));
        fits.add(new Fit<>(column("column.received", "mono", Row::received), 136, 0));
        fits.add(new Fit<>(answer, 122, 0));
        fits.add(new Fit<>(column("column.address", "mono-strong", Row::address), 128, 1));
        fits.add(new Fit<>(column("column.client", "mono", Row::client), 158, 3));
        fits.add(new Fit<>(column("column.host", "text-cell", Row::host), 136, 4));
        fits.add(new Fit<>(took, 92, 5));
        fits.add(new Fit<>(why, 240, 2));
        for (Fit<Row> fit : fits) table.getColumns().add(fit.column());
        var _ = new FittingColumns<>(table, fits, why);
    }

    private static TableColumn<Row, Row> column(
            String title, String style, Function<Row, String> text) {
        TableColumn<Row, Row> column = column(title);
        column.setCellFactory(_ -> new TextCell(style, text));
        return column;
    }

    private static TableColumn<Row, Row> column(String title) {
        var column = new TableColumn<Row, Row>(Text.of(title));
        column.setId(title.replace("column.", "live-").toLowerCase(Locale.ROOT));
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
