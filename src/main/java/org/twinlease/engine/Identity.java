package org.twinlease.engine;

import java.util.List;

/// What a server says of itself: its name, the program's version, the addresses with ports that it
/// listens on, and where its data are.
public record Identity(String name, String version, List<String> listening, String dataFolder) {

    /// Takes a copy of the list.
    public Identity {
        listening = List.copyOf(listening);
    }
}
