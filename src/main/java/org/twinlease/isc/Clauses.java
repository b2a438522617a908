package org.twinlease.isc;

import org.twinlease.config.logic.Action;
import org.twinlease.config.logic.Expression;
import org.twinlease.config.logic.Origin;

import java.util.ArrayList;
import java.util.List;

/// The `if` that was read last on a level, as long as `elsif` and `else` can follow: each of them
/// is a statement of its own in the tree, and belongs to the action that the `if` became.
final class Clauses {
    private record Clause(Origin at, Expression condition, List<Action> then) {}

    private final List<Clause> clauses = new ArrayList<>();
    private int index;

    /// Whether an `elsif` or `else` can follow.
    boolean isOpen() {
        return !clauses.isEmpty();
    }

    void close() {
        clauses.clear();
    }

    void begin(Level level, Origin at, Expression condition, List<Action> then) {
        clauses.clear();
        clauses.add(new Clause(at, condition, then));
        index = level.actions().size();
        level.add(whole(List.of()));
    }

    void elseIf(Level level, Origin at, Expression condition, List<Action> then) {
        clauses.add(new Clause(at, condition, then));
        level.actions().set(index, whole(List.of()));
    }

    void otherwise(Level level, List<Action> then) {
        level.actions().set(index, whole(then));
        clauses.clear();
    }

    private Action whole(List<Action> last) {
        List<Action> otherwise = last;
        for (Clause clause : clauses.reversed()) {
            otherwise = List.of(new Action.If(clause.at, clause.condition, clause.then, otherwise));
        }
        return otherwise.getFirst();
    }
}
