package org.twinlease.control;

import org.jspecify.annotations.Nullable;
import org.twinlease.value.Ip4;

import java.util.List;

/// Part of the lease table, ordered by address. `next` is where to ask on, null at the end.
public record LeasePage(List<LeaseView> leases, @Nullable Ip4 next) {

    /// Takes a copy of the list.
    public LeasePage {
        leases = List.copyOf(leases);
    }
}
