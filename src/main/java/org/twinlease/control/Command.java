package org.twinlease.control;

import org.twinlease.value.Ip4;

/// What an operator may order. Each is answered by an [Outcome].
public sealed interface Command {

    /// Gives a lease back as if the client had released it. The client is not told.
    record Release(Ip4 address) implements Command {}

    /// Makes an abandoned address free again before abandon-lease-time is over.
    record Unabandon(Ip4 address) implements Command {}
}
