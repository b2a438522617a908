package org.twinlease.config.document;

import java.util.List;

/// What became of a document that was to be stored: where each former file is kept, or a refusal in
/// words, with every file as it was.
public record Stored(List<String> kept, String refusal) {

    /// Takes a copy of the list.
    public Stored {
        kept = List.copyOf(kept);
    }

    /// Refused, and why.
    public static Stored refused(String why) {
        return new Stored(List.of(), why);
    }

    /// Whether nothing was stored.
    public boolean isRefused() {
        return !refusal.isEmpty();
    }
}
