package org.twinlease.control;

import java.util.List;

/// One thing that a message between the servers of a pair means: a code and what its sentence
/// names. Operands are of the types that a [org.twinlease.value.Reason] takes.
public record Meaning(MeaningCode code, List<Object> operands) {

    /// Checks that the code got the number of operands that its sentence uses.
    public Meaning {
        operands = List.copyOf(operands);
        if (operands.size() != code.operands()) {
            throw new IllegalArgumentException(code + " takes " + code.operands() + " operands");
        }
    }

    /// A meaning with its operands in the order that the code's comment names.
    public static Meaning of(MeaningCode code, Object... operands) {
        return new Meaning(code, List.of(operands));
    }
}
