package org.twinlease.console.view.leases;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.leases.Copies;
import org.twinlease.console.model.leases.LeasesModel;
import org.twinlease.console.model.leases.LeasesModel.Chapter;
import org.twinlease.console.model.leases.LeasesModel.Deed;
import org.twinlease.console.model.leases.LeasesModel.Drawer;
import org.twinlease.console.view.Widgets;

/// One lease in full: what it is in a sentence, what can be done, its story, its record. Drawn anew
/// only when it says something else, so that buttons keep the keyboard's focus.
final class DrawerView {

    private DrawerView() {}

    static void draw(ScrollPane pane, Drawer drawer, LeasesModel model, Runnable close) {
        if (drawer.equals(pane.getUserData())) return;
        pane.setUserData(drawer);
        var box = new VBox(head(drawer, close));
        box.getStyleClass().add("drawer-content");
        box.getChildren().add(Widgets.paragraph(drawer.summary(), "drawer-summary"));
        if (!drawer.limit().isEmpty()) {
            Label limit = Widgets.paragraph(drawer.limit(), "deed-message");
            limit.setId("drawer-limit");
            Widgets.tone(limit, Tone.CALM);
            box.getChildren().add(limit);
        }
        deed(box, drawer, model);
        Copies copies = drawer.copies();
        if (copies != null) CopiesView.add(box, copies);
        box.getChildren().add(Widgets.label(Text.of("drawer.story"), "drawer-section"));
        if (drawer.story().isEmpty()) {
            box.getChildren().add(Widgets.paragraph(Text.of("drawer.story.empty"), "text-muted"));
        }
        for (Chapter chapter : drawer.story()) box.getChildren().add(chapter(chapter));
        box.getChildren().add(Widgets.label(Text.of("drawer.record"), "drawer-section"));
        box.getChildren().add(Widgets.fields(drawer.record(), "mono"));
        double at = pane.getVvalue();
        boolean focusInside = pane.getScene() != null && inside(pane);
        pane.setContent(box);
        pane.setVvalue(at);
        if (focusInside && drawer.asking()) pane.lookup("#deed-keep").requestFocus();
    }

    private static boolean inside(ScrollPane pane) {
        Node focus = pane.getScene().getFocusOwner();
        while (focus != null && !focus.equals(pane)) focus = focus.getParent();
        return focus != null;
    }

    private static HBox head(Drawer drawer, Runnable close) {
        Label address = Widgets.label(drawer.address().toString(), "drawer-address");
        var shut = new Button();
        shut.setGraphic(Widgets.icon("fth-x"));
        shut.getStyleClass().add("icon-button");
        shut.setId("drawer-close");
        shut.setTooltip(new Tooltip(Text.of("drawer.close")));
        shut.setAccessibleText(Text.of("drawer.close"));
        shut.setOnAction(_ -> close.run());
        var head =
                new HBox(
                        address,
                        Widgets.chip(drawer.state(), drawer.tone()),
                        Widgets.space(),
                        shut);
        head.getStyleClass().add("drawer-head");
        return head;
    }

    private static void deed(VBox box, Drawer drawer, LeasesModel model) {
        if (!drawer.message().isEmpty()) {
            Label said = Widgets.paragraph(drawer.message(), "deed-message");
            said.setId("deed-message");
            Widgets.tone(said, drawer.messageTone());
            box.getChildren().add(said);
        }
        Deed deed = drawer.deed();
        if (deed == null) return;
        if (drawer.busy()) {
            box.getChildren().add(Widgets.label(Text.of("deed.busy"), "text-muted"));
        } else if (drawer.asking()) {
            box.getChildren().add(asking(deed, model));
        } else {
            Button ask = button(deed.label(), "deed", () -> model.deed(false));
            box.getChildren().add(ask);
        }
    }

    private static VBox asking(Deed deed, LeasesModel model) {
        Button sure = button(deed.confirm(), "deed-confirm", () -> model.deed(true));
        sure.getStyleClass().add("danger");
        Button keep = button(Text.of("deed.keep"), "deed-keep", model::keep);
        var buttons = new HBox(keep, sure);
        buttons.getStyleClass().add("deed-buttons");
        var box = new VBox(Widgets.paragraph(deed.warning()), buttons);
        box.getStyleClass().add("deed-asking");
        Widgets.tone(box, Tone.WATCH);
        return box;
    }

    private static Button button(String words, String id, Runnable action) {
        var button = new Button(words);
        button.setId(id);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private static HBox chapter(Chapter chapter) {
        var clock = Widgets.label(chapter.clock(), "mono", "text-faint");
        clock.setTooltip(new Tooltip(chapter.ago()));
        var head = new HBox(Widgets.label(chapter.title(), "text-strong"), Widgets.space(), clock);
        head.getStyleClass().add("chapter-head");
        var words = new VBox(head);
        words.getStyleClass().add("chapter-words");
        for (String sentence : chapter.sentences()) {
            words.getChildren().add(Widgets.paragraph(sentence, "text-muted"));
        }
        words.getChildren().add(Widgets.label(chapter.ago(), "text-faint"));
        HBox.setHgrow(words, Priority.ALWAYS);
        var line = new HBox(Widgets.dot(chapter.tone()), words);
        line.getStyleClass().add("chapter");
        return line;
    }
}
