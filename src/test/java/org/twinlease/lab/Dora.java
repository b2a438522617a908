package org.twinlease.lab;

import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.wire.Decoded;
import org.twinlease.wire.dhcp.MessageType;
import org.twinlease.wire.dhcp.OptionType;
import org.twinlease.wire.dhcp.Packet;
import org.twinlease.wire.dhcp.PacketBuilder;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.util.HashMap;
import java.util.Map;

/// A relay on loopback behind which ever new clients ask for addresses, a window of them at a time;
/// it remembers every acknowledgement that arrived.
final class Dora implements AutoCloseable {

    private static final Ip4 RELAY = Ip4.of("127.0.0.1");
    private final DatagramSocket socket;
    private final int port;
    private final long base;
    private int next;

    /// Acknowledged addresses and who was told of them.
    final Map<Ip4, HardwareAddress> acknowledged = new HashMap<>();

    /// `base` keeps the hardware addresses of several runs apart.
    Dora(int port, long base) throws IOException {
        this.port = port;
        this.base = base;
        socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        socket.setSoTimeout(100);
    }

    /// Lets clients ask until the first one is acknowledged, at most ten seconds: a program that
    /// has just started is slow at first. False when nobody was.
    boolean runUntilFirst() throws IOException {
        long end = System.nanoTime() + 10_000_000_000L;
        while (acknowledged.isEmpty() && System.nanoTime() < end) {
            runUntil(System.nanoTime() + 300_000_000L, 1);
        }
        return !acknowledged.isEmpty();
    }

    /// Lets clients ask until `end` (nanoTime) or until nobody answers for a second.
    void runUntil(long end, int window) throws IOException {
        for (int i = 0; i < window; i++) discover();
        byte[] buffer = new byte[1500];
        int silent = 0;
        while (System.nanoTime() < end && silent < 10) {
            DatagramPacket datagram = new DatagramPacket(buffer, buffer.length);
            try {
                socket.receive(datagram);
            } catch (SocketTimeoutException e) {
                silent++;
                discover();
                continue;
            }
            silent = 0;
            answer(Packet.decode(buffer.clone(), datagram.getLength()));
        }
    }

    private void answer(Decoded<Packet> decoded) throws IOException {
        if (!(decoded instanceof Decoded.Ok<Packet>(Packet packet))) {
            throw new AssertionError("a reply that cannot be read: " + decoded);
        }
        MessageType type = packet.messageType();
        if (type == MessageType.DHCPOFFER) {
            request(packet);
        } else if (type == MessageType.DHCPACK) {
            HardwareAddress before = acknowledged.put(new Ip4(packet.yiaddr()), packet.hardware());
            if (before != null && !before.equals(packet.hardware())) {
                throw new AssertionError(
                        new Ip4(packet.yiaddr())
                                + " was given to "
                                + before
                                + " and "
                                + packet.hardware());
            }
            discover();
        } else {
            discover();
        }
    }

    private void discover() throws IOException {
        HardwareAddress hardware =
                HardwareAddress.ethernet(0x02_00_00_00_00_00L | base << 24 | next);
        send(
                PacketBuilder.request(next++, hardware)
                        .giaddr(RELAY.bits())
                        .hops(1)
                        .type(MessageType.DHCPDISCOVER));
    }

    private void request(Packet offer) throws IOException {
        Ip4 server = offer.address(OptionType.DHCP_SERVER_IDENTIFIER);
        if (server == null) throw new AssertionError("an offer without a server identifier");
        send(
                PacketBuilder.request(offer.xid(), offer.hardware())
                        .giaddr(RELAY.bits())
                        .hops(1)
                        .type(MessageType.DHCPREQUEST)
                        .option(OptionType.DHCP_REQUESTED_ADDRESS, new Ip4(offer.yiaddr()))
                        .option(OptionType.DHCP_SERVER_IDENTIFIER, server));
    }

    private void send(PacketBuilder builder) throws IOException {
        byte[] payload = builder.encode();
        socket.send(
                new DatagramPacket(
                        payload, payload.length, InetAddress.getLoopbackAddress(), port));
    }

    @Override
    public void close() {
        socket.close();
    }
}
