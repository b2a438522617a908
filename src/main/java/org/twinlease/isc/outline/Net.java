package org.twinlease.isc.outline;

import java.util.ArrayList;
import java.util.List;

/// A shared network, or the implicit one of a subnet that stands by itself.
public final class Net {
    private final String name;
    private final Entry entry;
    private final boolean shared;
    private final List<Sub> subnets = new ArrayList<>();
    private final List<PoolPart> pools = new ArrayList<>();

    Net(String name, Entry entry, boolean shared) {
        this.name = name;
        this.entry = entry;
        this.shared = shared;
    }

    public String name() {
        return name;
    }

    public Entry entry() {
        return entry;
    }

    /// Whether it is declared by `shared-network`.
    public boolean shared() {
        return shared;
    }

    public List<Sub> subnets() {
        return subnets;
    }

    /// All pools of the network in order, those of its subnets and anonymous ones among them.
    public List<PoolPart> pools() {
        return pools;
    }
}
