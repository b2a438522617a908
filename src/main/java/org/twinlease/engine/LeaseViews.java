package org.twinlease.engine;

import org.twinlease.control.ClientText;
import org.twinlease.control.LeaseView;
import org.twinlease.lease.Lease;

/// A stored lease as people see it: the one way from what a journal keeps to what is shown.
public final class LeaseViews {
    private LeaseViews() {}

    /// The view of a lease; `pool` is the number of its pool, or [LeaseView#NO_POOL].
    public static LeaseView of(Lease lease, int pool) {
        return new LeaseView(
                lease.address(),
                lease.state(),
                lease.hardware(),
                lease.clientId(),
                ClientText.of(lease.hostname()),
                lease.starts(),
                lease.ends(),
                lease.cltt(),
                lease.is(Lease.RESERVED),
                lease.is(Lease.BOOTP),
                pool,
                lease.tstp(),
                lease.tsfp(),
                lease.atsfp());
    }
}
