package org.twinlease.console.view.livedrill;

import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.twinlease.console.model.livedrill.LiveDrillModel;
import org.twinlease.console.model.livedrill.LiveDrillModel.Event;
import org.twinlease.console.model.livedrill.LiveDrillModel.Seat;
import org.twinlease.console.view.Widgets;

import java.util.List;

/// The servers with their states and marks, and the choice to which of them a drill is done.
final class SeatsView {

    private final HBox seats;
    private final HBox targets;
    private final LiveDrillModel model;
    private final ToggleGroup who = new ToggleGroup();
    private List<Seat> drawn = List.of();

    SeatsView(HBox seats, HBox targets, LiveDrillModel model) {
        this.seats = seats;
        this.targets = targets;
        this.model = model;
    }

    void show(List<Seat> all, int chosen) {
        if (!all.equals(drawn)) draw(all);
        who.getToggles().get(chosen).setSelected(true);
    }

    /// What has become of a server, in a line.
    static HBox line(Event event) {
        var line =
                new HBox(
                        Widgets.label(event.clock(), "mono", "text-faint"),
                        Widgets.label(event.who(), "text-strong"),
                        Widgets.chip(event.what().words(), event.what().tone()));
        line.getStyleClass().add("pair-line");
        return line;
    }

    private void draw(List<Seat> all) {
        drawn = all;
        seats.getChildren().clear();
        targets.getChildren().clear();
        who.getToggles().clear();
        for (int i = 0; i < all.size(); i++) {
            int number = i;
            Seat seat = all.get(i);
            String name = (seat.letter() + " " + seat.name()).strip();
            var box =
                    new VBox(
                            Widgets.label(name, "text-strong"),
                            Widgets.chip(seat.state().words(), seat.state().tone()),
                            Widgets.paragraph(seat.mark().words(), "livedrill-mark"));
            Widgets.tone(box, seat.mark().tone());
            box.getStyleClass().add("livedrill-seat");
            seats.getChildren().add(box);
            var target = new RadioButton(name);
            target.setId("target-" + i);
            target.setToggleGroup(who);
            target.setOnAction(_ -> model.server(number));
            targets.getChildren().add(target);
        }
    }
}
