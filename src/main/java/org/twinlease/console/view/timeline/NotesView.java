package org.twinlease.console.view.timeline;

import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.timeline.NotesModel;
import org.twinlease.console.model.timeline.NotesModel.Bookmark;
import org.twinlease.console.model.timeline.TimelineModel;
import org.twinlease.console.view.Widgets;

import java.util.List;

/// The bookmarks as a menu, the name of the chosen moment where it has one, and what to do next for
/// a comparison.
final class NotesView {

    private final TimelineModel model;
    private final MenuButton bookmarks = new MenuButton();
    private final ToggleButton compare = new ToggleButton();
    private final TextField name = new TextField();
    private final HBox naming;
    private final Label asked = Widgets.label("", "text-muted");
    private List<Bookmark> drawn = List.of();
    private long named;

    /// Puts its buttons before those in `tools`, and what it says and asks into `noted`.
    NotesView(TimelineModel model, HBox tools, VBox noted) {
        this.model = model;
        bookmarks.setId("bookmarks");
        bookmarks.getStyleClass().addAll("freeze", "menu-tool");
        bookmarks.setTooltip(new Tooltip(Text.of("timeline.bookmarks.tip")));
        Button mark = new Button();
        shape(mark, "mark", "fth-bookmark", Text.of("timeline.bookmark"), this::bookmark);
        String comparing = Text.of("timeline.compare");
        shape(compare, "compare", "fth-columns", comparing, model.notes()::compare);
        Button story = new Button();
        shape(story, "story", "fth-file-text", Text.of("timeline.story"), model::story);
        tools.getChildren().addAll(0, List.of(bookmarks, mark, compare, story));
        Button remove = new Button(Text.of("timeline.bookmark.remove"));
        remove.setId("unmark");
        remove.getStyleClass().add("freeze");
        remove.setOnAction(_ -> model.notes().remove());
        name.setId("bookmark-name");
        name.setAccessibleText(Text.of("timeline.bookmark.name"));
        name.setPromptText(Text.of("timeline.bookmark.name"));
        name.setOnAction(_ -> keep());
        name.focusedProperty().subscribe(focused -> left(focused));
        name.addEventFilter(KeyEvent.KEY_PRESSED, this::escape);
        HBox.setHgrow(name, Priority.ALWAYS);
        naming = new HBox(new FontIcon("fth-bookmark"), name, remove);
        naming.getStyleClass().add("table-line");
        noted.getChildren().setAll(naming, asked);
    }

    private static void shape(
            ButtonBase button, String id, String icon, String words, Runnable action) {
        button.setId(id);
        button.getStyleClass().addAll("freeze", "icon-only");
        button.setGraphic(new FontIcon(icon));
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(words));
        button.setOnAction(_ -> action.run());
    }

    /// Gives the moment a name, which can be typed over at once.
    void bookmark() {
        model.bookmark();
        if (!naming.isVisible()) return;
        name.requestFocus();
        name.selectAll();
    }

    private void left(boolean focused) {
        if (!focused) keep();
    }

    private void keep() {
        var here = model.shown().state().notes().here();
        String typed = name.getText();
        if (here == null || here.atMillis() != named || here.name().equals(typed)) return;
        model.notes().rename(typed);
    }

    /// The name stays what it was.
    private void escape(KeyEvent key) {
        var here = model.shown().state().notes().here();
        if (key.getCode() != KeyCode.ESCAPE || here == null) return;
        if (name.getText().equals(here.name())) return;
        name.setText(here.name());
        key.consume();
    }

    void show(NotesModel.State state) {
        var here = state.here();
        Widgets.seen(naming, here != null);
        if (here != null && here.atMillis() != named) name.setText(here.name());
        named = here == null ? 0 : here.atMillis();
        compare.setSelected(state.fromMillis() > 0);
        asked.setText(state.asked());
        Widgets.seen(asked, !state.asked().isEmpty());
        Widgets.seen(bookmarks, !state.bookmarks().isEmpty());
        if (state.bookmarks().equals(drawn)) return;
        drawn = state.bookmarks();
        bookmarks.setText(Text.of("timeline.bookmarks", drawn.size()));
        bookmarks.getItems().setAll(drawn.stream().map(this::item).toList());
    }

    private MenuItem item(Bookmark mark) {
        var item = new MenuItem(Text.of("timeline.bookmarks.item", mark.when(), mark.name()));
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> model.go(mark.atMillis()));
        return item;
    }
}
