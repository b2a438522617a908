package org.twinlease.config.document;

/// A line of a text beside a former state of it. `number` counts from 1 in the text as it is; a
/// line that is gone has the number of the line that follows it.
public record MarkedLine(Mark mark, int number, String text) {

    /// How a line fares.
    public enum Mark {
        SAME,
        ADDED,
        REMOVED
    }
}
