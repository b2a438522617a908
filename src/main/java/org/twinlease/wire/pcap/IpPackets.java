package org.twinlease.wire.pcap;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/// Puts payloads into IPv4 packets, for a capture of what was not captured as frames: UDP
/// datagrams, and segments of TCP connections of which each goes on where the last one ended.
/// Checksums are right; identification is 0 and the time to live 64.
public final class IpPackets {

    private static final int TCP = 6;
    private static final int UDP = 17;
    private static final int HEADER = 20;
    private static final int PUSH_ACK = 0x5018;

    private final Map<Way, Integer> sent = new HashMap<>();

    private record Way(Endpoint from, Endpoint to) {}

    /// A datagram.
    public byte[] udp(Endpoint from, Endpoint to, byte[] payload) {
        int length = 8 + payload.length;
        byte[] whole = new byte[HEADER + length];
        ByteBuffer packet = begin(whole, UDP, from, to);
        packet.putShort((short) from.port());
        packet.putShort((short) to.port());
        packet.putShort((short) length);
        packet.putShort((short) 0);
        packet.put(payload);
        int sum = checksum(packet, UDP, length);
        packet.putShort(HEADER + 6, (short) (sum == 0 ? 0xFFFF : sum));
        return whole;
    }

    /// A segment of the connection of two ends that carries a whole message.
    public byte[] tcp(Endpoint from, Endpoint to, byte[] payload) {
        int length = HEADER + payload.length;
        int own = sent.getOrDefault(new Way(from, to), 1);
        int others = sent.getOrDefault(new Way(to, from), 1);
        sent.put(new Way(from, to), own + payload.length);
        byte[] whole = new byte[HEADER + length];
        ByteBuffer packet = begin(whole, TCP, from, to);
        packet.putShort((short) from.port());
        packet.putShort((short) to.port());
        packet.putInt(own);
        packet.putInt(others);
        packet.putShort((short) PUSH_ACK);
        packet.putShort((short) 0xFFFF);
        packet.putInt(0);
        packet.put(payload);
        packet.putShort(HEADER + 16, (short) checksum(packet, TCP, length));
        return whole;
    }

    private static ByteBuffer begin(byte[] whole, int protocol, Endpoint from, Endpoint to) {
        ByteBuffer packet = ByteBuffer.wrap(whole);
        packet.putShort((short) 0x4500);
        packet.putShort((short) whole.length);
        packet.putInt(0);
        packet.put((byte) 64);
        packet.put((byte) protocol);
        packet.putShort((short) 0);
        packet.putInt(from.address().bits());
        packet.putInt(to.address().bits());
        packet.putShort(10, (short) fold(sum(packet, 0, HEADER)));
        return packet;
    }

    /// Of what follows the IP header, with the pseudo header of RFC 768 and RFC 9293.
    private static int checksum(ByteBuffer packet, int protocol, int length) {
        long sum = sum(packet, 12, 8) + protocol + length + sum(packet, HEADER, length);
        return fold(sum);
    }

    private static long sum(ByteBuffer in, int at, int length) {
        long sum = 0;
        for (int i = 0; i < length; i++) sum += (in.get(at + i) & 255L) << (i % 2 == 0 ? 8 : 0);
        return sum;
    }

    private static int fold(long sum) {
        long folded = sum;
        while (folded > 0xFFFF) folded = (folded & 0xFFFF) + (folded >>> 16);
        return (int) ~folded & 0xFFFF;
    }
}
