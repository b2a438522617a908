package org.twinlease.console.view.health;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.Help;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.health.HealthModel;
import org.twinlease.console.model.health.HealthModel.Quiet;
import org.twinlease.console.model.health.Item;
import org.twinlease.console.view.HelpSheet;
import org.twinlease.console.view.Widgets;

import java.util.function.Consumer;

/// All there is to know about an item, the way to its place, and the field for why it may stay.
final class ItemDetail extends VBox {

    private final HealthModel model;
    private final Consumer<Item.Door> go;
    private final Label title = Widgets.paragraph("", "text-heading");
    private final Label evidence = Widgets.paragraph("", "text-muted");
    private final Label consequence = Widgets.paragraph("");
    private final Button door = new Button();
    private final TextField reason = new TextField();
    private final Button mute = new Button();
    private @Nullable Item item;
    private boolean muted;

    ItemDetail(HealthModel model, Consumer<Item.Door> go) {
        this.model = model;
        this.go = go;
        getStyleClass().add("card");
        title.setId("item-title");
        evidence.setId("item-evidence");
        door.setId("item-door");
        door.setOnAction(_ -> open());
        reason.setId("item-reason");
        reason.setPromptText(Text.of("health.reason"));
        reason.setAccessibleText(Text.of("health.reason"));
        reason.getStyleClass().add("health-reason");
        reason.setOnAction(_ -> mute());
        HelpSheet.about(
                reason,
                new Help(
                        Text.of("health.reason"),
                        "",
                        Text.of("health.reason.help"),
                        Text.of("health.reason.without"),
                        Text.of("health.reason.mistake")));
        mute.setId("item-mute");
        mute.setOnAction(_ -> mute());
        var line = new HBox(door, Widgets.space(), reason, mute);
        line.getStyleClass().add("pair-line");
        getChildren().setAll(title, evidence, consequence, line);
        show(null, null);
    }

    /// Shows an item; `quiet` is how it was muted, null for one that counts.
    void show(@Nullable Item chosen, @Nullable Quiet quiet) {
        item = chosen;
        muted = quiet != null;
        Widgets.seen(this, chosen != null);
        if (chosen == null) return;
        title.setText(chosen.title());
        evidence.setText(
                quiet == null
                        ? chosen.evidence()
                        : Text.of(
                                "health.muted.words",
                                chosen.evidence(),
                                quiet.when(),
                                quiet.reason()));
        consequence.setText(chosen.consequence());
        Widgets.seen(door, chosen.door().place() != Item.Place.NOWHERE);
        door.setText(chosen.door().label());
        Widgets.seen(reason, !muted);
        mute.setText(Text.of(muted ? "health.unmute" : "health.mute"));
    }

    /// Opens the item's place.
    void open() {
        Item shown = item;
        if (shown != null && shown.door().place() != Item.Place.NOWHERE) go.accept(shown.door());
    }

    /// The keyboard goes to the field for the reason.
    void ask() {
        reason.requestFocus();
    }

    private void mute() {
        Item shown = item;
        if (shown == null) return;
        if (muted) model.unmute(shown.key());
        else model.mute(shown.key(), reason.getText());
        reason.clear();
    }
}
