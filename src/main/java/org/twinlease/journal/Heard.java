package org.twinlease.journal;

import org.twinlease.lease.Lease;
import org.twinlease.lease.PairState;

import java.util.function.Consumer;

/// Who hears what is read from the files.
record Heard(Consumer<Lease> leases, Consumer<PairState> pairs) {

    static final Heard BY_NOBODY = new Heard(_ -> {}, _ -> {});
}
