package org.twinlease.console.view.drill;

import javafx.scene.Node;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleGroup;

import org.twinlease.console.view.Widgets;

import java.util.function.Consumer;

/// Buttons of which one is always chosen, each with a name as its user data.
final class Tabs {

    private Tabs() {}

    static void bind(ToggleGroup group, Consumer<String> chosen) {
        group.selectedToggleProperty()
                .subscribe(
                        (before, now) -> {
                            // Pressing the chosen one again changes nothing.
                            if (now == null) group.selectToggle(before);
                            else chosen.accept(name(now));
                        });
    }

    static void choose(ToggleGroup group, String name) {
        for (Toggle each : group.getToggles()) {
            if (name(each).equals(name)) group.selectToggle(each);
        }
    }

    private static String name(Toggle toggle) {
        return String.valueOf(toggle.getUserData());
    }

    /// Shows one of two.
    static void show(boolean first, Node one, Node other) {
        Widgets.seen(one, first);
        Widgets.seen(other, !first);
    }
}
