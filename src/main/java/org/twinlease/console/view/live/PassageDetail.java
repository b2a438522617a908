package org.twinlease.console.view.live;

import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.twinlease.console.model.Text;
import org.twinlease.console.model.live.LiveDetail;
import org.twinlease.console.view.Widgets;
import org.twinlease.value.Ip4;

import java.util.function.Consumer;
import java.util.function.LongConsumer;

/// One passage in full: what was decided and why, what belongs to it, what can be followed, and its
/// fields.
final class PassageDetail {

    private final ScrollPane pane;
    private final Runnable close;
    private final LongConsumer jump;
    private final Consumer<String> follow;
    private final Consumer<Ip4> openLease;

    PassageDetail(
            ScrollPane pane,
            Runnable close,
            LongConsumer jump,
            Consumer<String> follow,
            Consumer<Ip4> openLease) {
        this.pane = pane;
        this.close = close;
        this.jump = jump;
        this.follow = follow;
        this.openLease = openLease;
    }

    void draw(LiveDetail detail) {
        if (detail.equals(pane.getUserData())) return;
        boolean other =
                !(pane.getUserData() instanceof LiveDetail before) || before.id() != detail.id();
        pane.setUserData(detail);
        var box = new VBox(head(detail));
        box.getStyleClass().add("drawer-content");
        if (!detail.client().isEmpty() || !detail.address().isEmpty()) {
            box.getChildren().add(follows(detail));
        }
        for (LiveDetail.Said said : detail.reasons()) {
            box.getChildren().add(Widgets.paragraph(said.server(), "drawer-section"));
            for (String sentence : said.sentences()) {
                box.getChildren().add(Widgets.paragraph(sentence, "reason"));
            }
        }
        if (!detail.ties().isEmpty()) {
            box.getChildren().add(Widgets.label(Text.of("live.together"), "drawer-section"));
            box.getChildren().add(ties(detail));
        }
        box.getChildren().add(Widgets.label(Text.of("live.message"), "drawer-section"));
        var fields = Widgets.fields(detail.fields(), "mono");
        fields.getStyleClass().add("wide-fields");
        box.getChildren().add(fields);
        pane.setContent(box);
        if (other) pane.setVvalue(0);
    }

    private HBox head(LiveDetail detail) {
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
        return head;
    }

    private FlowPane follows(LiveDetail detail) {
        var row = new FlowPane();
        row.getStyleClass().add("orders");
        String client = detail.client();
        if (!client.isEmpty()) {
            row.getChildren().add(button("follow-client", "live.follow.client", client));
        }
        String address = detail.address();
        if (!address.isEmpty()) {
            row.getChildren().add(button("follow-lease", "live.follow.lease", address));
        }
        Ip4 lease = detail.lease();
        if (lease != null) {
            var open = new Button(Text.of("live.lease"));
            open.setId("open-lease");
            open.setOnAction(_ -> openLease.accept(lease));
            row.getChildren().add(open);
        }
        return row;
    }

    private Button button(String id, String words, String what) {
        var button = new Button(Text.of(words));
        button.setId(id);
        button.setOnAction(_ -> follow.accept(what));
        return button;
    }

    private GridPane ties(LiveDetail detail) {
        var grid = new GridPane();
        grid.getStyleClass().add("ties");
        int line = 0;
        for (LiveDetail.Tie tie : detail.ties()) {
            var what = new Hyperlink(tie.what());
            what.getStyleClass().add("tie");
            what.setDisable(tie.open());
            what.setVisited(false);
            what.setOnAction(_ -> jump.accept(tie.id()));
            var after = Widgets.label(tie.after(), "mono-right", "text-faint");
            after.setTooltip(new Tooltip(tie.clock()));
            grid.addRow(line++, after, what, Widgets.label(tie.who(), "text-muted"));
        }
        return grid;
    }
}
