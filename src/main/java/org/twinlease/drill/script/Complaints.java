package org.twinlease.drill.script;

/// Where a reader says what is wrong with a line.
interface Complaints {
    /// `remedy` says what to write instead.
    void add(int line, String message, String remedy);
}
