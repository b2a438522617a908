package org.twinlease.console.view.wizard;

import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.wizard.Block;
import org.twinlease.console.model.wizard.Block.Clash;
import org.twinlease.console.model.wizard.Block.Copy;
import org.twinlease.console.view.FittingColumns;
import org.twinlease.console.view.FittingColumns.Fit;
import org.twinlease.console.view.TextColumn;
import org.twinlease.console.view.Widgets;

import java.util.ArrayList;

/// Addresses on which two servers differ, and of the selected one both records side by side with
/// what comes of either.
final class ClashTable extends VBox {

    private static final double HEAD = 38;
    private static final double ROW = 36;

    /// So many rows are seen at once.
    private static final int ROWS = 5;

    private final TableView<Clash> table = new TableView<>();
    private final HBox copies = new HBox();

    ClashTable(Block.Clashes clashes) {
        getStyleClass().add("clashes");
        Copy one = clashes.list().getFirst().one();
        Copy two = clashes.list().getFirst().two();
        TableColumn<Clash, Clash> second =
                TextColumn.of(two.server(), "mono", clash -> clash.two().record());
        var fits = new ArrayList<Fit<Clash>>();
        fits.add(
                new Fit<>(
                        TextColumn.of(Text.of("column.address"), "mono-strong", Clash::address),
                        124,
                        0));
        fits.add(
                new Fit<>(
                        TextColumn.of(one.server(), "mono", clash -> clash.one().record()),
                        230,
                        0));
        fits.add(new Fit<>(second, 230, 0));
        fits.add(new Fit<>(stands(), 130, 0));
        for (Fit<Clash> fit : fits) table.getColumns().add(fit.column());
        var _ = new FittingColumns<>(table, fits, second);
        table.setId("clashes");
        table.setAccessibleText(clashes.title());
        table.getItems().setAll(clashes.list());
        table.setPrefHeight(HEAD + Math.min(ROWS, clashes.list().size()) * ROW);
        table.getSelectionModel().selectedItemProperty().subscribe(this::open);
        copies.getStyleClass().add("clash-copies");
        getChildren().setAll(Widgets.label(clashes.title(), "text-strong"), table, copies);
        table.getSelectionModel().selectFirst();
    }

    private void open(@Nullable Clash clash) {
        if (clash == null) {
            copies.getChildren()
                    .setAll(Widgets.paragraph(Text.of("conflict.choose"), "text-muted"));
            return;
        }
        copies.getChildren().setAll(copy(clash.one()), copy(clash.two()));
    }

    private static Node copy(Copy copy) {
        var head = new HBox(Widgets.label(Text.of("conflict.copy", copy.server()), "text-strong"));
        if (copy.stands()) {
            head.getChildren().add(Widgets.chip(Text.of("conflict.stands"), Tone.GOOD));
        }
        head.getStyleClass().add("pair-line");
        var box =
                new VBox(
                        head,
                        Widgets.fields(copy.fields(), "mono"),
                        Widgets.label(Text.of("conflict.if"), "text-faint"),
                        Widgets.paragraph(copy.effect()));
        box.getStyleClass().add("clash-copy");
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    private static TableColumn<Clash, Clash> stands() {
        return TextColumn.of(Text.of("conflict.stands.head"), "text-cell", Clash::stands);
    }
}
