package org.twinlease.sim;

import org.twinlease.value.Now;

import java.util.Comparator;
import java.util.PriorityQueue;

/// The two clocks of a simulation and the agenda that moves them: what is to happen at which tick,
/// and in the order in which it was put down where that is the same.
final class SimTime {

    /// Midnight of 2026-01-01, UTC, in milliseconds: where every simulation begins.
    static final long START = 1_767_225_600_000L;

    private record Entry(long tick, long order, Runnable what) {}

    private final PriorityQueue<Entry> agenda =
            new PriorityQueue<>(
                    Comparator.comparingLong(Entry::tick).thenComparingLong(Entry::order));
    private long tick;
    private long wallOffset = START;
    private long order;

    Now now() {
        return new Now(tick + wallOffset, tick);
    }

    long tick() {
        return tick;
    }

    /// Puts something down for a tick, or for this moment where that is past.
    void at(long when, Runnable what) {
        agenda.add(new Entry(Math.max(tick, when), order++, what));
    }

    void after(long millis, Runnable what) {
        at(tick + millis, what);
    }

    /// Moves the wall clock alone.
    void jump(long millis) {
        wallOffset += millis;
    }

    /// Does everything that is due up to a tick, at which the clocks then stand.
    void runUntil(long end) {
        while (!agenda.isEmpty() && agenda.peek().tick() <= end) {
            Entry next = agenda.remove();
            tick = next.tick();
            next.what().run();
        }
        tick = Math.max(tick, end);
    }
}
