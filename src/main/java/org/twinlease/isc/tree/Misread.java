package org.twinlease.isc.tree;

import org.twinlease.config.Problem;

/// Leaves the reading of one statement with the problem found in it; caught where statements are
/// taken one by one. It never leaves this room.
public final class Misread extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final int token;

    public Misread(Problem problem, int token) {
        super(problem.code(), null, false, false);
        this.problem = problem;
        this.token = token;
    }

    /// The same, placed at another token.
    Misread at(ConfTree tree, int index) {
        return new Misread(
                Cursor.problem(
                        tree,
                        index,
                        problem.severity(),
                        problem.code(),
                        problem.message(),
                        problem.remedy()),
                index);
    }

    public Problem problem() {
        return problem;
    }

    /// The index of the token at which reading stopped.
    public int token() {
        return token;
    }
}
