package org.twinlease.drill;

import org.twinlease.drill.script.Expectation;

import java.util.List;

/// What came of a drill: whether everything that it expects holds, what clients went through, and
/// the worst moment.
public record Verdict(List<Judgement> judgements, Findings findings, Worst worst) {

    /// One expectation, whether it holds, and what was found instead or to prove it.
    public record Judgement(Expectation expectation, boolean holds, String found) {}

    /// The worst moment: `second` since midnight of the first day, -1 where there was none.
    public record Worst(long second, String what, List<String> causes) {

        /// Takes a copy of the list.
        public Worst {
            causes = List.copyOf(causes);
        }
    }

    /// Takes a copy of the list.
    public Verdict {
        judgements = List.copyOf(judgements);
    }

    /// Whether everything that the drill expects holds.
    public boolean holds() {
        return judgements.stream().allMatch(Judgement::holds);
    }
}
