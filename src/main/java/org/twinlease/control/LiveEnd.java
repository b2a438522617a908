package org.twinlease.control;

import java.util.Locale;

/// How a live drill came to its end.
public enum LiveEnd {
    /// Its time was over.
    OVER,

    /// Somebody ended it.
    ORDERED,

    /// Whoever led it was not heard of any more.
    FORSAKEN,

    /// The configuration has changed under it.
    RECONFIGURED;

    /// As commands and the API spell it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
