package org.twinlease.wire.pcap;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// The pcap format: a header of 24 octets that fixes byte order, unit of time and link type, then
/// records of 16 octets and the packet.
final class ClassicFormat extends CaptureFormat {

    private static final int FILE_HEADER = 24;
    private static final int RECORD = 16;
    private static final int MICROS = 0xA1B2C3D4;
    private static final int NANOS = 0xA1B23C4D;
    private static final int LONGEST = 262_144;

    private final ByteOrder order;
    private final int nanosPerUnit;
    private int linkType = -1;

    private ClassicFormat(ByteOrder order, int nanosPerUnit) {
        this.order = order;
        this.nanosPerUnit = nanosPerUnit;
    }

    /// The format that a magic number, read in network order, begins; null if none.
    static @Nullable ClassicFormat of(int magic) {
        ByteOrder order = ByteOrder.BIG_ENDIAN;
        int number = magic;
        if (number != MICROS && number != NANOS) {
            order = ByteOrder.LITTLE_ENDIAN;
            number = Integer.reverseBytes(magic);
        }
        return switch (number) {
            case MICROS -> new ClassicFormat(order, 1000);
            case NANOS -> new ClassicFormat(order, 1);
            default -> null;
        };
    }

    @Override
    int head() {
        return linkType < 0 ? FILE_HEADER : RECORD;
    }

    @Override
    long size(ByteBuffer in) {
        if (linkType < 0) return FILE_HEADER;
        long captured = u32(in.order(order), in.position() + 8);
        if (captured > LONGEST) fail(CaptureFault.BAD_RECORD);
        return RECORD + captured;
    }

    @Override
    boolean isWanted(ByteBuffer in) {
        return true;
    }

    @Override
    @Nullable CapturedFrame take(ByteBuffer unit) {
        unit.order(order);
        if (linkType < 0) {
            linkType = unit.getInt(20) & 0xFFFF; // above are the length of a check sum and flags
            return null;
        }
        byte[] octets = new byte[unit.capacity() - RECORD];
        unit.get(RECORD, octets);
        long nanos = u32(unit, 0) * 1_000_000_000 + u32(unit, 4) * nanosPerUnit;
        return new CapturedFrame(nanos, linkType, octets, u32(unit, 12));
    }
}
