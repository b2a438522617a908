package org.twinlease.cli.lines;

import org.twinlease.config.Problem;

import java.util.Locale;

/// A problem as one line that editors and scripts can take apart.
public final class ProblemLine {
    private ProblemLine() {}

    /// `file:line:col: severity code: message`, then the remedy.
    public static String of(Problem problem) {
        return problem.file()
                + ":"
                + problem.line()
                + ":"
                + problem.column()
                + ": "
                + problem.severity().name().toLowerCase(Locale.ROOT)
                + " "
                + problem.code()
                + ": "
                + sentence(problem.message())
                + (problem.remedy().isEmpty() ? "" : " " + sentence(problem.remedy()));
    }

    private static String sentence(String text) {
        boolean ends = text.endsWith(".") || text.endsWith("!") || text.endsWith("?");
        return ends ? text : text + ".";
    }
}
