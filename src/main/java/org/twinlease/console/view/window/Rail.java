package org.twinlease.console.view.window;

import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.Text;
import org.twinlease.console.view.Pages;
import org.twinlease.console.view.Widgets;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/// The buttons of the pages that there are in a session, in their groups; one is always chosen.
final class Rail {

    private final Map<Pages, RailButton> buttons = new EnumMap<>(Pages.class);

    Rail(VBox rail, ConsoleSession session, Consumer<Pages> go) {
        var group = new ToggleGroup();
        String section = "";
        for (Pages page : Pages.values()) {
            if (!page.isFor(session)) continue;
            if (!page.group.equals(section)) {
                section = page.group;
                rail.getChildren().add(Widgets.label(Text.of(section), "rail-section"));
            }
            var button = new RailButton(page, () -> go.accept(page));
            button.setToggleGroup(group);
            buttons.put(page, button);
            rail.getChildren().add(button);
        }
    }

    void select(Pages page) {
        RailButton button = buttons.get(page);
        if (button != null) button.setSelected(true);
    }

    /// Shows a count beside a page's name.
    void badge(Pages page, String count) {
        RailButton button = buttons.get(page);
        if (button != null) button.badge(count);
    }
}
