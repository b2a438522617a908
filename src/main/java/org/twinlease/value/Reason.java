package org.twinlease.value;

import java.util.List;

/// Why something was decided: a code and the numbers, addresses and names that the decision was
/// made from. Turned into a sentence by one table (`control.Sentences`); carried by every offer,
/// answer, silence and lease time. Operands are of these types only: [Ip4], [Long] (seconds,
/// counts), [String], [HardwareAddress], [Octets].
public record Reason(ReasonCode code, List<Object> operands) {

    /// Checks that the code got the number of operands that its sentence uses.
    public Reason {
        operands = List.copyOf(operands);
        if (operands.size() != code.operands()) {
            throw new IllegalArgumentException(code + " takes " + code.operands() + " operands");
        }
    }

    /// A reason with its operands in the order that the code's comment names.
    public static Reason of(ReasonCode code, Object... operands) {
        return new Reason(code, List.of(operands));
    }
}
