package org.twinlease.console.view.leases;

import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.leases.LeasesModel.Chip;
import org.twinlease.console.view.Widgets;
import org.twinlease.value.BindingState;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// The filters by state, one button each with how many leases are in it. Buttons are changed in
/// place, so that the keyboard's focus stays while numbers run.
final class ChipRow {

    private ChipRow() {}

    static void draw(HBox row, List<Chip> chips, Consumer<@Nullable BindingState> choose) {
        var children = row.getChildren();
        while (children.size() > chips.size()) children.removeLast();
        while (children.size() < chips.size()) {
            var made = new ToggleButton();
            made.getStyleClass().add("chip-button");
            children.add(made);
        }
        for (int i = 0; i < chips.size(); i++) {
            Chip chip = chips.get(i);
            if (!(children.get(i) instanceof ToggleButton button)) continue;
            button.setText(chip.label() + "  " + chip.count());
            button.setSelected(chip.chosen());
            button.setId("only-" + id(chip.state()));
            Widgets.tone(button, chip.tone());
            button.setOnAction(
                    _ -> {
                        button.setSelected(true);
                        choose.accept(chip.state());
                    });
        }
    }

    private static String id(@Nullable BindingState state) {
        return state == null ? "all" : state.name().toLowerCase(Locale.ROOT);
    }
}
