package org.twinlease.console.model.health;

import org.twinlease.console.model.Text;

/// What is checked, in the order of the page.
public enum Section {
    SERVERS,
    CONFIG,
    CLOCKS,
    RELAYS,
    CLIENTS,
    STORE,
    SECURITY;

    /// Its name for people.
    public String title() {
        return switch (this) {
            case SERVERS -> Text.of("health.servers");
            case CONFIG -> Text.of("health.config");
            case CLOCKS -> Text.of("health.clocks");
            case RELAYS -> Text.of("health.relays");
            case CLIENTS -> Text.of("health.clients");
            case STORE -> Text.of("health.store");
            case SECURITY -> Text.of("health.security");
        };
    }
}
