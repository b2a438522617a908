package org.twinlease.cli;

/// A command cannot be done. The message is one line for people: what, where, and what helps.
public final class Refused extends Exception {

    private final Exit exit;

    /// A refusal that ends the command with `exit`.
    public Refused(Exit exit, String message) {
        super(message);
        this.exit = exit;
    }

    /// Wrong usage, or something that was given cannot be read or had.
    public static Refused input(String message) {
        return new Refused(Exit.USAGE, message);
    }

    /// How the command ends.
    public Exit exit() {
        return exit;
    }
}
