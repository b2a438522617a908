package org.twinlease.console.view.live;

import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.twinlease.console.model.Text;
import org.twinlease.console.model.live.LiveModel.Detail;
import org.twinlease.console.view.Widgets;

/// One packet in full: every reason of its answer as a sentence, then its fields.
final class PacketDetail {

    private PacketDetail() {}

    static void draw(ScrollPane pane, Detail detail, Runnable close) {
        if (detail.equals(pane.getUserData())) return;
        pane.setUserData(detail);
        var shut = new Button();
        shut.setGraphic(Widgets.icon("fth-x"));
        shut.getStyleClass().add("icon-button");
        shut.setId("packet-close");
        shut.setTooltip(new Tooltip(Text.of("drawer.close")));
        shut.setAccessibleText(Text.of("drawer.close"));
        shut.setOnAction(_ -> close.run());
        var title = Widgets.paragraph(detail.title(), "text-heading");
        var head = new HBox(Widgets.dot(detail.tone()), title, Widgets.space(), shut);
        head.getStyleClass().add("drawer-head");
        var box = new VBox(head, Widgets.label(Text.of("live.reasons"), "drawer-section"));
        box.getStyleClass().add("drawer-content");
        for (String reason : detail.reasons()) {
            box.getChildren().add(Widgets.paragraph(reason, "reason"));
        }
        if (detail.reasons().isEmpty()) {
            box.getChildren().add(Widgets.paragraph(Text.of("live.noreason"), "text-muted"));
        }
        box.getChildren().add(Widgets.label(Text.of("live.packet"), "drawer-section"));
        box.getChildren().add(Widgets.fields(detail.fields(), "mono"));
        pane.setContent(box);
    }
}
