package org.twinlease.dhcp;

import org.twinlease.config.logic.Action;

import java.util.List;

/// Reads statements that were kept with a lease as they are spelt.
@FunctionalInterface
public interface Statements {
    /// Reads nothing.
    Statements UNREAD = _ -> List.of();

    /// What the text says; nothing where it cannot be read.
    List<Action> read(String text);
}
