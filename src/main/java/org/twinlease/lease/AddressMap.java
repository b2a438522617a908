package org.twinlease.lease;

import org.twinlease.value.Ip4;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Addresses of all ranges to slots, the numbers 0 to size-1 in the order of the addresses, and
/// back.
final class AddressMap {

    private final int[] low;
    private final int[] high;
    private final int[] base;
    private final int[] pool;
    private final int size;

    AddressMap(List<PoolRange> ranges) {
        List<PoolRange> sorted = new ArrayList<>(ranges);
        sorted.sort(Comparator.comparing(PoolRange::low));
        int count = sorted.size();
        low = new int[count];
        high = new int[count];
        base = new int[count];
        pool = new int[count];
        long next = 0;
        for (int i = 0; i < count; i++) {
            PoolRange range = sorted.get(i);
            if (i > 0 && range.low().compareTo(new Ip4(high[i - 1])) <= 0) {
                throw new IllegalArgumentException("two ranges hold " + range.low());
            }
            low[i] = range.low().bits();
            high[i] = range.high().bits();
            base[i] = (int) next;
            pool[i] = range.pool();
            next += Integer.toUnsignedLong(high[i]) - Integer.toUnsignedLong(low[i]) + 1;
            if (next > 1 << 28) throw new IllegalArgumentException("more than 2^28 addresses");
        }
        size = (int) next;
    }

    int size() {
        return size;
    }

    /// The slot of an address, -1 when no range holds it.
    int slot(int address) {
        int i = last(low, address, true);
        return i < 0 || Integer.compareUnsigned(address, high[i]) > 0
                ? -1
                : base[i] + (address - low[i]);
    }

    /// The first slot whose address is not below; [#size] when there is none.
    int ceiling(int address) {
        int i = last(low, address, true);
        if (i < 0) return 0;
        if (Integer.compareUnsigned(address, high[i]) <= 0) return base[i] + (address - low[i]);
        return i + 1 < base.length ? base[i + 1] : size;
    }

    int address(int slot) {
        int i = last(base, slot, false);
        return low[i] + (slot - base[i]);
    }

    int pool(int slot) {
        return pool[last(base, slot, false)];
    }

    /// The index of the last element that is not above the key.
    private static int last(int[] sorted, int key, boolean unsigned) {
        int flip = unsigned ? Integer.MIN_VALUE : 0;
        int from = 0;
        int to = sorted.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if ((sorted[middle] ^ flip) <= (key ^ flip)) from = middle + 1;
            else to = middle;
        }
        return from - 1;
    }
}
