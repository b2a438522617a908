package org.twinlease.control;

import java.util.Locale;

/// Whether live drills may be done to a server. It is an operator's word, kept while the server's
/// process lives.
public enum LiveMark {
    /// They may not: clients depend on it.
    NONE,

    /// They may at any time: nobody depends on it.
    LAB,

    /// They may until an announced time.
    MAINTENANCE;

    /// As commands and the API spell it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
