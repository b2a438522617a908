package org.twinlease.console.view.timeline;

import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.timeline.Comparison;
import org.twinlease.console.model.timeline.Comparison.Change;
import org.twinlease.console.model.timeline.Comparison.Line;
import org.twinlease.console.view.FittingColumns;
import org.twinlease.console.view.FittingColumns.Fit;
import org.twinlease.console.view.TextColumn;
import org.twinlease.console.view.Widgets;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// What became different between two moments: the pair's and servers' facts, then the leases.
final class ComparisonView {

    private final VBox box;
    private final Label title = Widgets.label("", "text-heading");
    private final GridPane facts = new GridPane();
    private final ScrollPane pane = new ScrollPane(facts);
    private final Label more = Widgets.label("", "text-muted", "then-head");
    private final TableView<Change> table = new TableView<>();
    private @Nullable Comparison drawn;

    ComparisonView(VBox box) {
        this.box = box;
        title.setId("compared-title");
        title.getStyleClass().add("then-head");
        facts.getStyleClass().add("compared-facts");
        pane.getStyleClass().add("compared-pane");
        pane.setFitToWidth(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        table.setId("compared-leases");
        table.setAccessibleText(Text.of("timeline.compare.table"));
        table.setPlaceholder(Widgets.label(Text.of("timeline.compare.table.none"), "text-muted"));
        TableColumn<Change, Change> client = text("column.client", "mono", Change::client);
        var fits = new ArrayList<Fit<Change>>();
        fits.add(
                new Fit<>(
                        text("column.address", "mono-strong", c -> c.address().toString()),
                        124,
                        0));
        fits.add(new Fit<>(text("column.before", "text-muted", Change::before), 100, 0));
        fits.add(new Fit<>(text("column.after", "text-cell", Change::after), 100, 0));
        fits.add(new Fit<>(client, 158, 1));
        for (Fit<Change> fit : fits) table.getColumns().add(fit.column());
        var _ = new FittingColumns<>(table, fits, client);
        VBox.setVgrow(table, Priority.ALWAYS);
    }

    private static TableColumn<Change, Change> text(
            String title, String style, Function<Change, String> text) {
        return TextColumn.of(Text.of(title), style, text);
    }

    void show(@Nullable Comparison next) {
        Widgets.seen(box, next != null);
        if (next == null || next.equals(drawn)) return;
        if (drawn == null) box.getChildren().setAll(title, pane, more, table);
        drawn = next;
        title.setText(next.title());
        Widgets.seen(pane, !next.facts().isEmpty());
        Widgets.seen(table, !next.loading());
        facts.getChildren().clear();
        facts.addRow(
                0,
                Widgets.label(Text.of("timeline.compare.what"), "text-faint"),
                Widgets.label(Text.of("timeline.compare.before"), "text-faint"),
                Widgets.label(Text.of("timeline.compare.after"), "text-faint"));
        for (Line line : next.facts()) facts.addRow(facts.getRowCount(), cells(line));
        more.setText(next.more());
        table.getItems().setAll(next.leases());
    }

    /// What differs is marked by a sign, too, and not by its weight alone.
    private static Label[] cells(Line line) {
        String style = line.differs() ? "text-strong" : "text-muted";
        String sign = line.differs() ? "\u2260 " : "= ";
        return List.of(
                        Widgets.label(line.what(), style),
                        Widgets.label(line.before(), style),
                        Widgets.label(sign + line.after(), style))
                .toArray(Label[]::new);
    }
}
