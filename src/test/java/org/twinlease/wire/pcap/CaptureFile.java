package org.twinlease.wire.pcap;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/// Writes capture files: pcap and pcapng in either byte order.
public final class CaptureFile {

    private static final int BLOCK_FRAME = 12;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteOrder order;

    private CaptureFile(ByteOrder order) {
        this.order = order;
    }

    /// A pcap file of frames, with microseconds or nanoseconds.
    public static byte[] classic(ByteOrder order, boolean nanos, List<CapturedFrame> frames) {
        CaptureFile file = new CaptureFile(order);
        int linkType = frames.isEmpty() ? 1 : frames.getFirst().linkType();
        file.put(
                file.buffer(24)
                        .putInt(nanos ? 0xA1B23C4D : 0xA1B2C3D4)
                        .putShort((short) 2)
                        .putShort((short) 4)
                        .putLong(0)
                        .putInt(262_144)
                        .putInt(linkType));
        for (CapturedFrame frame : frames) {
            long rest = frame.nanos() % 1_000_000_000;
            file.put(
                    file.buffer(16)
                            .putInt((int) (frame.nanos() / 1_000_000_000))
                            .putInt((int) (nanos ? rest : rest / 1000))
                            .putInt(frame.octets().length)
                            .putInt((int) frame.originalLength()));
            file.out.writeBytes(frame.octets());
        }
        return file.out.toByteArray();
    }

    /// A pcapng file, empty so far.
    static CaptureFile blocks(ByteOrder order) {
        return new CaptureFile(order);
    }

    /// A pcapng file of frames of one interface, with nanoseconds.
    public static byte[] blocks(ByteOrder order, List<CapturedFrame> frames) {
        CaptureFile file = new CaptureFile(order).section();
        file.face(frames.getFirst().linkType(), 0, option(order, 9, new byte[] {9}));
        for (CapturedFrame frame : frames) file.packet(0, frame.nanos(), frame.octets());
        return file.bytes();
    }

    CaptureFile section() {
        return block(
                0x0A0D0D0A,
                buffer(16).putInt(0x1A2B3C4D).putShort((short) 1).putShort((short) 0).putLong(-1));
    }

    CaptureFile face(int linkType, int snapLength, byte[] options) {
        return block(
                1,
                buffer(8 + options.length)
                        .putShort((short) linkType)
                        .putShort((short) 0)
                        .putInt(snapLength)
                        .put(options));
    }

    static byte[] option(ByteOrder order, int code, byte[] value) {
        int size = (value.length + 3) / 4 * 4;
        ByteBuffer option = ByteBuffer.allocate(4 + size).order(order);
        return option.putShort((short) code).putShort((short) value.length).put(value).array();
    }

    CaptureFile packet(int face, long units, byte[] octets) {
        return block(
                6,
                padded(20, octets)
                        .putInt(0, face)
                        .putInt(4, (int) (units >>> 32))
                        .putInt(8, (int) units)
                        .putInt(12, octets.length)
                        .putInt(16, octets.length));
    }

    CaptureFile oldPacket(int face, long units, byte[] octets) {
        return block(
                2,
                padded(20, octets)
                        .putShort(0, (short) face)
                        .putInt(4, (int) (units >>> 32))
                        .putInt(8, (int) units)
                        .putInt(12, octets.length)
                        .putInt(16, octets.length));
    }

    CaptureFile simplePacket(int original, byte[] octets) {
        return block(3, padded(4, octets).putInt(0, original));
    }

    CaptureFile block(int type, ByteBuffer body) {
        int size = BLOCK_FRAME + body.capacity();
        put(buffer(8).putInt(type).putInt(size));
        put(body);
        put(buffer(4).putInt(size));
        return this;
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(order);
    }

    private ByteBuffer padded(int head, byte[] octets) {
        return buffer(head + (octets.length + 3) / 4 * 4).put(head, octets);
    }

    private void put(ByteBuffer buffer) {
        byte[] octets = new byte[buffer.capacity()];
        buffer.get(0, octets);
        out.writeBytes(octets);
    }
}
