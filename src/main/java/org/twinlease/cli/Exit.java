package org.twinlease.cli;

/// How a command ends. The numbers are a contract with scripts and hold for every command.
public enum Exit {
    /// Done, and nothing was found wrong.
    CLEAN(0),
    /// Findings, or a verdict that failed.
    FINDINGS(1),
    /// Wrong usage, or input that cannot be read.
    USAGE(2),
    /// The server or its partner could not be reached.
    UNREACHABLE(3),
    /// A failure of our own.
    INTERNAL(4);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    /// The number that the process ends with.
    public int code() {
        return code;
    }
}
