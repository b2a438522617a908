package org.twinlease.console.model;

/// How much attention something asks for. Colour is only the second sign of it: a word or a shape
/// always says the same.
public enum Tone {
    /// As it should be.
    GOOD,
    /// Under way or for information.
    CALM,
    /// Neither good nor bad.
    PLAIN,
    /// Worth watching.
    WATCH,
    /// Something has to be done.
    BAD,
    /// Not real: demonstration or simulation.
    DEMO;

    /// The name of the style that views draw it with.
    public String style() {
        return switch (this) {
            case GOOD -> "tone-good";
            case CALM -> "tone-calm";
            case PLAIN -> "tone-plain";
            case WATCH -> "tone-watch";
            case BAD -> "tone-bad";
            case DEMO -> "tone-demo";
        };
    }
}
