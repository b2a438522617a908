package org.twinlease.isc;

import org.twinlease.config.Problem;
import org.twinlease.config.Problem.Severity;
import org.twinlease.isc.tree.ConfTree;
import org.twinlease.isc.tree.Cursor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Gathers the problems of one reading, at most [#MOST] of them.
final class Report {
    private static final int MOST = 2000;

    private final List<Problem> problems = new ArrayList<>();
    private int errors;

    void add(Problem problem) {
        if (problem.severity() == Severity.ERROR) errors++;
        if (problems.size() < MOST) problems.add(problem);
    }

    void error(ConfTree tree, int token, String code, String message, String remedy) {
        add(Cursor.problem(tree, token, Severity.ERROR, code, message, remedy));
    }

    void warn(ConfTree tree, int token, String code, String message, String remedy) {
        add(Cursor.problem(tree, token, Severity.WARNING, code, message, remedy));
    }

    void info(ConfTree tree, int token, String code, String message, String remedy) {
        add(Cursor.problem(tree, token, Severity.INFO, code, message, remedy));
    }

    /// How many errors there are so far.
    int errors() {
        return errors;
    }

    /// The problems by file, line and column.
    List<Problem> sorted() {
        List<Problem> all = new ArrayList<>(problems);
        Collections.sort(all);
        return all;
    }
}
