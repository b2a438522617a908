package org.twinlease.console.view.window;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.Field;
import org.twinlease.console.model.Help;
import org.twinlease.console.model.Text;
import org.twinlease.console.view.HelpSheet;
import org.twinlease.console.view.KeyList;
import org.twinlease.console.view.Widgets;

import java.util.List;

/// A sheet above the page: the palette, the keys, or what F1 says. One at a time; the page below
/// stays as it is, and the keyboard goes back to where it was.
final class Overlay {

    private final Pane content;
    private @Nullable Node open;
    private @Nullable Node before;

    Overlay(Pane content) {
        this.content = content;
    }

    /// Shows a sheet in the place of the one before.
    void show(Node sheet) {
        Node focus = open == null ? content.getScene().getFocusOwner() : before;
        close();
        before = focus;
        sheet.getStyleClass().add("overlay");
        StackPane.setAlignment(sheet, Pos.TOP_CENTER);
        open = sheet;
        content.getChildren().add(sheet);
    }

    /// Whether there is a sheet.
    boolean isOpen() {
        return open != null;
    }

    /// Takes the sheet away; whether there was one.
    boolean close() {
        Node sheet = open;
        if (sheet == null) return false;
        open = null;
        boolean seen = content.getChildren().remove(sheet);
        Node back = before;
        if (seen && back != null && back.getScene() != null) back.requestFocus();
        return seen;
    }

    /// Shows every key, in two columns: one would be higher than a small window.
    void keys() {
        List<Field> all = KeyList.all();
        int half = (all.size() + 1) / 2;
        var columns =
                new HBox(
                        Widgets.fields(all.subList(0, half), "mono"),
                        Widgets.fields(all.subList(half, all.size()), "mono"));
        columns.getStyleClass().add("key-columns");
        var box = new VBox(Widgets.label(Text.of("keys.title"), "text-heading"), columns);
        box.getStyleClass().add("key-list");
        box.setId("key-sheet");
        box.setMaxHeight(Region.USE_PREF_SIZE);
        show(box);
    }

    /// Shows what there is to know about the control that has the keyboard.
    void help() {
        Help help = HelpSheet.of(content.getScene().getFocusOwner());
        var sheet =
                help == null
                        ? Widgets.fields(List.of(new Field(Text.of("help.nothing"), "?")), "mono")
                        : HelpSheet.sheet(help);
        sheet.setId("help-sheet");
        sheet.setMaxHeight(Region.USE_PREF_SIZE);
        show(sheet);
    }
}
