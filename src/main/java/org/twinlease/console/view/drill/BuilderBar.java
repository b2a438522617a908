package org.twinlease.console.view.drill;

import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

import org.twinlease.console.model.Text;
import org.twinlease.console.model.drill.DrillModel;
import org.twinlease.console.view.Widgets;

/// What stands above the library and the text: blocks to put into the drill, and its file.
final class BuilderBar {

    private BuilderBar() {}

    static void fill(HBox row, DrillModel model) {
        MenuButton add = RunBar.menu("", "fth-plus");
        add.setAccessibleText(Text.of("drill.add"));
        add.setId("add");
        add.setTooltip(new Tooltip(Text.of("drill.add.tip")));
        ActMenu.bind(add, model.script()::offers, model.script()::add);
        Button open = file("open", "fth-folder", Text.of("drill.open"));
        open.setOnAction(_ -> model.open());
        Button save = file("save", "fth-save", Text.of("drill.save"));
        save.setOnAction(_ -> model.save());
        row.getChildren().setAll(Widgets.space(), add, open, save);
    }

    private static Button file(String id, String icon, String words) {
        Button button = RunBar.button(id, "", icon, words);
        button.setAccessibleText(words);
        button.getStyleClass().add("icon-only");
        return button;
    }
}
