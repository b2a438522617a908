package org.twinlease.console.view.pair;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.pair.PairDeeds;
import org.twinlease.console.model.pair.PairDeeds.Asked;
import org.twinlease.console.model.pair.PairDeeds.Verb;
import org.twinlease.console.view.ServerSwitch;
import org.twinlease.console.view.Widgets;

import java.util.Locale;

/// The orders to a server of the pair: choose the server, press an order, read what it would do,
/// confirm it.
final class PairOrders {

    private final PairDeeds model;
    private final HBox servers = new HBox();
    private final ServerSwitch choice;
    private final FlowPane verbs = new FlowPane();
    private final VBox below = new VBox();
    private final VBox all = new VBox();

    PairOrders(PairDeeds model) {
        this.model = model;
        choice = new ServerSwitch(servers, "order-to-", model::choose);
        servers.getStyleClass().add("segments");
        servers.setMaxWidth(Region.USE_PREF_SIZE);
        verbs.getStyleClass().add("orders");
        for (Verb verb : Verb.values()) verbs.getChildren().add(button(verb));
        below.getStyleClass().add("fields");
        var to = new HBox(Widgets.label(Text.of("pair.order.to"), "text-muted"), servers);
        to.getStyleClass().add("pair-line");
        all.getStyleClass().add("order-box");
        all.getChildren().addAll(to, verbs, below);
        model.shown().to(this::show);
    }

    void draw(VBox box) {
        if (box.getUserData() == this) return;
        box.setUserData(this);
        box.getChildren().setAll(all);
    }

    private Button button(Verb verb) {
        var button = new Button(verb.label());
        button.setId("order-" + verb.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        button.setOnAction(_ -> model.ask(verb));
        return button;
    }

    private void show(PairDeeds.State state) {
        choice.show(state.servers(), state.chosen());
        below.getChildren().clear();
        if (!state.message().isEmpty()) {
            Label said = Widgets.paragraph(state.message(), "deed-message");
            said.setId("order-message");
            Widgets.tone(said, state.tone());
            below.getChildren().add(said);
        }
        Asked asked = state.asked();
        if (state.busy()) {
            below.getChildren().add(Widgets.label(Text.of("deed.busy"), "text-muted"));
        } else if (asked != null) {
            below.getChildren().add(asking(asked));
        } else if (state.message().isEmpty()) {
            below.getChildren().add(Widgets.paragraph(Text.of("pair.order.hint"), "text-muted"));
        }
    }

    private VBox asking(Asked asked) {
        Label words = Widgets.paragraph(asked.words());
        words.setId("order-words");
        var box = new VBox(Widgets.label(asked.title(), "text-heading"), words);
        box.getStyleClass().add("deed-asking");
        var keep = new Button(Text.of("deed.keep"));
        keep.setId("order-keep");
        keep.setOnAction(_ -> model.keep());
        var buttons = new HBox(keep);
        buttons.getStyleClass().add("deed-buttons");
        Widgets.tone(box, asked.allowed() ? Tone.WATCH : Tone.PLAIN);
        if (!asked.allowed()) {
            keep.setText(Text.of("pair.order.refused"));
            box.getChildren().add(buttons);
            return box;
        }
        var typed = new TextField();
        typed.setId("order-typed");
        typed.setPromptText(Text.of("pair.order.type", asked.mustType()));
        typed.setAccessibleText(Text.of("pair.order.type", asked.mustType()));
        Widgets.seen(typed, !asked.mustType().isEmpty());
        var sure = new Button(Text.of("pair.order.confirm"));
        sure.setId("order-confirm");
        sure.getStyleClass().add("danger");
        sure.disableProperty()
                .bind(typed.textProperty().map(text -> !text.strip().equals(asked.mustType())));
        sure.setOnAction(_ -> model.confirm(typed.getText()));
        buttons.getChildren().add(sure);
        box.getChildren().addAll(typed, buttons);
        return box;
    }
}
