package org.twinlease.app;

import org.twinlease.cli.commands.Twinlease;

import java.io.PrintWriter;
import java.io.StringWriter;

/// For tests that type a command of the real program and read what it says.
abstract class Typed {

    /// What the last command wrote to standard output.
    final StringWriter out = new StringWriter();

    /// What the last command wrote to standard error.
    final StringWriter err = new StringWriter();

    /// Runs a command; its exit code.
    final int run(String... words) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Twinlease.run(
                new LocalPrograms(), new PrintWriter(out), new PrintWriter(err), words);
    }
}
