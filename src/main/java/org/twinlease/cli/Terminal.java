package org.twinlease.cli;

import org.jspecify.annotations.Nullable;
import org.twinlease.cli.lines.ProblemLine;
import org.twinlease.config.Problem;

import java.io.Console;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Where a command's lines go: results to standard output, everything else to standard error. May
/// be used from any thread; every line is flushed, since a program may be waiting for it.
public final class Terminal {

    private final PrintWriter out;
    private final PrintWriter err;
    private final @Nullable OutputStream octets;

    /// A terminal on two streams, neither of which it closes.
    public Terminal(PrintWriter out, PrintWriter err) {
        this(out, err, null);
    }

    /// A terminal whose results can also be octets of any kind, behind what was said before.
    public Terminal(PrintWriter out, PrintWriter err, @Nullable OutputStream octets) {
        this.out = out;
        this.err = err;
        this.octets = octets;
    }

    /// A terminal that nobody sees.
    public static Terminal nowhere() {
        var nothing = new PrintWriter(Writer.nullWriter());
        return new Terminal(nothing, nothing);
    }

    /// Octets as the result, as they are; as characters of the same number where there are only
    /// characters.
    ///
    /// @throws Refused when nobody takes them any more
    public synchronized void pass(byte[] result) throws Refused {
        out.flush();
        if (octets == null) {
            out.print(new String(result, StandardCharsets.ISO_8859_1));
            out.flush();
            return;
        }
        try {
            octets.write(result);
            octets.flush();
        } catch (IOException gone) {
            throw Refused.input("standard output takes no more");
        }
    }

    /// A line of the result.
    public synchronized void say(String line) {
        out.println(line);
        out.flush();
    }

    /// A line for the person at the keyboard or the log.
    public synchronized void complain(String line) {
        err.println(line);
        err.flush();
    }

    /// The errors and warnings of a configuration, one a line.
    public void complain(List<Problem> problems) {
        for (Problem problem : problems) {
            if (problem.severity() != Problem.Severity.INFO) complain(ProblemLine.of(problem));
        }
    }

    /// Whether a person sees the lines as they come, so that a picture can be kept in place.
    public boolean isInteractive() {
        return isTerminal(System.console());
    }

    private static boolean isTerminal(@Nullable Console console) {
        return console != null && console.isTerminal();
    }

    /// Where results go.
    public PrintWriter out() {
        return out;
    }

    /// Where everything else goes.
    public PrintWriter err() {
        return err;
    }
}
