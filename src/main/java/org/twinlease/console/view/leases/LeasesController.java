package org.twinlease.console.view.leases;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import org.controlsfx.control.textfield.CustomTextField;
import org.controlsfx.control.textfield.TextFields;
import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.ConsoleFiles;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.leases.LeaseRows;
import org.twinlease.console.model.leases.LeasesModel;
import org.twinlease.console.model.leases.LeasesModel.Chip;
import org.twinlease.console.view.PageController;
import org.twinlease.console.view.Placeholder;
import org.twinlease.console.view.Widgets;

import java.util.List;
import java.util.Objects;

/// Draws the Leases page: the table, its filters, and the drawer beside it.
public final class LeasesController implements PageController {

    private final LeasesModel model;
    private final RowList rows = new RowList();
    private @Nullable LeaseTableParts parts;
    private List<Chip> drawnChips = List.of();
    private @Nullable Placeholder nothing;
    @FXML private CustomTextField filter;
    @FXML private HBox chips;
    @FXML private ToggleButton differ;
    @FXML private Label summary;
    @FXML private Button waiting;
    @FXML private TableView<Integer> table;
    @FXML private StackPane placeholder;
    @FXML private HBox tools;
    @FXML private Label saved;
    @FXML private ScrollPane drawer;

    public LeasesController(LeasesModel model) {
        this.model = model;
    }

    @FXML
    void initialize() {
        summary.setMinWidth(Region.USE_PREF_SIZE);
        parts = new LeaseTableParts(table, rows, model);
        nothing = new Placeholder(placeholder, "fth-inbox");
        table.setItems(rows);
        filter.textProperty().subscribe(text -> typed(text));
        TextFields.bindAutoCompletion(filter, typed -> model.completions(typed.getUserText()));
        var _ = new LeaseMenus(tools, model);
        table.getSelectionModel().selectedItemProperty().subscribe(parts::selected);
    }

    @Override
    public void enter() {
        model.shown().to(this::draw);
        table.requestFocus();
    }

    @Override
    public void leave() {
        model.shown().toNobody();
    }

    @Override
    public void back() {
        if (model.shown().state().drawer() != null) close();
        else filter.clear();
    }

    @Override
    public void export() {
        model.export(ConsoleFiles.Leases.CSV);
    }

    @FXML
    void onlyDiffering() {
        model.onlyDiffering(differ.isSelected());
    }

    @FXML
    void refresh() {
        model.refresh();
    }

    private void typed(String text) {
        if (!text.equals(model.shown().state().look().text())) model.search(text);
    }

    private void close() {
        parts().clearSelection();
        model.close();
        table.requestFocus();
    }

    private LeaseTableParts parts() {
        return Objects.requireNonNull(parts);
    }

    private void draw(LeasesModel.State state) {
        LeaseRows next = state.rows();
        var open = state.drawer();
        parts().show(next, state.now(), open == null ? null : open.address());
        summary.setText(state.summary());
        String typed = state.look().text();
        if (!filter.getText().equals(typed)) filter.setText(typed);
        parts().wear(state.look());
        Widgets.fact(saved, state.saved());
        Widgets.seen(waiting, state.waiting() > 0);
        waiting.setText(Text.of("leases.waiting", state.waiting()));
        drawChips(state.chips());
        draw(state.beside());
        Objects.requireNonNull(nothing).show(state.empty());
        Widgets.seen(drawer, open != null);
        if (open != null) DrawerView.draw(drawer, open, model, this::close);
    }

    private void draw(LeasesModel.@Nullable Beside beside) {
        Widgets.seen(differ, beside != null);
        if (beside == null || beside.equals(differ.getUserData())) return;
        differ.setUserData(beside);
        differ.setText(Text.of("leases.differ", beside.differing()));
        differ.setSelected(beside.chosen());
        Widgets.tone(differ, beside.differing() > 0 ? Tone.WATCH : Tone.PLAIN);
        String more = beside.old() ? "leases.differ.old" : "leases.differ.more";
        differ.setTooltip(new Tooltip(Text.of(more, beside.name())));
    }

    private void drawChips(List<Chip> next) {
        if (next.equals(drawnChips)) return;
        drawnChips = next;
        ChipRow.draw(chips, next, model::only);
    }
}
