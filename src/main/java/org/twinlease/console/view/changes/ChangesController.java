package org.twinlease.console.view.changes;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.changes.ChangesModel;
import org.twinlease.console.model.changes.ChangesModel.Detail;
import org.twinlease.console.model.changes.ChangesModel.Row;
import org.twinlease.console.model.changes.ChangesModel.State;
import org.twinlease.console.model.draft.DraftPaneModel.Sheet;
import org.twinlease.console.view.PageController;
import org.twinlease.console.view.Widgets;
import org.twinlease.console.view.draft.SheetView;

import java.util.List;

/// Draws the Changes page.
public final class ChangesController implements PageController {

    private final ChangesModel model;
    private boolean drawing;
    private @Nullable Detail drawn;
    @FXML private StackPane empty;
    @FXML private HBox page;
    @FXML private ListView<Row> list;
    @FXML private Label title;
    @FXML private VBox fields;
    @FXML private Button undo;
    @FXML private Label note;
    @FXML private Label message;
    @FXML private VBox sheets;

    public ChangesController(ChangesModel model) {
        this.model = model;
    }

    @FXML
    void initialize() {
        list.setCellFactory(_ -> new ChangeCell());
        list.getSelectionModel()
                .selectedIndexProperty()
                .subscribe(
                        at -> {
                            if (!drawing && at.intValue() >= 0) model.choose(at.intValue());
                        });
    }

    @FXML
    void undo() {
        model.undo();
    }

    @Override
    public boolean press(KeyCode key) {
        if (key != KeyCode.U || undo.isDisabled()) return false;
        model.undo();
        return true;
    }

    @Override
    public void enter() {
        model.shown().to(this::draw);
    }

    @Override
    public void leave() {
        model.shown().toNobody();
    }

    private void draw(State state) {
        if (Widgets.empty(empty, page, state.empty(), "fth-rotate-ccw")) return;
        drawing = true;
        if (!list.getItems().equals(state.rows())) list.getItems().setAll(state.rows());
        list.getSelectionModel().select(state.chosen());
        drawing = false;
        Widgets.fact(message, state.message());
        Detail detail = state.detail();
        if (detail == null || detail.equals(drawn)) return;
        drawn = detail;
        title.setText(detail.title());
        fields.getChildren().setAll(Widgets.fields(detail.fields(), "text-strong"));
        undo.setDisable(!detail.undo());
        note.setText(detail.note());
        Widgets.seen(note, !detail.note().isEmpty());
        draw(detail.sheets());
    }

    private void draw(List<Sheet> wanted) {
        List<Node> views = sheets.getChildren();
        while (views.size() > wanted.size()) views.removeLast();
        while (views.size() < wanted.size()) views.add(new SheetView());
        for (int i = 0; i < wanted.size(); i++) {
            if (views.get(i) instanceof SheetView view) view.show(wanted.get(i));
        }
    }
}
