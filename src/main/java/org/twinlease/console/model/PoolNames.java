package org.twinlease.console.model;

import org.twinlease.control.PoolView;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the pools are called, by their index.
public final class PoolNames {

    private final Map<Integer, String> names = new HashMap<>();

    public void put(List<PoolView> pools) {
        for (PoolView pool : pools) names.put(pool.index(), pool.network());
    }

    /// The name of a pool; empty while it is unknown.
    public String name(int index) {
        return names.getOrDefault(index, "");
    }
}
