package org.twinlease.sim;

/// Something happened in a world that must never happen. The message has the seed, what was broken,
/// and the end of the transcript: the same setting leads to the same place again.
public final class Violation extends IllegalStateException {

    private static final long serialVersionUID = 1;

    Violation(String message) {
        super(message);
    }

    Violation(String message, Throwable cause) {
        super(message, cause);
    }
}
