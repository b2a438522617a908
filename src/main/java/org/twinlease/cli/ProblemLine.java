package org.twinlease.cli;

import org.twinlease.config.Problem;

import java.util.Locale;

/// A problem as one line that editors and scripts can take apart.
final class ProblemLine {
    private ProblemLine() {}

    /// `file:line:col: severity code: message`, then the remedy.
    static String of(Problem problem) {
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
