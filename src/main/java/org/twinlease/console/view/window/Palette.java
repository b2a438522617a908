package org.twinlease.console.view.window;

import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.twinlease.console.model.Text;
import org.twinlease.console.model.palette.PaletteModel;
import org.twinlease.console.model.palette.PaletteModel.Command;
import org.twinlease.console.model.palette.PaletteModel.State;
import org.twinlease.console.view.Widgets;

/// The command palette: a field and what fits to it.
final class Palette extends VBox {

    private static final double LINE = 32;

    private final PaletteModel model;
    private final Overlay overlay;
    private final TextField field = new TextField();
    private final ListView<Command> list = new ListView<>();

    Palette(PaletteModel model, Overlay overlay) {
        this.model = model;
        this.overlay = overlay;
        setId("palette");
        getStyleClass().add("palette");
        field.setPromptText(Text.of("palette.prompt"));
        field.setAccessibleText(Text.of("palette.prompt"));
        field.textProperty().subscribe(model::type);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.setFixedCellSize(LINE);
        list.setCellFactory(_ -> new CommandCell());
        list.setFocusTraversable(false);
        list.setOnMouseClicked(
                _ -> {
                    int at = list.getSelectionModel().getSelectedIndex();
                    model.move(at - model.shown().state().chosen());
                    run();
                });
        getChildren().setAll(field, list);
    }

    void open() {
        field.clear();
        model.open();
        model.shown().to(this::draw);
        overlay.show(this);
        field.requestFocus();
    }

    private void key(KeyEvent key) {
        switch (key.getCode()) {
            case DOWN -> model.move(1);
            case UP -> model.move(-1);
            case ENTER -> run();
            default -> {
                return;
            }
        }
        key.consume();
    }

    private void run() {
        model.shown().toNobody();
        overlay.close();
        model.run();
    }

    private void draw(State state) {
        if (!list.getItems().equals(state.fitting())) list.getItems().setAll(state.fitting());
        list.getSelectionModel().select(state.chosen());
        if (state.chosen() >= 0) list.scrollTo(Math.max(0, state.chosen() - 4));
    }

    private static final class CommandCell extends ListCell<Command> {
        @Override
        protected void updateItem(Command command, boolean empty) {
            super.updateItem(command, empty);
            setText("");
            if (empty) {
                setGraphic(null);
                return;
            }
            var line =
                    new HBox(
                            Widgets.label(command.title(), "text-strong"),
                            Widgets.space(),
                            Widgets.label(command.group(), "text-muted"));
            if (!command.keys().isEmpty()) {
                line.getChildren().add(Widgets.label(command.keys(), "key-hint"));
            }
            line.getStyleClass().add("pair-line");
            setGraphic(line);
            setAccessibleText(command.group() + " " + command.title());
        }
    }
}
