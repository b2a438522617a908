package org.twinlease.lease;

import org.twinlease.value.BindingState;

import java.util.Arrays;
import java.util.function.IntConsumer;

/// Free rows in the order in which they are to be given out.
final class LongestUnused {

    private LongestUnused() {}

    /// Calls `next` for every free or backup row that is not held: never used ones by address, then
    /// the others by their end. Key and slot share a long, so that a million sort without objects.
    static void sort(int size, LeaseTable table, IntConsumer next) {
        long[] keys = new long[size];
        int count = 0;
        for (int slot = 0; slot < size; slot++) {
            BindingState state = table.state(slot);
            boolean free = state == BindingState.FREE || state == BindingState.BACKUP;
            if (free && !table.isHeld(slot)) keys[count++] = table.ends(slot) << 28 | slot;
        }
        Arrays.sort(keys, 0, count);
        for (int i = 0; i < count; i++) next.accept((int) (keys[i] & (1 << 28) - 1));
    }
}
