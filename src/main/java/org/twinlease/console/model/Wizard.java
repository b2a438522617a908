package org.twinlease.console.model;

/// What a person is led through step by step.
public enum Wizard {
    /// The partner is down: what is safe, and telling the server so.
    PARTNER_DOWN;

    /// Its name on buttons.
    public String label() {
        return switch (this) {
            case PARTNER_DOWN -> Text.of("wizard.down.button");
        };
    }
}
