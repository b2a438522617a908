package org.twinlease.console.view.drill;

import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;

import org.twinlease.console.model.Text;
import org.twinlease.console.model.drill.Acts.Offer;
import org.twinlease.console.model.drill.Block.Lane;
import org.twinlease.console.view.Widgets;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// A button with everything that the language of drills offers, a submenu a lane. Which sentences
/// there are is asked when it opens, since the moments in them are those of then.
final class ActMenu {

    private ActMenu() {}

    static void bind(MenuButton button, Supplier<List<Offer>> offers, Consumer<Offer> chosen) {
        button.setOnShowing(_ -> button.getItems().setAll(menus(offers.get(), chosen)));
        // A menu without an entry does not open.
        button.getItems().setAll(new MenuItem());
    }

    private static List<Menu> menus(List<Offer> offers, Consumer<Offer> chosen) {
        Map<Lane, Menu> menus = new EnumMap<>(Lane.class);
        for (Offer offer : offers) {
            menus.computeIfAbsent(offer.lane(), lane -> new Menu(Text.of(lane.name)))
                    .getItems()
                    .add(item(offer, chosen));
        }
        return List.copyOf(menus.values());
    }

    private static MenuItem item(Offer offer, Consumer<Offer> chosen) {
        Label words = Widgets.label(offer.words(), "menu-words");
        words.setTooltip(new Tooltip(offer.meaning()));
        var item = new CustomMenuItem(words);
        item.setOnAction(_ -> chosen.accept(offer));
        return item;
    }
}
