package org.twinlease.console.view;

import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.Empty;

/// What a table shows in place of rows: why there are none, and what helps.
public final class Placeholder {

    private final StackPane pane;
    private final String icon;
    private @Nullable Empty drawn;

    public Placeholder(StackPane pane, String icon) {
        this.pane = pane;
        this.icon = icon;
    }

    /// Draws the reason; null while there are rows.
    public void show(@Nullable Empty empty) {
        if (empty != null && !empty.equals(drawn)) {
            pane.getChildren().setAll(Widgets.empty(empty, icon));
        }
        drawn = empty;
    }
}
