package org.twinlease.console.view;

import org.twinlease.console.model.Field;
import org.twinlease.console.model.Text;

import java.util.List;

/// The keys that work everywhere, with what they do: the one list that the key sheet and the
/// Settings page show.
public final class KeyList {

    private KeyList() {}

    /// What each does, and the key.
    public static List<Field> all() {
        return List.of(
                new Field(Text.of("keys.pages"), "Ctrl+1 \u2026 Ctrl+9, Ctrl+0"),
                new Field(Text.of("keys.palette"), "Ctrl+K"),
                new Field(Text.of("keys.search"), "Ctrl+F"),
                new Field(Text.of("keys.trail"), "Alt+Left, Alt+Right"),
                new Field(Text.of("keys.undo"), "Ctrl+Z, Ctrl+Y"),
                new Field(Text.of("keys.review"), "Ctrl+Enter"),
                new Field(Text.of("keys.drift"), "N, P"),
                new Field(Text.of("keys.take"), "1, 2"),
                new Field(Text.of("keys.undo.change"), "U"),
                new Field(Text.of("keys.help"), "F1"),
                new Field(Text.of("keys.sheet"), "?"),
                new Field(Text.of("keys.freeze"), "Space"),
                new Field(Text.of("keys.export"), "Ctrl+E"),
                new Field(Text.of("keys.density"), "Ctrl+D"),
                new Field(Text.of("keys.down"), "Shift+P, M"),
                new Field(Text.of("keys.pair"), "D, B, Shift+D"),
                new Field(Text.of("keys.health"), "F, U"),
                new Field(Text.of("keys.wizard"), "Alt+N, Alt+B"),
                new Field(Text.of("keys.drill"), "Ctrl+R, Space, ., [ ], Ctrl+Shift+R"),
                new Field(Text.of("keys.timeline"), "B, C, S"),
                new Field(Text.of("keys.livedrill"), "F9"),
                new Field(Text.of("keys.open"), "Enter"),
                new Field(Text.of("keys.close"), "Esc"),
                new Field(Text.of("keys.reload"), "F5"));
    }
}
