package org.twinlease.console.view.window;

import javafx.scene.control.TextField;

import org.twinlease.console.model.window.ConsoleModels;
import org.twinlease.console.view.Pages;

import java.util.function.Consumer;

/// Filters while a person types into the field above every page: from two characters on the Leases
/// page shows what has them, and the field keeps the keyboard. Clearing the text shows everything
/// again.
record LeaseSearch(TextField field, ConsoleModels models, Consumer<Pages> go) {

    private static final int LEAST = 2;

    void listen() {
        field.textProperty().subscribe(this::typed);
        field.setOnAction(_ -> find());
    }

    /// Opens what was typed when only one lease has it.
    private void find() {
        if (field.getText().isBlank()) return;
        go.accept(Pages.LEASES);
        models.chosen().leases().find(field.getText());
    }

    private void typed(String text) {
        var leases = models.chosen().leases();
        if (text.isBlank()) {
            leases.seek("");
            return;
        }
        if (text.strip().length() < LEAST) return;
        boolean inside = field.isFocused();
        go.accept(Pages.LEASES);
        leases.seek(text);
        if (!inside) return;
        field.requestFocus();
        field.end();
    }
}
