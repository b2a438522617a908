package org.twinlease.lease;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/// A hash index that holds slots only: the hash of a slot's key is asked from the table, so an
/// entry is four octets. Several slots may have one key. Linear probing, at most three quarters
/// full.
final class SlotIndex {

    private final IntUnaryOperator hashOf;
    private int[] slots = new int[64];
    private int used;

    /// `hashOf` gives the hash of the key of a slot as the table holds it now.
    SlotIndex(IntUnaryOperator hashOf) {
        this.hashOf = hashOf;
        Arrays.fill(slots, -1);
    }

    void add(int slot) {
        if ((used + 1) * 4L > slots.length * 3L) grow();
        place(slot);
        used++;
    }

    /// Takes a slot out; its key must still be the one it was added under.
    void remove(int slot) {
        int mask = slots.length - 1;
        int at = spread(hashOf.applyAsInt(slot)) & mask;
        while (slots[at] != slot) {
            if (slots[at] < 0) return;
            at = at + 1 & mask;
        }
        used--;
        // Closes the gap: an entry that probes over it would not be found behind an empty place.
        for (int i = at + 1 & mask; slots[i] >= 0; i = i + 1 & mask) {
            int home = spread(hashOf.applyAsInt(slots[i])) & mask;
            if ((i - home & mask) >= (i - at & mask)) {
                slots[at] = slots[i];
                at = i;
            }
        }
        slots[at] = -1;
    }

    /// The first slot under a hash that is accepted, -1 when none is.
    int find(int hash, IntPredicate accept) {
        int mask = slots.length - 1;
        for (int at = spread(hash) & mask; slots[at] >= 0; at = at + 1 & mask) {
            if (accept.test(slots[at])) return slots[at];
        }
        return -1;
    }

    long bytes() {
        return 4L * slots.length;
    }

    private void place(int slot) {
        int mask = slots.length - 1;
        int at = spread(hashOf.applyAsInt(slot)) & mask;
        while (slots[at] >= 0) at = at + 1 & mask;
        slots[at] = slot;
    }

    private void grow() {
        int[] old = slots;
        slots = new int[old.length * 2];
        Arrays.fill(slots, -1);
        for (int slot : old) if (slot >= 0) place(slot);
    }

    private static int spread(int hash) {
        int h = hash * 0x9E3779B9;
        return h ^ h >>> 15;
    }
}
