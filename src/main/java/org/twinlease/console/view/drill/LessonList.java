package org.twinlease.console.view.drill;

import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.drill.DrillModel;
import org.twinlease.console.model.drill.DrillModel.Lesson;
import org.twinlease.console.view.Widgets;

import java.util.List;

/// The drills of the library, each with what it teaches. Choosing one opens it; Enter turns to its
/// text.
final class LessonList {

    private static final double MARGIN = 40;

    private final ListView<Lesson> list;
    private boolean drawing;

    LessonList(ListView<Lesson> list, DrillModel model, Runnable text) {
        this.list = list;
        list.setCellFactory(_ -> new Cell());
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe(
                        chosen -> {
                            if (chosen != null && !drawing) model.choose(chosen.name());
                        });
        list.addEventHandler(
                KeyEvent.KEY_PRESSED,
                key -> {
                    if (key.getCode() == KeyCode.ENTER) text.run();
                });
    }

    void show(List<Lesson> lessons, String chosen) {
        drawing = true;
        if (!list.getItems().equals(lessons)) list.getItems().setAll(lessons);
        if (chosen.isEmpty()) list.getSelectionModel().clearSelection();
        for (Lesson each : lessons) {
            if (each.name().equals(chosen)) list.getSelectionModel().select(each);
        }
        drawing = false;
    }

    private final class Cell extends ListCell<Lesson> {

        @Override
        protected void updateItem(@Nullable Lesson lesson, boolean empty) {
            super.updateItem(lesson, empty);
            setText(null);
            setGraphic(null);
            if (empty || lesson == null) return;
            var title = Widgets.paragraph(lesson.title(), "text-strong");
            var teaches = Widgets.paragraph(lesson.teaches(), "text-muted");
            var box = new VBox(title, teaches);
            box.prefWidthProperty().bind(list.widthProperty().subtract(MARGIN));
            box.maxWidthProperty().bind(list.widthProperty().subtract(MARGIN));
            setGraphic(box);
        }

        /// As high as the words are at the width that there is.
        @Override
        protected double computePrefHeight(double width) {
            if (!(getGraphic() instanceof VBox box)) return super.computePrefHeight(width);
            double words = box.prefHeight(list.getWidth() - MARGIN);
            return snappedTopInset() + words + snappedBottomInset();
        }
    }
}
