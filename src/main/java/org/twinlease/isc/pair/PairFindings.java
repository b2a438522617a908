package org.twinlease.isc.pair;

import org.twinlease.config.Edit;
import org.twinlease.config.Problem;
import org.twinlease.config.Problem.Severity;
import org.twinlease.isc.outline.Entry;
import org.twinlease.isc.tree.Token;

import java.util.ArrayList;
import java.util.List;

/// Gathers what is found.
final class PairFindings {
    private static final int MOST = 500;

    private final List<Problem> found = new ArrayList<>();

    void error(String code, Entry at, String message, String remedy, Edit... fix) {
        add(Severity.ERROR, code, at, message, remedy, List.of(fix));
    }

    void warn(String code, Entry at, String message, String remedy, Edit... fix) {
        add(Severity.WARNING, code, at, message, remedy, List.of(fix));
    }

    void note(String code, Entry at, String message, String remedy) {
        add(Severity.INFO, code, at, message, remedy, List.of());
    }

    private void add(
            Severity severity,
            String code,
            Entry at,
            String message,
            String remedy,
            List<Edit> fix) {
        if (found.size() == MOST) return;
        Token token = at.token(0);
        found.add(
                new Problem(
                        at.tree().name(),
                        token.line(),
                        token.column(),
                        severity,
                        code,
                        message,
                        remedy,
                        fix));
    }

    List<Problem> all() {
        return found;
    }
}
