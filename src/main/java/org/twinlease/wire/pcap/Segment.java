package org.twinlease.wire.pcap;

import org.jspecify.annotations.Nullable;
import org.twinlease.value.Ip4;

import java.util.Arrays;

/// A TCP segment of a captured frame: when, from where to where, its sequence number, whether it
/// has SYN and ACK, and its data as far as it was captured.
record Segment(
        long nanos,
        Endpoint src,
        Endpoint dst,
        int sequence,
        boolean syn,
        boolean ack,
        byte[] data) {

    private static final int TCP = 6;

    /// The segment of a frame; null for anything but whole TCP over IPv4. Fragments are left out: a
    /// connection with path MTU discovery has none.
    static @Nullable Segment of(CapturedFrame frame) {
        LinkLayer layer = LinkLayer.of(frame.linkType());
        byte[] b = frame.octets();
        int ip = layer == null ? LinkLayer.NONE : layer.ip(b);
        if (ip < 0 || b.length < ip + 20 || (b[ip] & 0xF0) != 0x40) return null;
        int tcp = ip + (b[ip] & 15) * 4;
        int total = u16(b, ip + 2);
        boolean fragment = (u16(b, ip + 6) & 0x3FFF) != 0;
        if (b[ip + 9] != TCP || fragment || tcp < ip + 20 || b.length < tcp + 20) return null;
        // A sender that leaves segmentation to its network card writes 0 as the length.
        int end = total == 0 ? b.length : Math.min(ip + total, b.length);
        int data = tcp + (b[tcp + 12] >> 4 & 15) * 4;
        if (data < tcp + 20 || data > end) return null;
        return new Segment(
                frame.nanos(),
                new Endpoint(new Ip4(u32(b, ip + 12)), u16(b, tcp)),
                new Endpoint(new Ip4(u32(b, ip + 16)), u16(b, tcp + 2)),
                u32(b, tcp + 4),
                (b[tcp + 13] & 2) != 0,
                (b[tcp + 13] & 16) != 0,
                Arrays.copyOfRange(b, data, end));
    }

    private static int u16(byte[] in, int at) {
        return (in[at] & 255) << 8 | (in[at + 1] & 255);
    }

    private static int u32(byte[] in, int at) {
        return u16(in, at) << 16 | u16(in, at + 2);
    }
}
