package org.twinlease.lease;

import org.twinlease.value.Ip4;

/// Addresses of one pool, from `low` to `high`, both included; the pool by its number, from 0.
public record PoolRange(int pool, Ip4 low, Ip4 high) {

    /// Checks the order.
    public PoolRange {
        if (pool < 0 || low.compareTo(high) > 0) {
            throw new IllegalArgumentException("no range: " + low + " " + high);
        }
    }
}
