package org.twinlease.console.view.draft;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.draft.DraftPaneModel;
import org.twinlease.console.model.draft.DraftPaneModel.Sheet;
import org.twinlease.console.model.draft.DraftPaneModel.State;
import org.twinlease.console.model.draft.DraftPaneModel.Trouble;
import org.twinlease.console.view.Widgets;

import java.util.ArrayList;
import java.util.List;

/// The texts with their changed lines, or the problems; above both what is not written yet, undo
/// and redo.
public final class DraftPane extends VBox {

    private final DraftPaneModel model;
    private final Region dot = new Region();
    private final Label standing = Widgets.label("", "text-strong");
    private final Button undo = icon("fth-corner-up-left", "undo", "draft.undo", "Ctrl+Z");
    private final Button redo = icon("fth-corner-up-right", "redo", "draft.redo", "Ctrl+Y");
    private final Button go = new Button(Text.of("draft.review"));
    private final ToggleButton files = segment("files", Text.of("draft.files"));
    private final ToggleButton problems = segment("problems", Text.of("draft.problems"));
    private final ComboBox<String> choice = new ComboBox<>();
    private boolean drawing;
    private final VBox sheets = new VBox();
    private final VBox troubles = new VBox();
    private final ScrollPane troublesPane = new ScrollPane(troubles);
    private final VBox texts = new VBox();
    private List<Trouble> drawn = List.of();
    private int spotted;

    /// `review` leads to where changes are looked through and applied.
    public DraftPane(DraftPaneModel model, Runnable review) {
        this.model = model;
        go.getStyleClass().add("small-button");
        go.setId("review");
        go.setOnAction(_ -> review.run());
        getStyleClass().addAll("card", "draft-pane");
        dot.getStyleClass().add("dot");
        undo.setOnAction(_ -> model.draft().undo());
        redo.setOnAction(_ -> model.draft().redo());
        var head = new HBox(dot, standing, Widgets.space(), undo, redo, go);
        head.getStyleClass().add("pair-line");
        var parts = new ToggleGroup();
        files.setToggleGroup(parts);
        problems.setToggleGroup(parts);
        var segments = new HBox(files, problems);
        choice.setId("file");
        choice.setAccessibleText(Text.of("draft.files"));
        choice.getSelectionModel()
                .selectedIndexProperty()
                .subscribe(
                        index -> {
                            if (!drawing && index.intValue() >= 0) model.choose(index.intValue());
                        });
        segments.getStyleClass().add("segments");
        segments.setMinWidth(USE_PREF_SIZE);
        var row = new HBox(segments, Widgets.space(), choice);
        row.getStyleClass().add("pair-line");
        sheets.getStyleClass().add("sheets");
        texts.getChildren().setAll(sheets);
        troubles.getStyleClass().add("troubles");
        troublesPane.getStyleClass().add("bare");
        troublesPane.setFitToWidth(true);
        troublesPane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        for (Region body : List.of(sheets, texts, troublesPane)) {
            VBox.setVgrow(body, Priority.ALWAYS);
        }
        getChildren().setAll(head, row, texts, troublesPane);
        open(false);
    }

    private static Button icon(String icon, String id, String key, String shortcut) {
        var button = new Button();
        button.setGraphic(Widgets.icon(icon));
        button.getStyleClass().add("icon-button");
        button.setId(id);
        button.setAccessibleText(Text.of(key));
        button.setTooltip(new Tooltip(Text.of(key) + " (" + shortcut + ")"));
        return button;
    }

    private ToggleButton segment(String id, String words) {
        var button = new ToggleButton(words);
        button.getStyleClass().add("segment");
        button.setId(id);
        button.setOnAction(_ -> open(id.equals("problems")));
        return button;
    }

    /// Shows the problems, or the texts.
    public void open(boolean troubled) {
        problems.setSelected(troubled);
        files.setSelected(!troubled);
        Widgets.seen(troublesPane, troubled);
        Widgets.seen(texts, !troubled);
        choice.setVisible(!troubled);
    }

    /// From now on draws what there is.
    public void enter() {
        model.shown().to(this::draw);
    }

    /// Draws no more.
    public void leave() {
        model.shown().toNobody();
    }

    private void draw(State state) {
        Widgets.tone(dot, state.standing().tone());
        standing.setText(state.standing().words());
        undo.setDisable(!state.undo());
        redo.setDisable(!state.redo());
        int count = state.problems().size();
        problems.setText(
                count == 0 ? Text.of("draft.problems") : Text.of("draft.problems.count", count));
        drawing = true;
        if (!choice.getItems().equals(state.files())) choice.getItems().setAll(state.files());
        choice.getSelectionModel().select(state.chosen());
        drawing = false;
        draw(state.sheets());
        if (!state.problems().equals(drawn) || troubles.getChildren().isEmpty()) problems(state);
        if (state.spot().serial() == spotted) return;
        spotted = state.spot().serial();
        open(false);
        for (Node node : sheets.getChildren()) {
            if (node instanceof SheetView sheet && sheet.isOf(state.spot().file())) {
                sheet.spot(state.spot().line());
            }
        }
    }

    private void draw(List<Sheet> all) {
        List<Node> views = sheets.getChildren();
        while (views.size() > all.size()) views.removeLast();
        while (views.size() < all.size()) views.add(new SheetView());
        for (int i = 0; i < all.size(); i++) {
            if (views.get(i) instanceof SheetView view) view.show(all.get(i));
        }
    }

    private void problems(State state) {
        drawn = state.problems();
        List<Node> lines = new ArrayList<>();
        Node all = fixAll(state);
        if (all != null) lines.add(all);
        for (int i = 0; i < drawn.size(); i++) lines.add(new TroubleLine(drawn.get(i), model, i));
        if (drawn.isEmpty()) {
            lines.add(Widgets.label(Text.of("draft.problems.none"), "text-strong"));
            lines.add(Widgets.paragraph(Text.of("draft.problems.none.more"), "text-muted"));
        }
        troubles.getChildren().setAll(lines);
    }

    private @Nullable Node fixAll(State state) {
        if (state.fixes() < 2) return null;
        var all = new Button(Text.of("draft.fix.all", state.fixes()));
        all.getStyleClass().add("small-button");
        all.setId("fix-all");
        all.setOnAction(_ -> model.draft().fixAll());
        return all;
    }
}
