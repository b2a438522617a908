package org.twinlease.transport;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.RecvByteBufAllocator;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.unix.RawUnixChannelOption;

import org.twinlease.engine.Interface;
import org.twinlease.value.Ip4;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Opens and binds sockets with the options that a DHCP server needs.
final class PortOpener {
    /// Holds what arrives during a slow disk sync: some 3,000 requests at 1.3 kB of kernel memory
    /// each.
    private static final int RECEIVE_BUFFER = 4 << 20;

    private static final int SEND_BUFFER = 4 << 20;
    private static final int READ_AHEAD = 64;
    private static final int SOL_SOCKET = 1;
    private static final int NAME_SIZE = 16;
    private static final RawUnixChannelOption SO_BINDTODEVICE =
            new RawUnixChannelOption("SO_BINDTODEVICE", SOL_SOCKET, 25, NAME_SIZE);

    private final EngineLoop loop;
    private final IoKind io;
    private final Receiver.Sink sink;
    private final PortCounts counts;

    PortOpener(EngineLoop loop, IoKind io, Receiver.Sink sink, PortCounts counts) {
        this.loop = loop;
        this.io = io;
        this.sink = sink;
        this.counts = counts;
    }

    /// Opens the sockets of an interface.
    ///
    /// @param sole whether no other interface is served; without epoll only then can broadcasts be
    ///   heard on every system
    /// @throws CannotListen when the system refuses
    Port open(int index, Interface face, int port, boolean sole) throws CannotListen {
        if (!face.broadcasts()) {
            return one(index, face, face.address(), port);
        }
        if (io == IoKind.NIO) {
            Ip4 where = sole ? Ip4.ZERO : face.address();
            return one(index, face, where, port);
        }
        probe(index, face, port);
        DatagramChannel link = bind(shared(index, face, true), Ip4.ZERO, port, face);
        try {
            DatagramChannel routed = bind(shared(index, face, false), face.address(), port, face);
            return new Port(face, new Lane(link, counts), new Lane(routed, counts));
        } catch (CannotListen refused) {
            var _ = link.close();
            throw refused;
        }
    }

    private Port one(int index, Interface face, Ip4 where, int port) throws CannotListen {
        Bootstrap bootstrap = bootstrap(index, face).channelFactory(io::datagramChannel);
        Lane lane = new Lane(bind(bootstrap, where, port, face), counts);
        return new Port(face, lane, lane);
    }

    /// Two sockets of ours share the port, so both must allow sharing, and a second server would go
    /// unnoticed. One bind that does not allow it finds out.
    private void probe(int index, Interface face, int port) throws CannotListen {
        Bootstrap alone = bootstrap(index, face).channelFactory(() -> onDevice(face));
        var _ = bind(alone, Ip4.ZERO, port, face).close().awaitUninterruptibly();
    }

    private Bootstrap shared(int index, Interface face, boolean device) {
        return bootstrap(index, face)
                .option(ChannelOption.SO_REUSEADDR, true)
                .channelFactory(() -> device ? onDevice(face) : io.datagramChannel());
    }

    private Bootstrap bootstrap(int index, Interface face) {
        int largest = largest(face);
        Bootstrap bootstrap =
                new Bootstrap()
                        .group(loop.group())
                        .option(ChannelOption.SO_BROADCAST, face.broadcasts())
                        .option(ChannelOption.SO_RCVBUF, RECEIVE_BUFFER)
                        .option(ChannelOption.SO_SNDBUF, SEND_BUFFER)
                        .option(
                                ChannelOption.WRITE_BUFFER_WATER_MARK,
                                new WriteBufferWaterMark(SEND_BUFFER / 2, SEND_BUFFER))
                        .option(ChannelOption.RECVBUF_ALLOCATOR, buffers(largest + 1))
                        .handler(new Receiver(index, largest, sink, counts));
        return io == IoKind.EPOLL
                ? bootstrap.option(EpollChannelOption.MAX_DATAGRAM_PAYLOAD_SIZE, largest + 1)
                : bootstrap;
    }

    /// Epoll fills one buffer with many datagrams by recvmmsg; NIO takes one datagram a buffer.
    private RecvByteBufAllocator buffers(int slot) {
        int size = io == IoKind.EPOLL ? slot * READ_AHEAD : slot;
        return new FixedRecvByteBufAllocator(size)
                .respectMaybeMoreData(false)
                .maxMessagesPerRead(EngineLoop.BATCH);
    }

    /// Bound to the interface here and not by a bootstrap's option, whose failure would only be
    /// logged.
    private DatagramChannel onDevice(Interface face) {
        ByteBuffer name = ByteBuffer.allocate(NAME_SIZE);
        name.put(face.name().getBytes(StandardCharsets.US_ASCII)).rewind();
        DatagramChannel channel = io.datagramChannel();
        channel.config().setOption(SO_BINDTODEVICE, name);
        return channel;
    }

    /// The longest datagram taken: the interface's MTU, between Ethernet's and a jumbo frame's.
    static int largest(Interface face) {
        return Math.clamp(face.mtu(), 1_500, 9_216);
    }

    private static DatagramChannel bind(Bootstrap bootstrap, Ip4 where, int port, Interface face)
            throws CannotListen {
        ChannelFuture bound = bootstrap.bind(Addresses.socket(where, port)).awaitUninterruptibly();
        Throwable refused = bound.cause();
        if (refused == null) return (DatagramChannel) bound.channel();
        String place = face.broadcasts() ? face.name() : face.address().toString();
        throw CannotListen.binding(place, port, face.broadcasts(), refused);
    }
}
