package org.twinlease.config;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.logic.Expression;
import org.twinlease.config.logic.Origin;
import org.twinlease.value.Octets;

import java.util.List;

/// A class of clients (`spec/dhcpd-conf.md` 3.4, 8.3). `matchIf`: clients for whom it is true.
/// `submatch`: clients whose value is the data of a subclass; where `spawns` is set, of whatever
/// value, each with a class of its own. `leaseLimit`: how many leases all members together may
/// have, or those of each subclass where there is a submatch; 0 for no limit. The scopes have no
/// parent.
public record ClientClass(
        String name,
        Origin at,
        Scope scope,
        @Nullable Expression matchIf,
        @Nullable Expression submatch,
        boolean spawns,
        int leaseLimit,
        List<Subclass> subclasses) {

    /// Takes a copy of the list.
    public ClientClass {
        subclasses = List.copyOf(subclasses);
    }

    /// The members of a class whose submatch has a value; its settings come after the class's.
    public record Subclass(Octets data, Origin at, Scope scope, int leaseLimit) {}
}
