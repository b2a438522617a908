package org.twinlease.console.view.pair;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.twinlease.console.model.Field;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.pair.PairModel.Card;
import org.twinlease.console.view.ShareBar;
import org.twinlease.console.view.Widgets;

/// A server of the pair: who, its part, its state, how old that is, and its addresses.
final class PairCard extends VBox {

    /// Turns the server of a number on or off.
    interface Turn {
        void turn(int server, boolean on);
    }

    private final Label name = Widgets.label("", "text-heading");
    private final Label role = Widgets.label("", "text-muted");
    private final Label state = Widgets.label("", "chip");
    private final Label since = Widgets.label("", "text-muted");
    private final Label told = Widgets.label("", "text-faint");
    private final VBox fields = new VBox();
    private final ShareBar bar = new ShareBar("share-active", "share-own", "share-partner");
    private final Button power = new Button();
    private final Turn turn;

    PairCard(String style, Turn turn) {
        this.turn = turn;
        getStyleClass().addAll("card", "pair-card");
        setId(style);
        HBox.setHgrow(this, Priority.ALWAYS);
        name.setMinWidth(USE_PREF_SIZE);
        state.setMinWidth(USE_PREF_SIZE);
        role.setMinWidth(USE_PREF_SIZE);
        since.setMinWidth(0);
        fields.getStyleClass().add("pair-fields");
        power.getStyleClass().add("demo-power");
        power.setMinWidth(USE_PREF_SIZE);
        var head = new HBox(dot(style), name, Widgets.space(), state);
        head.getStyleClass().add("pair-line");
        var foot = new HBox(told, Widgets.space(), power);
        foot.getStyleClass().add("pair-line");
        var part = new HBox(role, since);
        part.getStyleClass().add("pair-line");
        getChildren().addAll(head, part, fields, bar, Widgets.space(), foot);
    }

    /// The mark of a server, round for the first and square for the second.
    static Region dot(String style) {
        var dot = new Region();
        dot.getStyleClass().addAll("who-dot", style);
        return dot;
    }

    /// A server's mark with its name.
    static HBox mark(String style, String name) {
        var mark = new HBox(dot(style), Widgets.label(name, "text-muted"));
        mark.getStyleClass().add("legend-mark");
        return mark;
    }

    /// The way from the pair to a rehearsal of what would happen to it.
    static Button drill(Runnable start) {
        var button = new Button(Text.of("drill.start"), Widgets.icon("fth-film"));
        button.setId("start-drill");
        button.getStyleClass().add("demo-power");
        button.setMinWidth(USE_PREF_SIZE);
        button.setTooltip(new Tooltip(Text.of("drill.start.tip")));
        button.setOnAction(_ -> start.run());
        return button;
    }

    void show(Card card) {
        name.setText(card.name());
        role.setText(card.role());
        state.setText(card.state());
        Widgets.tone(state, card.tone());
        since.setText(card.since());
        told.setText(card.told());
        fields.getChildren().clear();
        for (Field field : card.fields()) fields.getChildren().add(line(field));
        bar.show(card.active(), card.own(), card.partners());
        bar.setAccessibleText(Text.of("pair.bar.name", card.name()));
        Widgets.seen(bar, card.server() >= 0);
        if (card.stale() != getStyleClass().contains("stale")) {
            if (card.stale()) getStyleClass().add("stale");
            else getStyleClass().remove("stale");
        }
        Boolean on = card.power();
        Widgets.seen(power, on != null);
        if (on == null) return;
        power.setText(Text.of(on ? "pair.demo.stop" : "pair.demo.start", card.name()));
        power.setOnAction(_ -> turn.turn(card.server(), !on));
    }

    private static HBox line(Field field) {
        var line =
                new HBox(
                        Widgets.label(field.label(), "text-muted"),
                        Widgets.space(),
                        Widgets.label(field.value(), "mono"));
        line.getStyleClass().add("pair-line");
        return line;
    }
}
