package org.twinlease.console.view.window;

import javafx.scene.Node;
import javafx.scene.layout.VBox;

import org.controlsfx.control.PopOver;
import org.twinlease.console.model.Banner;
import org.twinlease.console.model.Text;
import org.twinlease.console.view.Widgets;

import java.util.List;

/// The alarms that are not over, hung under the bell.
final class AlarmsPopOver {

    private static final double WIDTH = 380;

    private final PopOver popOver = new PopOver();

    AlarmsPopOver() {
        popOver.setArrowLocation(PopOver.ArrowLocation.TOP_RIGHT);
        popOver.setDetachable(false);
        popOver.setAnimated(false);
        popOver.setCornerRadius(10);
        popOver.setArrowSize(8);
    }

    void show(Node under, List<Banner> alarms) {
        var box = new VBox(Widgets.label(Text.of("alarms.title"), "text-heading"));
        box.getStyleClass().add("alarms");
        box.setPrefWidth(WIDTH);
        if (alarms.isEmpty()) {
            box.getChildren().add(Widgets.label(Text.of("alarms.none"), "text-strong"));
            box.getChildren().add(Widgets.paragraph(Text.of("alarms.none.more"), "text-muted"));
        }
        alarms.forEach(alarm -> box.getChildren().add(BannerBox.of(alarm)));
        popOver.setContentNode(box);
        popOver.show(under);
    }
}
