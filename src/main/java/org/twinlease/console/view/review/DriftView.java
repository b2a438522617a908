package org.twinlease.console.view.review;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.twinlease.console.model.Text;
import org.twinlease.console.model.drift.DriftModel;
import org.twinlease.console.model.drift.DriftModel.Row;
import org.twinlease.console.model.drift.DriftModel.State;
import org.twinlease.console.view.Placeholder;
import org.twinlease.console.view.Widgets;

/// What the halves say differently: a row a difference, in three columns, with the order to take
/// what one of the two says.
final class DriftView extends VBox {

    private final DriftModel model;
    private final Label summary = Widgets.label("", "text-strong");
    private final Button before = button("drift-before", "drift.before");
    private final Button after = button("drift-after", "drift.after");
    private final Button one = button("drift-one", "");
    private final Button two = button("drift-two", "");
    private final Label message = Widgets.paragraph("", "deed-message");
    private final Label live = Widgets.paragraph("", "text-muted");
    private final HBox heads = new HBox();
    private final ListView<Row> list = new ListView<>();
    private final StackPane none = new StackPane();
    private final Placeholder empty = new Placeholder(none, "fth-check-circle");
    private boolean drawing;

    DriftView(DriftModel model) {
        this.model = model;
        setId("drift-view");
        getStyleClass().addAll("card", "drift-view");
        before.setOnAction(_ -> model.move(-1));
        after.setOnAction(_ -> model.move(1));
        one.setOnAction(_ -> model.take(0));
        two.setOnAction(_ -> model.take(1));
        list.setId("drift-list");
        list.getStyleClass().add("drift-list");
        list.setCellFactory(_ -> new DriftCell());
        list.setAccessibleText(Text.of("review.drift"));
        list.getSelectionModel()
                .selectedIndexProperty()
                .subscribe(
                        at -> {
                            if (!drawing && at.intValue() >= 0) model.choose(at.intValue());
                        });
        var bar = new HBox(summary, Widgets.space(), before, after, one, two);
        bar.getStyleClass().add("pair-line");
        heads.getStyleClass().add("drift-heads");
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox.setVgrow(none, Priority.ALWAYS);
        getChildren().setAll(bar, message, heads, list, none, live);
    }

    private static Button button(String id, String key) {
        var button = new Button(key.isEmpty() ? "" : Text.of(key));
        button.setId(id);
        button.getStyleClass().add("small-button");
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    /// N, P, 1 and 2.
    boolean press(KeyCode key) {
        switch (key) {
            case N -> model.move(1);
            case P -> model.move(-1);
            case DIGIT1, NUMPAD1 -> model.take(0);
            case DIGIT2, NUMPAD2 -> model.take(1);
            default -> {
                return false;
            }
        }
        return true;
    }

    void show(State state) {
        boolean there = state.empty() == null;
        Widgets.seen(list, there);
        Widgets.seen(heads, there);
        Widgets.seen(none, !there);
        for (Button button : new Button[] {before, after, one, two}) Widgets.seen(button, there);
        empty.show(state.empty());
        summary.setText(state.summary());
        Widgets.fact(message, state.message());
        Widgets.fact(live, state.live());
        if (!there) return;
        before.setDisable(state.chosen() <= 0);
        after.setDisable(state.chosen() >= state.rows().size() - 1);
        String first = state.servers().getFirst();
        String second = state.servers().getLast();
        one.setText(Text.of("drift.take.one", first));
        two.setText(Text.of("drift.take.two", second));
        heads.getChildren()
                .setAll(
                        DriftCell.column(head(Text.of("review.says", first))),
                        DriftCell.column(head(Text.of("drift.common"))),
                        DriftCell.column(head(Text.of("review.says", second))));
        drawing = true;
        if (!list.getItems().equals(state.rows())) list.getItems().setAll(state.rows());
        if (list.getSelectionModel().getSelectedIndex() != state.chosen()) {
            list.getSelectionModel().select(state.chosen());
            list.scrollTo(Math.max(0, state.chosen() - 1));
        }
        drawing = false;
    }

    private static Label head(String words) {
        return Widgets.label(words, "text-faint");
    }
}
