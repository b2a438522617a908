package org.twinlease.transport;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelException;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelOption;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.RecvByteBufAllocator;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.unix.IntegerUnixChannelOption;
import io.netty.channel.unix.RawUnixChannelOption;

import org.twinlease.engine.Interface;
import org.twinlease.value.Cast;
import org.twinlease.value.Ip4;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Opens and binds sockets with the options that a DHCP server needs.
final class PortOpener {
    /// Holds what arrives during a slow disk sync: some 3,000 requests, each with its share of the
    /// kernel's bookkeeping.
    private static final int RECEIVE_BUFFER = 4 << 20;

    private static final int SEND_BUFFER = 4 << 20;
    private static final int READ_AHEAD = 64;
    private static final int LONGEST = 4_096;
    private static final int SOL_SOCKET = 1;
    private static final int NAME_SIZE = 16;
    private static final RawUnixChannelOption SO_BINDTODEVICE =
            new RawUnixChannelOption("SO_BINDTODEVICE", SOL_SOCKET, 25, NAME_SIZE);
    private static final IntegerUnixChannelOption SO_RCVBUFFORCE =
            new IntegerUnixChannelOption("SO_RCVBUFFORCE", SOL_SOCKET, 33);

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
    /// @param others further addresses of it
    /// @param sole whether no other interface is served; without epoll only then can broadcasts be
    ///   heard on every system
    /// @throws CannotListen when the system refuses
    Port open(int index, Interface face, List<Ip4> others, int port, boolean sole)
            throws CannotListen {
        if (face.broadcasts() && io == IoKind.EPOLL) return several(index, face, others, port);
        Ip4 where = face.broadcasts() && sole ? Ip4.ZERO : face.address();
        // Without a device to bind to, a socket of one address may hear broadcasts as well.
        Cast cast = face.broadcasts() ? Cast.UNKNOWN : Cast.UNICAST;
        Lane lane = bind(face, where, port, Share.ALONE, receiver(index, face, cast, sink));
        return new Port(face, lane, lane, List.of(), new ReturnPaths());
    }

    /// How a socket stands to the others of its port.
    private enum Share {
        ALONE,
        ALONE_ON_DEVICE,
        SHARED,
        SHARED_ON_DEVICE;

        boolean onDevice() {
            return this == ALONE_ON_DEVICE || this == SHARED_ON_DEVICE;
        }

        boolean shared() {
            return this == SHARED || this == SHARED_ON_DEVICE;
        }
    }

    /// One socket for the link and one for each address, of which the system prefers the latter: so
    /// what the first one hears was for everybody. They share the port, so all must allow sharing,
    /// and a second server would go unnoticed: a first bind that does not allow it finds out. It is
    /// to the address, so that the port may be in use on other interfaces, ours too.
    private Port several(int index, Interface face, List<Ip4> others, int port)
            throws CannotListen {
        ChannelHandler plain = receiver(index, face, Cast.BROADCAST, sink);
        bind(face, face.address(), port, Share.ALONE_ON_DEVICE, plain).close();
        ReturnPaths paths = new ReturnPaths();
        List<Lane> open = new ArrayList<>();
        try {
            open.add(bind(face, Ip4.ZERO, port, Share.SHARED_ON_DEVICE, plain));
            Receiver.Sink own =
                    datagram -> {
                        paths.arrived(datagram);
                        sink.accept(datagram);
                    };
            ChannelHandler usual = receiver(index, face, Cast.UNICAST, own);
            open.add(bind(face, face.address(), port, Share.SHARED, usual));
            for (Ip4 other : others) {
                Lane[] lane = new Lane[1];
                Receiver.Sink noting =
                        datagram -> {
                            paths.arrived(datagram, lane[0]);
                            sink.accept(datagram);
                        };
                ChannelHandler receiver = receiver(index, face, Cast.UNICAST, noting);
                lane[0] = bind(face, other, port, Share.SHARED, receiver);
                open.add(lane[0]);
            }
        } catch (CannotListen refused) {
            open.forEach(Lane::close);
            throw refused;
        }
        return new Port(
                face, open.get(0), open.get(1), List.copyOf(open.subList(2, open.size())), paths);
    }

    private ChannelHandler receiver(int index, Interface face, Cast cast, Receiver.Sink sink) {
        return new Receiver(index, cast, largest(face), sink, counts, loop::readUntil);
    }

    private Lane bind(Interface face, Ip4 where, int port, Share share, ChannelHandler receiver)
            throws CannotListen {
        int slot = largest(face) + 1;
        Bootstrap bootstrap =
                new Bootstrap()
                        .group(loop.group())
                        .channelFactory(() -> channel(face, share))
                        .option(ChannelOption.SO_BROADCAST, face.broadcasts())
                        .option(ChannelOption.SO_REUSEADDR, share.shared())
                        .option(ChannelOption.SO_SNDBUF, SEND_BUFFER)
                        .option(
                                ChannelOption.WRITE_BUFFER_WATER_MARK,
                                new WriteBufferWaterMark(SEND_BUFFER / 2, SEND_BUFFER))
                        .option(ChannelOption.RECVBUF_ALLOCATOR, buffers(slot))
                        .handler(receiver);
        if (io == IoKind.EPOLL) {
            bootstrap = bootstrap.option(EpollChannelOption.MAX_DATAGRAM_PAYLOAD_SIZE, slot);
        }
        ChannelFuture bound = bootstrap.bind(Addresses.socket(where, port)).awaitUninterruptibly();
        Throwable refused = bound.cause();
        if (refused == null) return new Lane((DatagramChannel) bound.channel(), counts);
        String place = face.broadcasts() ? face.name() : face.address().toString();
        throw CannotListen.binding(place, port, face.broadcasts(), refused);
    }

    /// Epoll fills one buffer with many datagrams by recvmmsg; NIO takes one datagram a buffer.
    private RecvByteBufAllocator buffers(int slot) {
        int size = io == IoKind.EPOLL ? slot * READ_AHEAD : slot;
        return new FixedRecvByteBufAllocator(size)
                .respectMaybeMoreData(false)
                .maxMessagesPerRead(EngineLoop.BATCH);
    }

    /// A new socket. Bound to the interface here and not by a bootstrap's option, whose failure
    /// would only be logged.
    private DatagramChannel channel(Interface face, Share share) {
        DatagramChannel channel = io.datagramChannel();
        channel.config().setReceiveBufferSize(RECEIVE_BUFFER);
        if (io == IoKind.EPOLL) forceBuffer(channel);
        if (share.onDevice()) {
            ByteBuffer name = ByteBuffer.allocate(NAME_SIZE);
            name.put(face.name().getBytes(StandardCharsets.US_ASCII)).rewind();
            channel.config().setOption(SO_BINDTODEVICE, name);
        }
        return channel;
    }

    /// The system's limit for ordinary programs is often far below what is asked for; with
    /// CAP_NET_ADMIN a server may pass it.
    private static void forceBuffer(DatagramChannel channel) {
        try {
            channel.config().setOption(SO_RCVBUFFORCE, RECEIVE_BUFFER);
        } catch (ChannelException notPermitted) {
            // Then what the plain option got has to do.
        }
    }

    /// The longest datagram taken: the interface's MTU, but at least Ethernet's, and no more than
    /// any client ever sends.
    static int largest(Interface face) {
        return Math.clamp(face.mtu(), 1_500, LONGEST);
    }
}
