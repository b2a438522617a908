package org.twinlease.isc.edit;

import org.twinlease.config.Edit;
import org.twinlease.config.Problem;

import java.util.ArrayList;
import java.util.List;

/// Chooses which of the problems of a configuration a machine mends in one go.
public final class Fixes {
    private Fixes() {}

    /// The edits of all problems that have some, without those that get in the way of an earlier
    /// problem's.
    public static List<Edit> of(List<Problem> problems) {
        List<Edit> chosen = new ArrayList<>();
        for (Problem problem : problems) {
            boolean free =
                    problem.fix().stream().noneMatch(e -> chosen.stream().anyMatch(e::overlaps));
            if (free) chosen.addAll(problem.fix());
        }
        return chosen;
    }
}
