package org.twinlease.sim;

import org.twinlease.value.Now;

/// The two clocks of a simulation and the agenda that moves them: what is to happen at which tick,
/// and in the order in which it was put down where that is the same.
public final class SimTime {

    /// Midnight of 2026-01-01, UTC, in milliseconds: where every simulation begins.
    public static final long START = 1_767_225_600_000L;

    private final Agenda agenda = new Agenda();
    private long tick;
    private long wallOffset = START;

    /// The world's reading of both clocks.
    public Now now() {
        return new Now(tick + wallOffset, tick);
    }

    /// Milliseconds since the beginning of the world.
    public long tick() {
        return tick;
    }

    /// Puts something down for a tick, or for this moment where that is past.
    public void at(long when, Runnable what) {
        agenda.add(Math.max(tick, when), what);
    }

    /// Puts something down for so many milliseconds from now.
    public void after(long millis, Runnable what) {
        at(tick + millis, what);
    }

    /// Moves the wall clock alone.
    public void jump(long millis) {
        wallOffset += millis;
    }

    /// Does everything that is due up to a tick, at which the clocks then stand.
    public void runUntil(long end) {
        while (!agenda.isEmpty() && agenda.tick() <= end) {
            tick = agenda.tick();
            agenda.take().run();
        }
        tick = Math.max(tick, end);
    }
}
