package org.twinlease.transport;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelException;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.RecvByteBufAllocator;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.socket.SocketChannel;

import org.twinlease.engine.Input;
import org.twinlease.engine.PartnerWire;
import org.twinlease.value.Ip4;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// TCP connections to failover partners, on the loop's thread: what arrives goes into its inbox,
/// none lost and in order, and what is sent leaves with the flush at the end of the batch. Listens
/// where it is told, again and again where the system refuses. Only addresses that are allowed may
/// connect, few times each; everybody else's connection is closed at once and counted.
///
/// A link that the engine closed may still have inputs in the inbox of that moment; they name a
/// link that the engine has forgotten. All calls but [#allow] are for the loop's thread.
final class PartnerPorts implements PartnerWire {

    /// How many accepted connections one address may have, and all together.
    static final int MOST_OF_ONE = 4;

    static final int MOST = 32;

    private static final int LOW_WATER = 1 << 20;
    private static final int HIGH_WATER = 4 << 20;
    private static final int READS = 4;
    private static final int BACKLOG = 16;

    /// How long the parts of a connection's life may take, in milliseconds: the attempt, the wait
    /// before listening is tried again, the wait for the partner's end after this one's.
    record Times(int connect, long listenAgain, long linger) {
        static final Times USUAL = new Times(10_000, 90_000, 2_000);
    }

    private record Place(Ip4 address, int port) {}

    private final EngineLoop loop;
    private final IoKind io;
    private final PortCounts counts;
    private final Times times;
    private final EventLoop thread;
    private final Feed feed;
    private final Map<Long, PartnerLink> links = new HashMap<>();
    private final Set<PartnerLink> open = new LinkedHashSet<>();
    private final Set<Place> places = new HashSet<>();
    private final List<Channel> listeners = new ArrayList<>();
    private volatile Set<Ip4> allowed = Set.of();
    private long nextAccepted = 1;
    private boolean closed;

    PartnerPorts(EngineLoop loop, IoKind io, PortCounts counts) {
        this(loop, io, counts, Times.USUAL);
    }

    PartnerPorts(EngineLoop loop, IoKind io, PortCounts counts, Times times) {
        this.loop = loop;
        this.io = io;
        this.counts = counts;
        this.times = times;
        thread = loop.group().next();
        feed = new Feed(loop::offer, thread, _ -> {});
    }

    /// Says who may connect from now on; connections that are there stay. From any thread.
    void allow(Set<Ip4> addresses) {
        allowed = Set.copyOf(addresses);
    }

    @Override
    public void listen(Ip4 address, int port) {
        Place place = new Place(address, port);
        if (places.add(place)) bind(place);
    }

    private void bind(Place place) {
        if (closed) return;
        new ServerBootstrap()
                .group(loop.group())
                .channelFactory(io::serverSocketChannel)
                .option(ChannelOption.SO_REUSEADDR, true)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.SO_KEEPALIVE, false)
                .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, waterMark())
                .childOption(ChannelOption.RECVBUF_ALLOCATOR, buffers())
                .childHandler(
                        new ChannelInitializer<SocketChannel>() {
                            @Override
                            protected void initChannel(SocketChannel channel) {
                                accept(channel);
                            }
                        })
                .bind(Addresses.socket(place.address(), place.port()))
                .addListener((ChannelFuture bound) -> bound(place, bound));
    }

    private void bound(Place place, ChannelFuture bound) {
        Throwable refused = bound.cause();
        if (closed) {
            var _ = bound.channel().close();
            return;
        }
        String fault =
                refused == null ? null : LinkWords.port(place.address(), place.port(), refused);
        feed.put(new Input.Listening(place.address(), place.port(), fault));
        if (refused == null) {
            listeners.add(bound.channel());
        } else {
            var _ = thread.schedule(() -> bind(place), times.listenAgain(), TimeUnit.MILLISECONDS);
        }
    }

    private void accept(SocketChannel channel) {
        InetSocketAddress remote = channel.remoteAddress();
        Ip4 address = remote == null ? Ip4.ZERO : Addresses.ip4(remote);
        long all = open.stream().filter(PartnerLink::isAccepted).count();
        long its = open.stream().filter(l -> l.isAccepted() && l.isOf(address)).count();
        if (closed || !allowed.contains(address) || all >= MOST || its >= MOST_OF_ONE) {
            counts.turnedAway();
            var _ = channel.close();
            return;
        }
        PartnerLink link =
                new PartnerLink(nextAccepted, address, true, channel, thread, loop::offer);
        nextAccepted += 2;
        add(link);
        channel.pipeline().addLast(link);
    }

    @Override
    public void connect(long link, Ip4 from, Ip4 to, int port) {
        if (closed) return;
        SocketChannel channel;
        try {
            channel = io.socketChannel();
        } catch (ChannelException none) {
            feed.put(new Input.LinkDown(link, LinkWords.link(none)));
            return;
        }
        PartnerLink attempt = new PartnerLink(link, to, false, channel, thread, loop::offer);
        add(attempt);
        new Bootstrap()
                .group(loop.group())
                .channelFactory(() -> channel)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, times.connect())
                .option(ChannelOption.SO_REUSEADDR, true)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.SO_KEEPALIVE, false)
                .option(ChannelOption.WRITE_BUFFER_WATER_MARK, waterMark())
                .option(ChannelOption.RECVBUF_ALLOCATOR, buffers())
                .handler(attempt)
                .connect(Addresses.socket(to, port), Addresses.socket(from, 0))
                .addListener(
                        done -> {
                            if (done.cause() != null) attempt.failed(done.cause());
                        });
    }

    private void add(PartnerLink link) {
        if (links.putIfAbsent(link.number(), link) != null) {
            throw new IllegalStateException("link " + link.number() + " is used twice");
        }
        open.add(link);
        link.whenGone(
                () -> {
                    open.remove(link);
                    links.remove(link.number());
                });
    }

    @Override
    public void send(long link, byte[] octets) {
        PartnerLink to = links.get(link);
        if (to != null) to.send(octets);
    }

    @Override
    public void close(long link) {
        PartnerLink ended = links.remove(link);
        if (ended != null) ended.leave(times.linger());
    }

    void flush() {
        if (links.isEmpty()) return;
        // A flush that finds the partner gone takes the link out.
        for (PartnerLink link : List.copyOf(links.values())) link.flush();
    }

    /// Where connections are accepted now.
    List<InetSocketAddress> addresses() {
        return listeners.stream().map(l -> (InetSocketAddress) l.localAddress()).toList();
    }

    void close() {
        closed = true;
        feed.end();
        for (Channel listener : listeners) {
            var _ = listener.close();
        }
        List.copyOf(open).forEach(PartnerLink::drop);
    }

    private static WriteBufferWaterMark waterMark() {
        return new WriteBufferWaterMark(LOW_WATER, HIGH_WATER);
    }

    /// Few reads in a row, so that a partner with much to say does not keep clients waiting.
    private static RecvByteBufAllocator buffers() {
        return new AdaptiveRecvByteBufAllocator(512, 4_096, PartnerLink.CHUNK)
                .maxMessagesPerRead(READS);
    }
}
