package org.twinlease.console.view.live;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import org.controlsfx.control.textfield.CustomTextField;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.twinlease.console.model.Empty;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.live.LiveModel;
import org.twinlease.console.model.live.LiveModel.Row;
import org.twinlease.console.view.PageController;
import org.twinlease.console.view.Widgets;

import java.util.List;
import java.util.Objects;

/// Draws the Live page: packets, their filter, the freeze, and one packet in full.
public final class LiveController implements PageController {

    private final LiveModel model;
    private List<Row> drawn = List.of();
    private @Nullable Empty drawnEmpty;
    private boolean drawing;
    @FXML private CustomTextField filter;
    @FXML private Label summary;
    @FXML private Label frozen;
    @FXML private Button waiting;
    @FXML private ToggleButton freeze;
    @FXML private FontIcon freezeIcon;
    @FXML private TableView<Row> table;
    @FXML private StackPane placeholder;
    @FXML private ScrollPane detail;

    public LiveController(LiveModel model) {
        this.model = model;
    }

    @FXML
    void initialize() {
        summary.setMinWidth(Region.USE_PREF_SIZE);
        LiveColumns.add(table);
        filter.textProperty().subscribe(model::filter);
        table.getSelectionModel().selectedItemProperty().subscribe(this::selected);
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
        if (model.shown().state().detail() != null) close();
        else filter.clear();
    }

    @Override
    public void pause() {
        model.freeze(!model.shown().state().frozen());
    }

    @FXML
    void freeze() {
        model.freeze(freeze.isSelected());
    }

    @FXML
    void run() {
        model.freeze(false);
    }

    private void selected(@Nullable Row row) {
        if (row != null && !drawing) model.select(row.packet());
    }

    private void close() {
        table.getSelectionModel().clearSelection();
        model.close();
        table.requestFocus();
    }

    /// The packet in full is the selected one, wherever it was opened from.
    private void select(LiveModel.@Nullable Detail open) {
        var selection = table.getSelectionModel();
        Row selected = selection.getSelectedItem();
        if (open == null) selection.clearSelection();
        else if (selected == null || selected.packet().sequence() != open.sequence()) {
            for (int i = 0; i < drawn.size(); i++) {
                if (drawn.get(i).packet().sequence() == open.sequence()) selection.select(i);
            }
        }
    }

    private void draw(LiveModel.State state) {
        drawing = true;
        if (!state.rows().equals(drawn)) {
            drawn = state.rows();
            table.getItems().setAll(drawn);
        }
        var open = state.detail();
        select(open);
        drawing = false;
        summary.setText(state.summary());
        Widgets.seen(frozen, state.frozen());
        Widgets.seen(waiting, state.waiting() > 0);
        waiting.setText(Text.of("live.waiting", state.waiting()));
        freeze.setSelected(state.frozen());
        freeze.setText(Text.of(state.frozen() ? "live.run" : "live.freeze"));
        freezeIcon.setIconLiteral(state.frozen() ? "fth-play" : "fth-pause");
        Empty empty = state.empty();
        if (empty != null && !Objects.equals(empty, drawnEmpty)) {
            placeholder.getChildren().setAll(Widgets.empty(empty, "fth-radio"));
        }
        drawnEmpty = empty;
        Widgets.seen(detail, open != null);
        if (open != null) PacketDetail.draw(detail, open, this::close);
    }
}
