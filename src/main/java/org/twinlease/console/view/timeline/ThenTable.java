package org.twinlease.console.view.timeline;

import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.timeline.TimelineModel.Then;
import org.twinlease.console.view.FittingColumns;
import org.twinlease.console.view.FittingColumns.Fit;
import org.twinlease.console.view.TextColumn;
import org.twinlease.console.view.Widgets;
import org.twinlease.value.Ip4;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/// The leases as they were; what is chosen tells its history.
final class ThenTable {

    private final TableView<Then> table;
    private List<Then> drawn = List.of();
    private boolean drawing;

    ThenTable(TableView<Then> table, Consumer<Ip4> history) {
        this.table = table;
        TableColumn<Then, Then> state = TextColumn.plain(Text.of("column.state"));
        state.setCellFactory(_ -> new StateCell());
        TableColumn<Then, Then> host = text("column.host", "text-cell", Then::host);
        var fits = new ArrayList<Fit<Then>>();
        fits.add(
                new Fit<>(
                        text("column.address", "mono-strong", t -> t.address().toString()),
                        124,
                        0));
        fits.add(new Fit<>(state, 100, 0));
        fits.add(new Fit<>(text("column.client", "mono", Then::client), 158, 2));
        fits.add(new Fit<>(host, 110, 3));
        fits.add(new Fit<>(text("column.ended", "mono", Then::ends), 96, 1));
        for (Fit<Then> fit : fits) table.getColumns().add(fit.column());
        var _ = new FittingColumns<>(table, fits, host);
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(
                        then -> {
                            if (then != null && !drawing) history.accept(then.address());
                        });
    }

    void show(List<Then> leases) {
        if (leases.equals(drawn)) return;
        drawn = leases;
        drawing = true;
        table.getItems().setAll(leases);
        drawing = false;
    }

    private static TableColumn<Then, Then> text(
            String title, String style, Function<Then, String> text) {
        return TextColumn.of(Text.of(title), style, text);
    }

    private static final class StateCell extends TableCell<Then, Then> {
        private final Label chip = Widgets.chip("", Tone.PLAIN);

        @Override
        protected void updateItem(@Nullable Then then, boolean empty) {
            super.updateItem(then, empty);
            if (empty || then == null) {
                setGraphic(null);
                return;
            }
            chip.setText(then.state());
            Widgets.tone(chip, then.tone());
            setGraphic(chip);
        }
    }
}
