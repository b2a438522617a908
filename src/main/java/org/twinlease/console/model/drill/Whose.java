package org.twinlease.console.model.drill;

import org.twinlease.console.model.Text;

/// Whose twin a drill runs on.
public enum Whose {
    /// That of the pair which the drill's own text is about: the demo pair, or that of files.
    TEXT("drill.source.of.text"),

    /// That of the files with which the console was opened.
    FILES("drill.source.of.files"),

    /// That of the servers of the session, as they are at the moment at which the drill is run.
    RUNNING("drill.source.of.running");

    private final String key;

    Whose(String key) {
        this.key = key;
    }

    /// The choice in words.
    public String words() {
        return Text.of(key);
    }
}
