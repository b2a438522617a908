package org.twinlease.transport;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.socket.DatagramPacket;

import org.jspecify.annotations.Nullable;
import org.twinlease.engine.Input;
import org.twinlease.engine.Interface;
import org.twinlease.value.Ip4;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/// Asks whether an address is in use by ICMP echo requests, one socket an interface, bound to it
/// where the interface broadcasts. The sockets are made by native calls and waited for by Netty
/// like all others, so there is no thread. Waiting requests are kept in a ring: a reply to one that
/// was pushed out is not reported. For the loop's thread.
final class Pinger {
    /// The most requests whose answers are recognised.
    static final int OUTSTANDING = 4_096;

    private static final int IPPROTO_ICMP = 1;
    private static final int SOL_RAW = 255;
    private static final int ICMP_FILTER = 1;
    private static final int ALL_BUT_ECHO_REPLY = ~1;

    /// A request that waits for its answer.
    private record Waiting(Echo echo, Ip4 address) {}

    private final String mode;
    private final boolean raw;
    private final List<Lane> lanes = new ArrayList<>();
    private final @Nullable Waiting[] ring = new Waiting[OUTSTANDING];
    private final SecureRandom random = new SecureRandom();
    private final int identifier = random.nextInt(1 << 16);
    private int sequence = random.nextInt(1 << 16);

    Pinger(String mode, boolean raw) {
        this.mode = mode;
        this.raw = raw;
    }

    /// Tries a raw socket, then a ping socket; never fails, but may find that it has to do without.
    static Pinger open(EngineLoop loop, IoKind io, List<Interface> faces, PortCounts counts) {
        if (io != IoKind.EPOLL) return new Pinger("off (pings are for Linux with epoll)", false);
        try (NativeSockets calls = new NativeSockets()) {
            boolean raw = true;
            int first = calls.socket(NativeSockets.AF_INET, NativeSockets.SOCK_RAW, IPPROTO_ICMP);
            if (first < 0) {
                raw = false;
                first = calls.socket(NativeSockets.AF_INET, NativeSockets.SOCK_DGRAM, IPPROTO_ICMP);
            }
            if (first < 0) {
                return new Pinger(
                        "off (needs root, CAP_NET_RAW or a group in net.ipv4.ping_group_range)",
                        false);
            }
            calls.closeSocket(first);
            Pinger pinger = new Pinger(raw ? "ICMP by a raw socket" : "ICMP by a ping socket", raw);
            for (Interface face : faces) {
                Lane lane = pinger.lane(calls, loop, face, counts);
                if (lane == null) {
                    pinger.close();
                    return new Pinger("off (no ping socket on " + face.name() + ")", false);
                }
                pinger.lanes.add(lane);
            }
            return pinger;
        }
    }

    /// One interface's socket; null when the system refuses it.
    private @Nullable Lane lane(
            NativeSockets calls, EngineLoop loop, Interface face, PortCounts counts) {
        int type = raw ? NativeSockets.SOCK_RAW : NativeSockets.SOCK_DGRAM;
        int socket = calls.socket(NativeSockets.AF_INET, type, IPPROTO_ICMP);
        if (socket < 0) return null;
        if (raw) {
            MemorySegment filter = calls.allocate(4);
            filter.set(ValueLayout.JAVA_INT, 0, ALL_BUT_ECHO_REPLY);
            int _ =
                    calls.setOption(
                            socket, SOL_RAW, ICMP_FILTER, filter); // spares us wake-ups only
        }
        if (face.broadcasts() && calls.bindToDevice(socket, face.name()) < 0) {
            calls.closeSocket(socket);
            return null;
        }
        ChannelFuture made =
                new Bootstrap()
                        .group(loop.group())
                        .channelFactory(() -> new EpollDatagramChannel(socket))
                        .handler(replies(loop, counts))
                        .register()
                        .awaitUninterruptibly();
        return made.isSuccess() ? new Lane((EpollDatagramChannel) made.channel(), counts) : null;
    }

    private ChannelHandler replies(EngineLoop loop, PortCounts counts) {
        return new SimpleChannelInboundHandler<DatagramPacket>() {
            @Override
            protected void channelRead0(ChannelHandlerContext context, DatagramPacket packet) {
                byte[] bytes = new byte[packet.content().readableBytes()];
                packet.content().readBytes(bytes);
                Ip4 from = Addresses.ip4(packet.sender());
                if (answers(from, bytes)) loop.offer(new Input.PingAnswered(from));
            }

            @Override
            public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
                counts.error();
            }
        };
    }

    /// How pings are sent, or why they are not.
    String mode() {
        return mode;
    }

    /// Queues a request until the flush; false when pings are off.
    boolean ping(int interfaceIndex, Ip4 address) {
        if (lanes.isEmpty()) return false;
        byte[] request = waitFor(address).request();
        lanes.get(interfaceIndex).write(request, Addresses.socket(address, 0));
        return true;
    }

    /// A new request, noted in the ring.
    Echo waitFor(Ip4 address) {
        sequence = (sequence + 1) & 0xffff;
        Echo echo = new Echo(identifier, sequence, random.nextLong());
        ring[sequence % OUTSTANDING] = new Waiting(echo, address);
        return echo;
    }

    /// Whether the octets, which came from an address, answer a request that waits; at most once.
    boolean answers(Ip4 from, byte[] bytes) {
        int number = Echo.sequenceOf(bytes, raw);
        if (number < 0) return false;
        Waiting waiting = ring[number % OUTSTANDING];
        if (waiting == null
                || !waiting.address.equals(from)
                || !waiting.echo.isAnsweredBy(bytes, raw)) {
            return false;
        }
        ring[number % OUTSTANDING] = null;
        return true;
    }

    void flush() {
        for (int i = 0; i < lanes.size(); i++) lanes.get(i).flush();
    }

    void close() {
        lanes.forEach(Lane::close);
    }
}
