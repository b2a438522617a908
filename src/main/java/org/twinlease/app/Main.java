package org.twinlease.app;

import org.twinlease.cli.commands.Twinlease;

/// The program's entry.
public final class Main {
    private Main() {}

    /// Runs a command line and ends the process with its exit code.
    public static void main(String[] words) {
        System.exit(Twinlease.run(new LocalPrograms(), words));
    }
}
