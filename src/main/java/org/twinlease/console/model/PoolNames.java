package org.twinlease.console.model;

import org.twinlease.control.PoolView;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What the pools are called, by their index. A sorter beside the console's thread may read them.
public final class PoolNames {

    private final Map<Integer, String> names = new ConcurrentHashMap<>();

    public void put(List<PoolView> pools) {
        for (PoolView pool : pools) names.put(pool.index(), pool.network());
    }

    /// All names, each once.
    public Set<String> all() {
        return Set.copyOf(names.values());
    }

    /// The name of a pool; empty while it is unknown.
    public String name(int index) {
        return names.getOrDefault(index, "");
    }
}
