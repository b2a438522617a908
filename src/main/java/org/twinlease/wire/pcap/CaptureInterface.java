package org.twinlease.wire.pcap;

import java.nio.ByteBuffer;

/// An interface that pcapng describes: its link type, how many octets of a packet are kept (0:
/// all), and how times are counted: `resolution` as the option `if_tsresol` has it, and seconds to
/// add.
record CaptureInterface(int linkType, long snapLength, int resolution, long offsetSeconds) {

    private static final int TIME_RESOLUTION = 9;
    private static final int TIME_OFFSET = 14;
    private static final int BINARY = 0x80;
    private static final long SECOND = 1_000_000_000;

    /// Reads an interface description block, which has at least 20 octets.
    static CaptureInterface read(ByteBuffer unit) {
        int resolution = 6;
        long offset = 0;
        int end = unit.capacity() - 4;
        int at = 16;
        while (at + 4 <= end) {
            int code = CaptureFormat.u16(unit, at);
            int size = CaptureFormat.u16(unit, at + 2);
            if (code == 0 || at + 4 + size > end) break;
            if (code == TIME_RESOLUTION && size == 1) resolution = unit.get(at + 4) & 255;
            if (code == TIME_OFFSET && size == 8) offset = unit.getLong(at + 4);
            at += 4 + (size + 3) / 4 * 4;
        }
        return new CaptureInterface(
                CaptureFormat.u16(unit, 8), CaptureFormat.u32(unit, 12), resolution, offset);
    }

    /// A time in the interface's units, unsigned, as nanoseconds since 1970.
    long nanos(long units) {
        return nanosOf(units) + offsetSeconds * SECOND;
    }

    private long nanosOf(long units) {
        int power = resolution & ~BINARY;
        if ((resolution & BINARY) != 0) {
            if (power > 63) return 0;
            long seconds = power == 0 ? units : units >>> power;
            long part = units & (1L << power) - 1;
            return seconds * SECOND + (long) Math.scalb((double) part * SECOND, -power);
        }
        long nanos = units;
        for (int i = power; i < 9; i++) nanos *= 10;
        for (int i = power; i > 9 && nanos != 0; i--) nanos = Long.divideUnsigned(nanos, 10);
        return nanos;
    }
}
