package org.twinlease.journal;

import org.jspecify.annotations.Nullable;
import org.twinlease.lease.Lease;
import org.twinlease.lease.PairState;

import java.util.Collection;
import java.util.List;

/// All leases there are, by index, as a snapshot reads them: a few thousand at a call, while others
/// change in between. An index has to keep its address until the snapshot is through; see
/// [Journal#rowsMoved].
public interface Rows {

    /// One more than the highest index.
    int size();

    /// The lease of an index, as it was last synced; null when there is nothing to keep.
    @Nullable Lease row(int index);

    /// The states of all failover pairs, as they were last synced.
    default Collection<PairState> pairs() {
        return List.of();
    }
}
