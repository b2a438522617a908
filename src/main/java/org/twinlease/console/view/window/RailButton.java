package org.twinlease.console.view.window;

import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

import org.twinlease.console.model.Text;
import org.twinlease.console.view.Pages;
import org.twinlease.console.view.Widgets;

import java.util.Locale;

/// A page's button in the rail: icon, word and an optional count. It stays chosen when it is
/// pressed again.
final class RailButton extends ToggleButton {

    private static final double PADDING = 24;

    private final Label badge = Widgets.label("", "badge");

    RailButton(Pages page, Runnable go) {
        getStyleClass().add("rail-button");
        setMaxWidth(Double.MAX_VALUE);
        Widgets.seen(badge, false);
        Label words = Widgets.label(Text.of(page.title));
        var face = new HBox(Widgets.icon(page.icon), words, Widgets.space(), badge);
        face.getStyleClass().add("rail-face");
        face.prefWidthProperty().bind(widthProperty().subtract(PADDING));
        setGraphic(face);
        setId("page-" + page.name().toLowerCase(Locale.ROOT));
        setAccessibleText(Text.of(page.title));
        if (page.digit() >= 0) setTooltip(new Tooltip("Ctrl+" + page.digit()));
        setOnAction(_ -> go.run());
    }

    /// Shows a count; none for an empty text.
    void badge(String count) {
        badge.setText(count);
        Widgets.seen(badge, !count.isEmpty());
    }

    @Override
    public void fire() {
        if (!isSelected()) super.fire();
    }
}
