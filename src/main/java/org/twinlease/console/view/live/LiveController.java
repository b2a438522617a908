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
import org.twinlease.console.model.Text;
import org.twinlease.console.model.live.LiveModel;
import org.twinlease.console.model.live.LiveModel.Group;
import org.twinlease.console.model.live.LiveRow;
import org.twinlease.console.view.PageController;
import org.twinlease.console.view.Placeholder;
import org.twinlease.console.view.Widgets;
import org.twinlease.value.Ip4;

import java.util.Objects;
import java.util.function.Consumer;

/// Draws the Live page: the flow, its filters, the freeze and the steps, and one passage in full.
public final class LiveController implements PageController {

    private final LiveModel model;
    private final Consumer<Ip4> openLease;
    private @Nullable LiveColumns columns;
    private @Nullable PassageDetail passage;
    private @Nullable Placeholder nothing;
    private boolean drawing;
    @FXML private CustomTextField filter;
    @FXML private Label summary;
    @FXML private Button waiting;
    @FXML private ToggleButton freeze;
    @FXML private FontIcon freezeIcon;
    @FXML private ToggleButton clients;
    @FXML private ToggleButton updates;
    @FXML private ToggleButton link;
    @FXML private ToggleButton bundle;
    @FXML private Label saved;
    @FXML private TableView<LiveRow> table;
    @FXML private StackPane placeholder;
    @FXML private ScrollPane detail;

    public LiveController(LiveModel model, Consumer<Ip4> openLease) {
        this.model = model;
        this.openLease = openLease;
    }

    @FXML
    void initialize() {
        summary.setMinWidth(Region.USE_PREF_SIZE);
        columns = new LiveColumns(table);
        nothing = new Placeholder(placeholder, "fth-radio");
        passage = new PassageDetail(detail, this::close, model::jump, filter::setText, openLease);
        filter.textProperty().subscribe(model::filter);
        table.getSelectionModel().selectedItemProperty().subscribe(this::selected);
        LiveSelection.whenStepped(table, model, filter::setText);
        LiveSelection.whenScrolledBack(table, this::stay);
    }

    /// Who goes back to look is not carried away by what comes.
    private void stay() {
        if (!model.shown().state().frozen()) model.freeze(true);
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

    @FXML
    @Override
    public void pause() {
        model.freeze(!model.shown().state().frozen());
    }

    @FXML
    void stepBack() {
        model.step(false);
    }

    @FXML
    void stepOn() {
        model.step(true);
    }

    @FXML
    void choose() {
        model.show(Group.CLIENTS, clients.isSelected());
        model.show(Group.UPDATES, updates.isSelected());
        model.show(Group.LINK, link.isSelected());
        model.bundle(bundle.isSelected());
    }

    @FXML
    @Override
    public void export() {
        model.export();
    }

    private void selected(@Nullable LiveRow row) {
        if (row != null && !drawing) model.select(row);
    }

    private void close() {
        table.getSelectionModel().clearSelection();
        model.close();
        table.requestFocus();
    }

    private void draw(LiveModel.State state) {
        drawing = true;
        Objects.requireNonNull(columns).show(state);
        LiveSelection.follow(table, state);
        drawing = false;
        summary.setText(state.summary());
        Widgets.seen(waiting, state.waiting() > 0);
        waiting.setText(Text.of("live.waiting", state.waiting()));
        freeze.setSelected(state.frozen());
        freeze.setText(Text.of(state.frozen() ? "live.run" : "live.freeze"));
        freezeIcon.setIconLiteral(state.frozen() ? "fth-play" : "fth-pause");
        Widgets.fact(saved, state.saved());
        Objects.requireNonNull(nothing).show(state.empty());
        var open = state.detail();
        Widgets.seen(detail, open != null);
        if (open != null) Objects.requireNonNull(passage).draw(open);
    }
}
