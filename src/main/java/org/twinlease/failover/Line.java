package org.twinlease.failover;

import org.twinlease.value.Ip4;
import org.twinlease.wire.failover.FrameCutter;

/// One TCP connection to a partner, or the attempt at one. Ticks are milliseconds.
final class Line {

    /// How far it has come.
    enum Phase {
        /// TCP is being opened.
        CONNECTING,
        /// TCP is up; CONNECT or CONNECTACK is awaited.
        OPEN,
        /// Both have accepted each other.
        UP
    }

    final long link;
    final Ip4 remote;
    final FrameCutter cutter = new FrameCutter();
    Phase phase;
    long begunTick;
    long heardTick;

    /// When something left that the partner answers at once with what it says next; -1 for nothing.
    long echoTick = -1;

    long sentTick;
    private long xid;

    Line(long link, Ip4 remote, Phase phase, long tick) {
        this.link = link;
        this.remote = remote;
        this.phase = phase;
        begunTick = tick;
        heardTick = tick;
        sentTick = tick;
    }

    /// The number of the next message that starts an exchange; each connection counts from 0.
    long nextXid() {
        return xid++ & 0xFFFF_FFFFL;
    }

    /// The number of the next binding update.
    long nextXid(Xids updates) {
        xid = Math.max(xid, updates.unused);
        updates.unused = xid + 1;
        return nextXid();
    }
}
