package org.twinlease.engine;

import org.jspecify.annotations.Nullable;
import org.twinlease.dhcp.Plan;
import org.twinlease.journal.Rows;
import org.twinlease.lease.Lease;
import org.twinlease.lease.LeaseTable;
import org.twinlease.lease.PairState;
import org.twinlease.value.BindingState;
import org.twinlease.value.Ip4;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// The states of all failover pairs, and all leases: the table of the configured pools, and strays,
/// which are leases of addresses that are in no pool any more. Strays are kept, so that a range
/// that was taken out by mistake comes back with its leases.
final class Store implements Rows {

    private final LeaseTable table;
    private final TreeMap<Ip4, Lease> strays = new TreeMap<>();
    private final TreeMap<String, PairState> pairs = new TreeMap<>();
    private Ip4[] strayOrder = {};

    Store(Plan plan) {
        table = new LeaseTable(plan.ranges());
    }

    LeaseTable table() {
        return table;
    }

    /// Takes over a lease from a journal or another store.
    void restore(Lease lease) {
        if (table.slot(lease.address()) >= 0) table.apply(lease);
        else strays.put(lease.address(), lease);
    }

    /// Takes over a failover pair's state, or forgets it when it is null.
    void put(String pair, @Nullable PairState state) {
        if (state == null) pairs.remove(pair);
        else pairs.put(pair, state);
    }

    /// The state of a failover pair; null when none was ever kept.
    @Nullable PairState pair(String name) {
        return pairs.get(name);
    }

    /// To be called after the last [#restore], before the first packet.
    void restored() {
        table.sortFree();
        strayOrder = strays.keySet().toArray(new Ip4[0]);
    }

    /// The leases and pairs of this store under another plan.
    Store moveTo(Plan plan) {
        Store next = new Store(plan);
        for (int i = 0; i < size(); i++) {
            Lease lease = row(i);
            if (lease != null) next.restore(lease);
        }
        next.pairs.putAll(pairs);
        next.restored();
        return next;
    }

    @Override
    public int size() {
        return table.size() + strayOrder.length;
    }

    @Override
    public @Nullable Lease row(int index) {
        if (index >= table.size()) return strays.get(strayOrder[index - table.size()]);
        boolean plain = table.state(index) == BindingState.FREE && !table.wasUsed(index);
        if (plain) return null;
        return table.lease(index);
    }

    @Override
    public Collection<PairState> pairs() {
        return Collections.unmodifiableCollection(pairs.values());
    }

    Map<Ip4, Lease> strays() {
        return strays;
    }
}
