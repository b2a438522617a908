package org.twinlease.transport;

import org.twinlease.value.Ip4;

/// Builds an Ethernet frame with an IPv4 and a UDP header around a payload, sums filled in (RFC
/// 791, RFC 768). No fragments: a payload that does not fit one frame is the caller's mistake.
final class Frame {
    static final int HEADERS = 14 + 20 + 8;
    private static final int ETHERTYPE_IPV4 = 0x0800;
    private static final int IP = 14;
    private static final int UDP = 34;
    private static final int PROTOCOL_UDP = 17;
    private static final int TIME_TO_LIVE = 64;

    private Frame() {}

    /// One end of a datagram: hardware address (six octets), address and UDP port.
    record End(byte[] hardware, Ip4 address, int port) {
        End {
            if (hardware.length != 6) throw new IllegalArgumentException("not Ethernet");
        }
    }

    static byte[] udp(End from, End to, int identification, byte[] payload) {
        byte[] frame = new byte[HEADERS + payload.length];
        System.arraycopy(to.hardware(), 0, frame, 0, 6);
        System.arraycopy(from.hardware(), 0, frame, 6, 6);
        put16(frame, 12, ETHERTYPE_IPV4);
        int udpLength = 8 + payload.length;
        frame[IP] = 0x45; // version 4, five words of header
        frame[IP + 1] = 0x10; // low delay, as other servers mark their raw replies
        put16(frame, IP + 2, 20 + udpLength);
        put16(frame, IP + 4, identification);
        frame[IP + 8] = TIME_TO_LIVE;
        frame[IP + 9] = PROTOCOL_UDP;
        put32(frame, IP + 12, from.address().bits());
        put32(frame, IP + 16, to.address().bits());
        put16(frame, IP + 10, complement(sum(frame, IP, 20, 0)));
        put16(frame, UDP, from.port());
        put16(frame, UDP + 2, to.port());
        put16(frame, UDP + 4, udpLength);
        System.arraycopy(payload, 0, frame, UDP + 8, payload.length);
        // The pseudo header: both addresses, the protocol and the length of the UDP part.
        long pseudo = sum(frame, IP + 12, 8, PROTOCOL_UDP + udpLength);
        int check = complement(sum(frame, UDP, udpLength, pseudo));
        put16(frame, UDP + 6, check == 0 ? 0xffff : check); // zero would mean "not computed"
        return frame;
    }

    /// Adds up 16-bit words; an odd last octet counts as if a zero followed.
    static long sum(byte[] bytes, int offset, int length, long start) {
        long sum = start;
        for (int i = 0; i + 1 < length; i += 2) {
            sum += (bytes[offset + i] & 255) << 8 | (bytes[offset + i + 1] & 255);
        }
        return length % 2 == 0 ? sum : sum + ((bytes[offset + length - 1] & 255) << 8);
    }

    /// Folds a sum to 16 bits and inverts it: the Internet checksum (RFC 1071).
    static int complement(long sum) {
        long folded = sum;
        while (folded >>> 16 != 0) folded = (folded & 0xffff) + (folded >>> 16);
        return (int) ~folded & 0xffff;
    }

    static void put16(byte[] bytes, int offset, int value) {
        bytes[offset] = (byte) (value >>> 8);
        bytes[offset + 1] = (byte) value;
    }

    private static void put32(byte[] bytes, int offset, int value) {
        put16(bytes, offset, value >>> 16);
        put16(bytes, offset + 2, value);
    }
}
