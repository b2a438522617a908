package org.twinlease.api;

import java.io.IOException;

/// A server could not be asked. The message is one line for people: what, where, and what helps.
public final class ApiFault extends IOException {

    private final Kind kind;

    /// What went wrong.
    public enum Kind {
        /// Nobody answers there, or what answers is no server of this kind.
        UNREACHABLE,
        /// The token is wrong or missing.
        DENIED,
        /// The server has no time or no place for one more.
        BUSY,
        /// The server does not understand what it was asked.
        REFUSED
    }

    /// A fault of a kind.
    public ApiFault(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /// What went wrong.
    public Kind kind() {
        return kind;
    }
}
