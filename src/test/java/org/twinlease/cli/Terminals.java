package org.twinlease.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/// A terminal whose lines can be read.
public final class Terminals {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Terminal terminal = new Terminal(new PrintWriter(out), new PrintWriter(err));

    /// The terminal to hand over.
    public Terminal terminal() {
        return terminal;
    }

    /// What went to standard output so far.
    public String said() {
        return out.toString();
    }

    /// What went to standard error so far.
    public String complaints() {
        return err.toString();
    }
}
