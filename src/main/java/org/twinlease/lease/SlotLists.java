package org.twinlease.lease;

import java.util.Arrays;

/// Doubly linked lists of slots in two arrays; a slot is in one list at most. The ends of a list
/// name it (as the list's complement), so that a slot is taken out without knowing where it is.
final class SlotLists {

    private static final int NONE = Integer.MIN_VALUE;

    private final int[] previous;
    private final int[] next;
    private final int[] head;
    private final int[] tail;

    SlotLists(int slots, int lists) {
        previous = new int[slots];
        next = new int[slots];
        Arrays.fill(previous, NONE);
        Arrays.fill(next, NONE);
        head = new int[lists];
        tail = new int[lists];
        Arrays.fill(head, -1);
        Arrays.fill(tail, -1);
    }

    /// The first slot of a list, -1 when it is empty.
    int head(int list) {
        return head[list];
    }

    /// The slot after this one in its list, -1 at the end.
    int after(int slot) {
        return next[slot] < 0 ? -1 : next[slot];
    }

    boolean isLinked(int slot) {
        return next[slot] != NONE;
    }

    void append(int list, int slot) {
        int last = tail[list];
        previous[slot] = last < 0 ? ~list : last;
        next[slot] = ~list;
        if (last < 0) head[list] = slot;
        else next[last] = slot;
        tail[list] = slot;
    }

    void prepend(int list, int slot) {
        int first = head[list];
        next[slot] = first < 0 ? ~list : first;
        previous[slot] = ~list;
        if (first < 0) tail[list] = slot;
        else previous[first] = slot;
        head[list] = slot;
    }

    void unlink(int slot) {
        int before = previous[slot];
        int behind = next[slot];
        if (behind == NONE) return;
        if (before < 0) head[~before] = behind < 0 ? -1 : behind;
        else next[before] = behind;
        if (behind < 0) tail[~behind] = before < 0 ? -1 : before;
        else previous[behind] = before;
        previous[slot] = NONE;
        next[slot] = NONE;
    }
}
