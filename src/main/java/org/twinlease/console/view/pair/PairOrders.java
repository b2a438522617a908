package org.twinlease.console.view.pair;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.Wizard;
import org.twinlease.console.model.pair.PairDeeds;
import org.twinlease.console.model.pair.PairDeeds.Asked;
import org.twinlease.console.model.pair.PairDeeds.Verb;
import org.twinlease.console.view.ServerSwitch;
import org.twinlease.console.view.Widgets;

import java.util.Locale;
import java.util.function.Consumer;

/// The orders to a server of the pair: choose the server, press an order, read what it would do,
/// confirm it.
final class PairOrders {

    private final PairDeeds model;
    private final HBox servers = new HBox();
    private final ServerSwitch choice;
    private final FlowPane led = new FlowPane();
    private final FlowPane verbs = new FlowPane();
    private final VBox below = new VBox();
    private final VBox all = new VBox();

    PairOrders(PairDeeds model, Consumer<Wizard> open) {
        this.model = model;
        choice = new ServerSwitch(servers, "order-to-", model::choose);
        servers.getStyleClass().add("segments");
        servers.setMaxWidth(Region.USE_PREF_SIZE);
        verbs.getStyleClass().add("orders");
        for (Verb verb : Verb.values()) verbs.getChildren().add(button(verb));
        for (Wizard wizard : Wizard.values()) {
            if (wizard.isOfPair()) led.getChildren().add(button(wizard, open));
        }
        led.getStyleClass().add("orders");
        below.getStyleClass().add("fields");
        var to = new HBox(Widgets.label(Text.of("pair.order.to"), "text-muted"), servers);
        to.getStyleClass().add("pair-line");
        all.getStyleClass().add("order-box");
        all.getChildren()
                .addAll(
                        Widgets.label(Text.of("pair.order.led"), "text-faint"),
                        led,
                        Widgets.label(Text.of("pair.order.plain"), "text-faint"),
                        to,
                        verbs,
                        below);
        model.shown().to(this::show);
    }

    void draw(VBox box) {
        if (box.getUserData() == this) return;
        box.setUserData(this);
        box.getChildren().setAll(all);
    }

    static Button button(Wizard wizard, Consumer<Wizard> open) {
        var button = new Button(wizard.label());
        button.setId("wizard-" + wizard.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        button.setOnAction(_ -> open.accept(wizard));
        return button;
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
        var sure = new Button(Text.of("pair.order.confirm"));
        sure.setId("order-confirm");
        sure.getStyleClass().add("danger");
        sure.setOnAction(_ -> model.confirm());
        buttons.getChildren().add(sure);
        box.getChildren().add(buttons);
        return box;
    }
}
