package org.twinlease.lab;

import org.jspecify.annotations.Nullable;
import org.twinlease.journal.FolderDisk;
import org.twinlease.journal.Journal;
import org.twinlease.lease.Lease;
import org.twinlease.lease.PairState;
import org.twinlease.value.BindingState;
import org.twinlease.value.Ip4;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// What is on the disk of a server, running or not.
final class Leases {

    private Leases() {}

    static Map<Ip4, Lease> of(Path data) {
        Map<Ip4, Lease> leases = new TreeMap<>();
        try {
            var _ =
                    Journal.read(
                            FolderDisk.readOnly(data),
                            () -> {
                                leases.clear();
                                return lease -> leases.put(lease.address(), lease);
                            });
            return leases;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /// The state of a failover pair; null while there is none.
    static @Nullable PairState pair(Path data, String name) {
        Map<String, PairState> pairs = new TreeMap<>();
        try {
            var _ =
                    Journal.read(
                            FolderDisk.readOnly(data),
                            () -> _ -> {},
                            pair -> pairs.put(pair.name(), pair));
            return pairs.get(name);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static BindingState state(Path data, String address) {
        Lease lease = of(data).get(Ip4.of(address));
        return lease == null ? BindingState.FREE : lease.state();
    }
}
