package org.twinlease.config.document;

import org.twinlease.config.Edit;

import java.util.List;

/// What became of alterations: the edits, none where everything is as wished already, or a refusal
/// in words, with nothing altered.
public record Altered(List<Edit> edits, String refusal) {

    /// Takes a copy of the list.
    public Altered {
        edits = List.copyOf(edits);
    }

    /// Refused, and why.
    public static Altered refused(String why) {
        return new Altered(List.of(), why);
    }

    /// Whether nothing can be altered so.
    public boolean isRefused() {
        return !refusal.isEmpty();
    }
}
