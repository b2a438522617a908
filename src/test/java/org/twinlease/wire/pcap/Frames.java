package org.twinlease.wire.pcap;

import org.twinlease.value.Ip4;

import java.nio.ByteBuffer;

/// Makes frames with TCP segments in them.
public final class Frames {

    /// The number of Ethernet as a link type.
    public static final int ETHERNET = 1;

    static final int SYN = 2;
    static final int ACK = 16;

    static final Endpoint PRIMARY = new Endpoint(Ip4.of("10.77.0.2"), 44417);
    static final Endpoint SECONDARY = new Endpoint(Ip4.of("10.77.0.3"), 647);

    private Frames() {}

    /// A segment from one end to the other, on Ethernet.
    public static CapturedFrame data(
            long nanos, Endpoint src, Endpoint dst, int sequence, byte[] data) {
        return ethernet(nanos, ip(src, dst, sequence, ACK, data));
    }

    static CapturedFrame syn(Endpoint src, Endpoint dst, int sequence, int flags) {
        return ethernet(0, ip(src, dst, sequence, SYN | flags, new byte[0]));
    }

    static CapturedFrame ethernet(long nanos, byte[] ip) {
        byte[] frame = joined(hex("020000000002 020000000001 0800"), ip);
        return frame(nanos, ETHERNET, frame);
    }

    static CapturedFrame frame(long nanos, int linkType, byte[] octets) {
        return new CapturedFrame(nanos, linkType, octets, octets.length);
    }

    /// An IPv4 packet without options.
    static byte[] ip(Endpoint src, Endpoint dst, int sequence, int flags, byte[] data) {
        return ByteBuffer.allocate(40 + data.length)
                .put((byte) 0x45)
                .put((byte) 0)
                .putShort((short) (40 + data.length))
                .putInt(0x4000)
                .put((byte) 64)
                .put((byte) 6)
                .putShort((short) 0)
                .putInt(src.address().bits())
                .putInt(dst.address().bits())
                .putShort((short) src.port())
                .putShort((short) dst.port())
                .putInt(sequence)
                .putInt(0)
                .put((byte) 0x50)
                .put((byte) flags)
                .putShort((short) 512)
                .putInt(0)
                .put(data)
                .array();
    }

    static byte[] hex(String text) {
        return java.util.HexFormat.of().parseHex(text.replace(" ", ""));
    }

    static byte[] joined(byte[] one, byte[] other) {
        return ByteBuffer.allocate(one.length + other.length).put(one).put(other).array();
    }
}
