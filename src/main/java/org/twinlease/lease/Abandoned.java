package org.twinlease.lease;

import org.jspecify.annotations.Nullable;

import java.util.TreeSet;
import java.util.function.IntPredicate;

/// The abandoned rows of each pool in the order of their ends, so that the oldest is found without
/// looking at the others. Takes memory only for rows that are abandoned.
final class Abandoned {

    private static final int SLOT_BITS = 32;

    /// By pool: ends (32 bits) above slots, null until there is one.
    private final @Nullable TreeSet<Long>[] pools;

    @SuppressWarnings({"unchecked", "rawtypes"}) // Java has no arrays of generic types
    Abandoned(int pools) {
        this.pools = new TreeSet[pools];
    }

    void add(int pool, int slot, long ends) {
        TreeSet<Long> rows = pools[pool];
        if (rows == null) {
            rows = new TreeSet<>();
            pools[pool] = rows;
        }
        rows.add(key(slot, ends));
    }

    void remove(int pool, int slot, long ends) {
        TreeSet<Long> rows = pools[pool];
        if (rows != null) rows.remove(key(slot, ends));
    }

    /// The accepted row that ends first, -1 when there is none.
    int oldest(int pool, IntPredicate accept) {
        TreeSet<Long> rows = pools[pool];
        if (rows == null) return -1;
        for (long key : rows) {
            int slot = (int) key;
            if (accept.test(slot)) return slot;
        }
        return -1;
    }

    private static long key(int slot, long ends) {
        return ends << SLOT_BITS | slot;
    }
}
