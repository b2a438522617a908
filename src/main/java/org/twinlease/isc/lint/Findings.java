package org.twinlease.isc.lint;

import org.twinlease.config.Edit;
import org.twinlease.config.Problem;
import org.twinlease.config.Problem.Severity;
import org.twinlease.isc.edit.Editor;
import org.twinlease.isc.outline.Entry;
import org.twinlease.isc.tree.ConfTree;
import org.twinlease.isc.tree.Token;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Gathers what the rules find.
public final class Findings {
    private static final int MOST_OF_A_RULE = 200;

    private final List<Problem> found = new ArrayList<>();
    private final Map<ConfTree, Editor> editors = new HashMap<>();
    private String code = "";
    private Severity severity = Severity.WARNING;
    private int ofRule;

    void begin(Rule rule) {
        code = rule.code();
        severity = rule.severity();
        ofRule = 0;
    }

    /// Something at the first token of a statement.
    void at(Entry entry, String message, String remedy, Edit... fix) {
        at(entry, 0, message, remedy, fix);
    }

    /// Something at a token of a statement, counted from its first.
    void at(Entry entry, int index, String message, String remedy, Edit... fix) {
        add(severity, entry.tree(), entry.from() + index, message, remedy, List.of(fix));
    }

    /// Something worth a note, whatever the level of the rule.
    void note(Entry entry, String message, String remedy, Edit... fix) {
        add(Severity.INFO, entry.tree(), entry.from(), message, remedy, List.of(fix));
    }

    /// Something that goes wrong only later, whatever the level of the rule.
    void warn(Entry entry, String message, String remedy) {
        add(Severity.WARNING, entry.tree(), entry.from(), message, remedy, List.of());
    }

    /// Something at a token of a file.
    void at(ConfTree tree, int token, String message, String remedy) {
        add(severity, tree, token, message, remedy, List.of());
    }

    private void add(
            Severity how, ConfTree tree, int at, String message, String remedy, List<Edit> fix) {
        if (++ofRule > MOST_OF_A_RULE) return;
        Token token = tree.token(at);
        found.add(
                new Problem(
                        tree.name(),
                        token.line(),
                        token.column(),
                        how,
                        code,
                        message,
                        remedy,
                        fix));
    }

    /// Makes edits of the file that a statement stands in.
    Editor editor(Entry entry) {
        return editors.computeIfAbsent(entry.tree(), Editor::new);
    }

    List<Problem> all() {
        return found;
    }
}
