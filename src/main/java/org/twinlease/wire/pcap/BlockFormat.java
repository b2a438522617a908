package org.twinlease.wire.pcap;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/// The pcapng format: blocks with their type in front and their length at both ends. A section
/// header fixes the byte order, interface descriptions the link types and units of time of the
/// packets that follow.
final class BlockFormat extends CaptureFormat {

    static final int SECTION = 0x0A0D0D0A;
    private static final int INTERFACE = 1;
    private static final int OLD_PACKET = 2;
    private static final int SIMPLE_PACKET = 3;
    private static final int PACKET = 6;
    private static final int BYTE_ORDER = 0x1A2B3C4D;
    private static final int FRAME = 12;
    private static final int MOST_INTERFACES = 4096;

    private final List<CaptureInterface> interfaces = new ArrayList<>();
    private ByteOrder order = ByteOrder.BIG_ENDIAN;
    private long latest;

    @Override
    int head() {
        return FRAME;
    }

    @Override
    long size(ByteBuffer in) {
        int at = in.position();
        if (in.order(order).getInt(at) == SECTION) begin(in, at);
        long size = u32(in.order(order), at + 4);
        if (size < FRAME || size % 4 != 0 || (size > LARGEST && isWanted(in))) {
            fail(CaptureFault.BAD_BLOCK);
        }
        return size;
    }

    /// The section's own byte order says how its length is to be read.
    private void begin(ByteBuffer in, int at) {
        int mark = in.order(ByteOrder.BIG_ENDIAN).getInt(at + 8);
        switch (mark) {
            case BYTE_ORDER -> order = ByteOrder.BIG_ENDIAN;
            case 0x4D3C2B1A -> order = ByteOrder.LITTLE_ENDIAN;
            default -> fail(CaptureFault.BAD_BLOCK);
        }
    }

    @Override
    boolean isWanted(ByteBuffer in) {
        int type = in.order(order).getInt(in.position());
        return type == SECTION
                || type == INTERFACE
                || type == OLD_PACKET
                || type == SIMPLE_PACKET
                || type == PACKET;
    }

    @Override
    @Nullable CapturedFrame take(ByteBuffer unit) {
        unit.order(order);
        if (u32(unit, unit.capacity() - 4) != unit.capacity()) {
            fail(CaptureFault.BAD_BLOCK);
            return null;
        }
        switch (unit.getInt(0)) {
            case SECTION -> interfaces.clear();
            case INTERFACE -> describe(unit);
            case PACKET -> {
                return has(unit, 32) ? stamped(unit, u32(unit, 8)) : null;
            }
            case OLD_PACKET -> {
                return has(unit, 32) ? stamped(unit, u16(unit, 8)) : null;
            }
            case SIMPLE_PACKET -> {
                return has(unit, 16) ? simple(unit) : null;
            }
            default -> {}
        }
        return null;
    }

    private boolean has(ByteBuffer unit, int octets) {
        if (unit.capacity() < octets) fail(CaptureFault.BAD_BLOCK);
        return unit.capacity() >= octets;
    }

    private void describe(ByteBuffer unit) {
        if (!has(unit, 20)) return;
        if (interfaces.size() == MOST_INTERFACES) fail(CaptureFault.TOO_MANY_INTERFACES);
        else interfaces.add(CaptureInterface.read(unit));
    }

    private @Nullable CapturedFrame stamped(ByteBuffer unit, long number) {
        CaptureInterface face = face(number);
        if (face == null) return null;
        latest = face.nanos(u32(unit, 12) << 32 | u32(unit, 16));
        return frame(unit, face, 28, u32(unit, 20), u32(unit, 24));
    }

    /// A packet without a time is given that of the packet before it.
    private @Nullable CapturedFrame simple(ByteBuffer unit) {
        CaptureInterface face = face(0);
        if (face == null) return null;
        long original = u32(unit, 8);
        long limit = face.snapLength() == 0 ? original : face.snapLength();
        return frame(unit, face, 12, Math.min(original, limit), original);
    }

    private @Nullable CaptureInterface face(long number) {
        if (number < interfaces.size()) return interfaces.get((int) number);
        fail(CaptureFault.UNKNOWN_INTERFACE);
        return null;
    }

    private @Nullable CapturedFrame frame(
            ByteBuffer unit, CaptureInterface face, int at, long captured, long original) {
        if (captured > unit.capacity() - at - 4) {
            fail(CaptureFault.BAD_BLOCK);
            return null;
        }
        byte[] octets = new byte[(int) captured];
        unit.get(at, octets);
        return new CapturedFrame(latest, face.linkType(), octets, original);
    }
}
