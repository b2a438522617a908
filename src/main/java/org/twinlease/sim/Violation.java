package org.twinlease.sim;

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

        /// A client was promised more than MCLT beyond what the partner had acknowledged.
        BEYOND,

        /// The two servers were quiet for long, and still say different things or do not serve
        /// together.
        APART,

        /// Anything else.
        OTHER
    }

    private final Kind kind;

    Violation(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    Violation(String message, Throwable cause) {
        super(message, cause);
        kind = Kind.OTHER;
    }

    /// What was broken.
    public Kind kind() {
        return kind;
    }
}
