package org.twinlease.wire.pcap;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;

/// One of the two file formats, as units that follow each other: packet records, or blocks.
abstract sealed class CaptureFormat permits ClassicFormat, BlockFormat {

    /// The largest unit that is read whole. Packets are limited to 262144 octets by the programs
    /// that capture them.
    static final int LARGEST = 1 << 20;

    private @Nullable CaptureFault fault;

    /// Octets that must be there before [#size] can be asked.
    abstract int head();

    /// How many octets the unit at the buffer's position has; at least [#head] are there. After a
    /// fault the number means nothing.
    abstract long size(ByteBuffer in);

    /// Whether the unit at the buffer's position says anything about packets.
    abstract boolean isWanted(ByteBuffer in);

    /// Reads the unit that fills the buffer; gives its frame, null where it is none.
    abstract @Nullable CapturedFrame take(ByteBuffer unit);

    /// Says what is wrong, after which nothing more is read.
    final void fail(CaptureFault what) {
        if (fault == null) fault = what;
    }

    final @Nullable CaptureFault fault() {
        return fault;
    }

    static long u32(ByteBuffer in, int at) {
        return in.getInt(at) & 0xFFFF_FFFFL;
    }

    static int u16(ByteBuffer in, int at) {
        return in.getShort(at) & 0xFFFF;
    }
}
