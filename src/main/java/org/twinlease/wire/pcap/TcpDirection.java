package org.twinlease.wire.pcap;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/// One direction of a connection put back in order: retransmitted octets are dropped, those that
/// came too early wait for the ones before them. When more wait than [#MOST] octets or segments,
/// the ones before them are taken for lost.
final class TcpDirection {

    /// The most octets that wait.
    static final int MOST = 1 << 16;

    /// The most segments that wait.
    static final int MOST_SEGMENTS = 64;

    private record Early(int sequence, byte[] data) {}

    private final List<Early> early = new ArrayList<>();
    private int waiting;
    private boolean begun;
    private int next;
    private long lost;

    /// A SYN says where the octets begin, unless that is known.
    void begin(int sequence) {
        if (begun) return;
        begun = true;
        next = sequence + 1;
    }

    /// Takes a segment's data; gives what is in order now, which may be nothing.
    byte[] take(int sequence, byte[] data) {
        begin(sequence - 1);
        early.add(new Early(sequence, data));
        waiting += data.length;
        ByteArrayOutputStream ready = new ByteArrayOutputStream();
        collect(ready);
        if (ready.size() == 0 && (waiting > MOST || early.size() > MOST_SEGMENTS)) {
            passOver();
            collect(ready);
        }
        return ready.toByteArray();
    }

    /// Gives what waits behind the next hole, with the hole as [#lost]; nothing when none waits.
    byte[] flush() {
        ByteArrayOutputStream ready = new ByteArrayOutputStream();
        if (!early.isEmpty()) passOver();
        collect(ready);
        return ready.toByteArray();
    }

    /// How many octets before those that [#take] gave last were lost, told once.
    long lost() {
        long told = lost;
        lost = 0;
        return told;
    }

    int waiting() {
        return waiting;
    }

    private void collect(ByteArrayOutputStream ready) {
        for (Early segment = following(); segment != null; segment = following()) {
            int known = next - segment.sequence;
            if (known < segment.data.length) {
                ready.write(segment.data, known, segment.data.length - known);
                next += segment.data.length - known;
            }
            early.remove(segment);
            waiting -= segment.data.length;
        }
    }

    /// A segment that begins at or before the next octet; null if all are beyond it.
    private @Nullable Early following() {
        for (Early segment : early) if (next - segment.sequence >= 0) return segment;
        return null;
    }

    /// Goes on at the earliest of what waits.
    private void passOver() {
        int least = early.getFirst().sequence;
        for (Early segment : early) if (segment.sequence - least < 0) least = segment.sequence;
        lost += Integer.toUnsignedLong(least - next);
        next = least;
    }
}
