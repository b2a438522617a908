package org.twinlease.console.model;

/// Where the console keeps a person's choices. Who opens the console says where that is; the
/// console itself touches no files.
public interface ConsoleSettings {

    /// The stored value of a key, or `otherwise` when there is none.
    String read(String key, String otherwise);

    /// Stores a value; a failure is the store's to report and never stops the console.
    void write(String key, String value);
}
