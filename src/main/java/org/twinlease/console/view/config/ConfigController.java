package org.twinlease.console.view.config;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.TreeView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.document.Part;
import org.twinlease.console.model.config.ConfigModel;
import org.twinlease.console.model.config.ConfigModel.Branch;
import org.twinlease.console.model.config.ConfigModel.Inherited;
import org.twinlease.console.model.config.ConfigModel.State;
import org.twinlease.console.view.PageController;
import org.twinlease.console.view.Widgets;
import org.twinlease.console.view.draft.DraftPane;

import java.util.List;
import java.util.Objects;

/// Draws the Config page.
public final class ConfigController implements PageController {

    private final ConfigModel model;
    private final @Nullable DraftPane pane;
    private @Nullable BranchTree branches;
    private List<Inherited> drawn = List.of();
    private String shownText = "";
    @FXML private ToggleGroup parts;
    @FXML private StackPane empty;
    @FXML private HBox page;
    @FXML private TreeView<Branch> tree;
    @FXML private Label title;
    @FXML private Label where;
    @FXML private HBox choice;
    @FXML private ToggleButton form;
    @FXML private ToggleButton asText;
    @FXML private Label refusal;
    @FXML private ScrollPane formPart;
    @FXML private VBox rows;
    @FXML private ComboBox<String> key;
    @FXML private TextField value;
    @FXML private Label around;
    @FXML private VBox inherited;
    @FXML private HBox templates;
    @FXML private TextArea block;
    @FXML private Button delete;
    @FXML private VBox textPart;
    @FXML private TextArea text;

    /// Shows `model`, with `pane` beside the form where there is one.
    public ConfigController(ConfigModel model, @Nullable DraftPane pane) {
        this.model = model;
        this.pane = pane;
    }

    @FXML
    void initialize() {
        branches = new BranchTree(tree, model::choose);
        if (pane != null) page.getChildren().add(pane);
        key.getItems().setAll(model.keys().stream().map(Part.Key::key).toList());
        parts.selectedToggleProperty()
                .subscribe(
                        (before, now) -> {
                            if (now == null) parts.selectToggle(before);
                            else open(now.equals(asText));
                        });
        templates.getChildren().setAll(Templates.buttons(block));
    }

    private void open(boolean texts) {
        Widgets.seen(formPart, !texts);
        Widgets.seen(textPart, texts);
    }

    @Override
    public void enter() {
        model.shown().to(this::draw);
        if (pane != null) pane.enter();
    }

    @Override
    public void leave() {
        model.shown().toNobody();
        if (pane != null) pane.leave();
    }

    @FXML
    void add() {
        String name = key.getEditor().getText();
        if (name.isBlank()) return;
        model.add(name, value.getText());
        if (!model.shown().state().refusal().isEmpty()) return;
        key.getEditor().clear();
        value.clear();
    }

    @FXML
    void insert() {
        model.insert(block.getText());
        if (model.shown().state().refusal().isEmpty()) block.clear();
    }

    @FXML
    void removeBlock() {
        model.removeBlock();
    }

    @FXML
    void rewrite() {
        model.rewrite(text.getText());
    }

    private void draw(State state) {
        if (Widgets.empty(empty, page, state.empty(), "fth-sliders")) return;
        Objects.requireNonNull(branches).show(state.tree(), state.chosen());
        title.setText(state.title());
        where.setText(state.where());
        boolean whole = state.where().isEmpty();
        Widgets.seen(choice, !whole);
        delete.setDisable(whole);
        if (whole) form.setSelected(true);
        refusal.setText(state.refusal());
        Widgets.seen(refusal, !state.refusal().isEmpty());
        SettingLine.draw(rows, state.rows(), model);
        Widgets.seen(around, !state.inherited().isEmpty());
        if (!state.inherited().equals(drawn)) {
            drawn = state.inherited();
            inherited.getChildren().setAll(Templates.inherited(drawn, model));
        }
        // What a person types here stays until the block itself is another one.
        if (state.text().isEmpty() || state.text().equals(shownText)) return;
        shownText = state.text();
        text.setText(shownText);
    }
}
