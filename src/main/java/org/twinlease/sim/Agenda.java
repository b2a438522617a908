package org.twinlease.sim;

import java.util.Arrays;

/// What is to happen at which tick, the earliest first, and in the order in which it was put down
/// where that is the same. A heap in arrays: a simulation does little else than put down and take.
final class Agenda {

    private long[] ticks = new long[64];
    private long[] orders = new long[64];
    private Runnable[] what = new Runnable[64];
    private int size;
    private long order;

    boolean isEmpty() {
        return size == 0;
    }

    /// The tick of what is next. Only while there is something.
    long tick() {
        return ticks[0];
    }

    void add(long tick, Runnable then) {
        if (size == ticks.length) {
            ticks = Arrays.copyOf(ticks, 2 * size);
            orders = Arrays.copyOf(orders, 2 * size);
            what = Arrays.copyOf(what, 2 * size);
        }
        int at = size++;
        long number = order++;
        while (at > 0) {
            int parent = (at - 1) / 2;
            // What was put down later never goes before what has the same tick.
            if (ticks[parent] <= tick) break;
            move(parent, at);
            at = parent;
        }
        put(at, tick, number, then);
    }

    /// Takes what is next.
    Runnable take() {
        Runnable first = what[0];
        size--;
        long tick = ticks[size];
        long number = orders[size];
        Runnable last = what[size];
        int at = 0;
        while (2 * at + 1 < size) {
            int child = 2 * at + 1;
            if (child + 1 < size && isBefore(child + 1, ticks[child], orders[child])) child++;
            if (!isBefore(child, tick, number)) break;
            move(child, at);
            at = child;
        }
        put(at, tick, number, last);
        return first;
    }

    private boolean isBefore(int entry, long tick, long number) {
        return ticks[entry] != tick ? ticks[entry] < tick : orders[entry] < number;
    }

    private void move(int from, int to) {
        put(to, ticks[from], orders[from], what[from]);
    }

    private void put(int at, long tick, long number, Runnable then) {
        ticks[at] = tick;
        orders[at] = number;
        what[at] = then;
    }
}
