package org.twinlease.console.view.leases;

import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.controlsfx.control.PopOver;
import org.twinlease.console.model.ConsoleFiles;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.leases.LeaseLook.Grouping;
import org.twinlease.console.model.leases.LeaseRows.Column;
import org.twinlease.console.model.leases.LeasesModel;
import org.twinlease.console.model.leases.SavedViews.Named;
import org.twinlease.console.view.Widgets;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What can be done with the lease table as a whole: looks that have a name, groups, columns,
/// export. What a menu offers is looked up when it opens.
final class LeaseMenus {

    private final LeasesModel model;
    private final MenuButton views;

    LeaseMenus(HBox row, LeasesModel model) {
        this.model = model;
        views = menu("views", "fth-bookmark", "leases.views");
        MenuButton groups = menu("groups", "fth-layers", "leases.group");
        MenuButton columns = menu("columns", "fth-columns", "leases.columns");
        MenuButton export = menu("export", "fth-download", "leases.export");
        views.setOnShowing(_ -> views.getItems().setAll(views()));
        groups.setOnShowing(_ -> groups.getItems().setAll(groups()));
        columns.setOnShowing(_ -> columns.getItems().setAll(columns()));
        for (ConsoleFiles.Leases format : ConsoleFiles.Leases.values()) {
            export.getItems().add(item(words(format), () -> model.export(format)));
        }
        // A menu without items would not open, and so never ask for any.
        views.getItems().setAll(views());
        groups.getItems().setAll(groups());
        columns.getItems().setAll(columns());
        row.getChildren().setAll(views, groups, columns, export);
    }

    private static MenuButton menu(String id, String icon, String words) {
        var menu = new MenuButton();
        menu.setId(id);
        menu.setGraphic(Widgets.icon(icon));
        menu.getStyleClass().addAll("freeze", "menu-tool");
        menu.setTooltip(new Tooltip(Text.of(words)));
        menu.setAccessibleText(Text.of(words));
        return menu;
    }

    private static MenuItem item(String words, Runnable action) {
        var item = new MenuItem(words);
        // A name is not to be taken for a key.
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private List<MenuItem> views() {
        var items = new ArrayList<MenuItem>();
        var forget = new Menu(Text.of("views.forget"));
        for (Named view : model.views().all()) {
            items.add(item(view.name(), () -> model.look(view.look())));
            if (view.own()) {
                forget.getItems().add(item(view.name(), () -> model.views().remove(view.name())));
            }
        }
        items.add(new SeparatorMenuItem());
        items.add(item(Text.of("views.save"), this::askName));
        if (!forget.getItems().isEmpty()) items.add(forget);
        return items;
    }

    /// Asks for the name of a look in a small window under the button.
    private void askName() {
        var name = new TextField();
        name.setId("view-name");
        name.setPromptText(Text.of("views.name"));
        var save = new Button(Text.of("views.keep"));
        save.setId("view-save");
        save.setDefaultButton(true);
        save.disableProperty().bind(name.textProperty().map(String::isBlank));
        var line = new HBox(name, save);
        line.getStyleClass().add("table-line");
        var box = new VBox(Widgets.label(Text.of("views.title"), "text-strong"), line);
        box.getStyleClass().add("popover");
        var popOver = new PopOver(box);
        popOver.setArrowLocation(PopOver.ArrowLocation.TOP_CENTER);
        popOver.setAnimated(false);
        save.setOnAction(
                _ -> {
                    model.views().save(name.getText(), model.shown().state().look());
                    popOver.hide();
                });
        popOver.show(views);
        name.requestFocus();
    }

    private List<MenuItem> groups() {
        Grouping now = model.shown().state().look().grouping();
        return List.of(Grouping.values()).stream()
                .<MenuItem>map(
                        by -> {
                            var item = new RadioMenuItem(words(by));
                            item.setSelected(by == now);
                            item.setOnAction(_ -> model.group(by));
                            return item;
                        })
                .toList();
    }

    private List<MenuItem> columns() {
        var look = model.shown().state().look();
        return List.of(Column.values()).stream()
                .filter(column -> column != Column.PEER || model.isCompared())
                .<MenuItem>map(
                        column -> {
                            var item = new CheckMenuItem(words(column));
                            item.setSelected(look.columns().contains(column));
                            item.setDisable(column == Column.ADDRESS);
                            item.setOnAction(_ -> model.show(column, item.isSelected()));
                            return item;
                        })
                .toList();
    }

    private static String words(ConsoleFiles.Leases format) {
        return switch (format) {
            case CSV -> Text.of("leases.export.csv");
            case JSON -> Text.of("leases.export.json");
            case ISC -> Text.of("leases.export.isc");
        };
    }

    private static String words(Grouping by) {
        return switch (by) {
            case NONE -> Text.of("group.none");
            case STATE -> Text.of("group.state");
            case POOL -> Text.of("group.pool");
        };
    }

    /// A column's head stands in capitals; a menu is to be read.
    private static String words(Column column) {
        String head = Text.of(LeaseTableParts.title(column));
        if (head.equals(head.toUpperCase(Locale.ROOT)) && head.length() <= 5) return head;
        return head.charAt(0) + head.substring(1).toLowerCase(Locale.ROOT);
    }
}
