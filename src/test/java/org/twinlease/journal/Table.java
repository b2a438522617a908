package org.twinlease.journal;

import org.jspecify.annotations.Nullable;
import org.twinlease.lease.Lease;
import org.twinlease.lease.PairState;
import org.twinlease.value.Ip4;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The owner of a journal as tests need one: the last lease of every address and the last state of
/// every pair.
final class Table implements Rows {

    static final Rows NO_ROWS = new Table();

    final Map<Ip4, Lease> leases = new HashMap<>();
    final Map<String, PairState> pairs = new HashMap<>();
    private final Map<Ip4, Integer> index = new HashMap<>();
    private final List<Ip4> order = new ArrayList<>();

    static Map<Ip4, Lease> of(Collection<Lease> leases) {
        var table = new Table();
        leases.forEach(lease -> table.put(lease));
        return table.leases;
    }

    void put(Lease lease) {
        leases.put(lease.address(), lease);
        if (index.putIfAbsent(lease.address(), order.size()) == null) order.add(lease.address());
    }

    void put(PairState state) {
        pairs.put(state.name(), state);
    }

    @Override
    public Collection<PairState> pairs() {
        return pairs.values();
    }

    @Override
    public int size() {
        return order.size();
    }

    @Override
    public @Nullable Lease row(int index) {
        return leases.get(order.get(index));
    }
}
