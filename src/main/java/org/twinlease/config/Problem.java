package org.twinlease.config;

import java.util.Comparator;
import java.util.List;

/// One thing that is wrong with a configuration: where, how bad, what, and what to do about it.
/// Line and column count from 1; 0 where there is none. Message and remedy are one line of
/// printable text each, whatever the file holds that they quote. `fix` is what a machine can do
/// about it, all of it or nothing; empty where a person has to decide.
public record Problem(
        String file,
        int line,
        int column,
        Severity severity,
        String code,
        String message,
        String remedy,
        List<Edit> fix)
        implements Comparable<Problem> {

    /// An error keeps the configuration from being used.
    public enum Severity {
        ERROR,
        WARNING,
        INFO
    }

    /// A problem that a person has to mend.
    public Problem(
            String file,
            int line,
            int column,
            Severity severity,
            String code,
            String message,
            String remedy) {
        this(file, line, column, severity, code, message, remedy, List.of());
    }

    /// Makes one line of each text.
    public Problem {
        fix = List.copyOf(fix);
        message = printable(message);
        remedy = printable(remedy);
    }

    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}|[\u0080-\u009f]", "?");
    }

    private static final Comparator<Problem> ORDER =
            Comparator.comparing(Problem::file)
                    .thenComparingInt(Problem::line)
                    .thenComparingInt(Problem::column)
                    .thenComparing(Problem::code)
                    .thenComparing(Problem::message);

    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }
}
