package org.twinlease.console.model;

import org.twinlease.control.PoolView;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the pools are called, by their index.
final class PoolNames {

    private final Map<Integer, String> names = new HashMap<>();

    void put(List<PoolView> pools) {
        for (PoolView pool : pools) names.put(pool.index(), pool.network());
    }

    /// The name of a pool; empty while it is unknown.
    String name(int index) {
        return names.getOrDefault(index, "");
    }
}
