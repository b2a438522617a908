package org.twinlease.drill.script;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.Problem;

import java.util.List;

/// What came of reading a drill: the scenario, or null and what is wrong with the text. `outcome`
/// is what stands under the line of dashes, empty where there is none.
public record Reading(@Nullable Scenario scenario, List<Problem> problems, String outcome) {

    /// Takes a copy of the list.
    public Reading {
        problems = List.copyOf(problems);
    }
}
