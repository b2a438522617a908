package org.twinlease.console.view.wizard;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.wizard.WizardModel;
import org.twinlease.console.model.wizard.WizardModel.Deed;
import org.twinlease.console.model.wizard.WizardModel.State;
import org.twinlease.console.view.Widgets;

import java.util.List;

/// A wizard: where it is, the step's blocks, and the way on, back and out. No button of it is the
/// default one.
public final class WizardPane extends VBox {

    private final WizardModel model;
    private final Label title = Widgets.label("", "text-heading");
    private final HBox steps = new HBox();
    private final Blocks blocks;
    private final ScrollPane scroll = new ScrollPane();
    private final Label message = Widgets.paragraph("", "deed-message");
    private final Button back = new Button(Text.of("wizard.back"));
    private final Button next = new Button(Text.of("wizard.next"));
    private final Button deed = new Button();
    private int at = -1;

    public WizardPane(WizardModel model) {
        this.model = model;
        blocks = new Blocks(model);
        setId("wizard");
        getStyleClass().addAll("card", "wizard");
        button(back, "wizard-back", "Alt+B", model::back);
        button(next, "wizard-next", "Alt+N", model::next);
        var leave = new Button(Text.of("wizard.leave"));
        button(leave, "wizard-leave", "Esc", model::leave);
        deed.setId("wizard-deed");
        deed.setOnAction(_ -> model.press());
        var head = new HBox(Widgets.icon("fth-life-buoy", "truth-icon"), title);
        head.getChildren().addAll(Widgets.space(), leave);
        head.getStyleClass().add("pair-line");
        steps.getStyleClass().add("wizard-path");
        scroll.setContent(blocks);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("bare");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        message.setId("wizard-message");
        deed.setMinWidth(USE_PREF_SIZE);
        var foot = new HBox(back, message, Widgets.space(), deed, next);
        foot.getStyleClass().add("wizard-foot");
        getChildren().setAll(head, steps, scroll, foot);
    }

    private static void button(Button button, String id, String key, Runnable act) {
        button.setId(id);
        button.setTooltip(new Tooltip(key));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> act.run());
    }

    /// Begins to draw whatever the model shows.
    public void enter() {
        model.shown().to(this::draw);
    }

    /// Nobody looks any more.
    public void leave() {
        model.halt();
        model.shown().toNobody();
    }

    private void draw(State state) {
        Widgets.seen(this, state.open());
        if (!state.open()) {
            at = -1;
            blocks.show(List.of());
            return;
        }
        boolean turned = at != state.at() || !title.getText().equals(state.title());
        at = state.at();
        title.setText(state.title());
        if (turned) {
            path(state);
            blocks.show(List.of());
        }
        blocks.show(state.blocks());
        back.setDisable(!state.back());
        next.setDisable(!state.next());
        Widgets.seen(next, state.deed() == null && state.at() + 1 < state.steps().size());
        draw(state.deed());
        Deed order = state.deed();
        boolean asks = order != null && state.message().isEmpty();
        message.setText(order != null && asks ? order.words() : state.message());
        Widgets.tone(message, asks ? Tone.PLAIN : state.tone());
        Widgets.seen(message, !message.getText().isEmpty());
        if (turned) begin();
    }

    private void draw(@Nullable Deed order) {
        Widgets.seen(deed, order != null);
        if (order == null) return;
        deed.setText(order.label());
        deed.setDisable(!order.ready());
        deed.getStyleClass().remove("danger");
        if (order.grave()) deed.getStyleClass().add("danger");
    }

    private void path(State state) {
        steps.getChildren().clear();
        for (int i = 0; i < state.steps().size(); i++) {
            Tone tone = i < at ? Tone.GOOD : i == at ? Tone.CALM : Tone.PLAIN;
            String name = Text.of("wizard.step", i + 1, state.steps().get(i));
            Label step = Widgets.chip(name, tone);
            if (i == at) step.setId("wizard-step");
            if (i < at) step.setGraphic(Widgets.icon("fth-check", "wizard-done"));
            if (i > at) step.getStyleClass().add("wizard-later");
            steps.getChildren().add(step);
        }
        scroll.setVvalue(0);
    }

    /// The keyboard goes to the first field, or to the way on.
    private void begin() {
        List<Node> inputs = blocks.inputs();
        Node first = inputs.isEmpty() ? next : inputs.getFirst();
        first.requestFocus();
    }
}
