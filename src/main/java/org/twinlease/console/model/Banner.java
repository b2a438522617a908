package org.twinlease.console.model;

import org.jspecify.annotations.Nullable;

/// An alarm that is not over: what happened, what it means, what to do. `way` leads to what helps;
/// null where there is nothing but to read.
public record Banner(
        String title,
        String happened,
        String meaning,
        String advice,
        Tone tone,
        @Nullable Way way) {

    /// The wizard that helps, and the number of the server and the relationship that it is about.
    public record Way(Wizard wizard, int server, String relationship) {}

    /// The same under another title.
    public Banner titled(String other) {
        return new Banner(other, happened, meaning, advice, tone, way);
    }

    /// Without a wizard that helps.
    public Banner(String title, String happened, String meaning, String advice, Tone tone) {
        this(title, happened, meaning, advice, tone, null);
    }
}
