package org.twinlease.sim;

import org.jspecify.annotations.Nullable;

/// Something happened in a world that must never happen. The message has the seed, what was broken,
/// and the end of the transcript: the same setting leads to the same place again.
public final class Violation extends IllegalStateException {

    private static final long serialVersionUID = 1;

    /// What was broken.
    public enum Kind {
        /// An address was with two clients at one time.
        DOUBLE,

        /// A lease that a client relies on was lost.
        LOST,

        /// A client was told what was not on disk yet.
        UNSYNCED,

        /// Anything else.
        OTHER
    }

    private final Kind kind;

    /// What brought it about, where that was not the servers; null: they did.
    private final @Nullable String excuse;

    Violation(Kind kind, String message, @Nullable String excuse) {
        super(message);
        this.kind = kind;
        this.excuse = excuse;
    }

    Violation(String message, Throwable cause) {
        super(message, cause);
        kind = Kind.OTHER;
        excuse = null;
    }

    /// What was broken.
    public Kind kind() {
        return kind;
    }

    /// Whose mistake it was, where it was not the servers' (`operator`); null: theirs.
    public @Nullable String excuse() {
        return excuse;
    }
}
