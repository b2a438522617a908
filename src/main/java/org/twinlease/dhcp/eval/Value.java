package org.twinlease.dhcp.eval;

import org.twinlease.config.logic.Action;
import org.twinlease.value.Octets;

/// What an expression yields and a variable holds.
public sealed interface Value {

    /// Octets.
    record Data(Octets octets) implements Value {}

    /// A 32-bit number, unsigned.
    record Count(long number) implements Value {}

    /// True or false.
    record Truth(boolean truth) implements Value {}

    /// A function of the configuration.
    record Function(Action.Define definition) implements Value {}
}
