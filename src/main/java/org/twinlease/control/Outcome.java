package org.twinlease.control;

/// The answer to a [Command].
public sealed interface Outcome {

    /// Done, and on disk where it changes a lease.
    record Done() implements Outcome {}

    /// Not done; nothing has changed. `why` is a sentence for people.
    record Refused(String why) implements Outcome {}
}
