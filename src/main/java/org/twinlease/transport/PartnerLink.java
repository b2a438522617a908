package org.twinlease.transport;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.SocketChannel;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;

import org.jspecify.annotations.Nullable;
import org.twinlease.engine.Input;
import org.twinlease.value.Ip4;

import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// One TCP connection to a partner, from the attempt on. What arrives is copied into the loop's
/// inbox; while that is full nothing is read, so that the partner has to wait and nothing is lost.
/// For the loop's thread.
final class PartnerLink extends ChannelInboundHandlerAdapter {
    static final int CHUNK = 64 << 10;

    private final long number;
    private final Ip4 remote;
    private final boolean accepted;
    private final SocketChannel channel;
    private final EventExecutor thread;
    private final Feed feed;
    private @Nullable String why;
    private boolean up;
    private boolean left;
    private boolean unflushed;

    /// @param number of the link
    /// @param remote the other end
    /// @param accepted whether that end opened it
    /// @param inbox where inputs go
    PartnerLink(
            long number,
            Ip4 remote,
            boolean accepted,
            SocketChannel channel,
            EventExecutor thread,
            Predicate<Input> inbox) {
        this.number = number;
        this.remote = remote;
        this.accepted = accepted;
        this.channel = channel;
        this.thread = thread;
        feed = new Feed(inbox, thread, this::reading);
    }

    long number() {
        return number;
    }

    boolean isAccepted() {
        return accepted;
    }

    boolean isOf(Ip4 address) {
        return remote.equals(address);
    }

    /// To be called once when the connection has ended, or an attempt at it.
    void whenGone(Runnable gone) {
        channel.closeFuture().addListener(_ -> gone.run());
    }

    private void reading(boolean on) {
        channel.config().setAutoRead(on || left);
    }

    /// An attempt that failed; a success comes by the pipeline.
    void failed(Throwable cause) {
        if (!left && !up) feed.put(new Input.LinkDown(number, LinkWords.link(cause)));
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        InetSocketAddress local = channel.localAddress();
        up = true;
        feed.put(new Input.LinkUp(number, Addresses.ip4(local), local.getPort(), remote, accepted));
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        try {
            if (!left && message instanceof ByteBuf octets) take(octets);
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    private void take(ByteBuf octets) {
        while (octets.isReadable()) {
            byte[] chunk = new byte[Math.min(octets.readableBytes(), CHUNK)];
            octets.readBytes(chunk);
            feed.put(new Input.LinkData(number, chunk));
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        giveUp(LinkWords.link(cause));
    }

    private void giveUp(String reason) {
        if (why == null) why = reason;
        close();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (!left) feed.put(new Input.LinkDown(number, why == null ? LinkWords.CLOSED : why));
    }

    /// Queues octets until the flush. A partner that leaves megabytes of them lying is given up.
    void send(byte[] octets) {
        if (!up || left || !channel.isActive()) return;
        ByteBuf buffer = channel.alloc().ioBuffer(octets.length).writeBytes(octets);
        // A void promise reports failures to the pipeline, that is, to exceptionCaught.
        var _ = channel.write(buffer, channel.voidPromise());
        unflushed = true;
        if (channel.isWritable()) return;
        flush();
        if (!channel.isWritable()) giveUp(LinkWords.NO_READER);
    }

    void flush() {
        if (!unflushed) return;
        unflushed = false;
        channel.flush();
    }

    /// Lets what was queued leave, says the end, and waits for the partner's own for so long. A
    /// close at once could destroy octets that the partner has not read yet. What comes in
    /// meanwhile is thrown away.
    void leave(long lingerMillis) {
        left = true;
        feed.end();
        if (!up || !channel.isActive()) {
            close();
            return;
        }
        reading(true);
        ChannelFuture flushed = channel.writeAndFlush(Unpooled.EMPTY_BUFFER);
        flushed.addListener(_ -> sayEnd());
        Future<?> limit = thread.schedule(this::close, lingerMillis, TimeUnit.MILLISECONDS);
        channel.closeFuture().addListener(_ -> limit.cancel(false));
    }

    private void sayEnd() {
        var _ = channel.shutdownOutput();
    }

    private void close() {
        var _ = channel.close();
    }

    /// Ends at once; only what the system takes without waiting leaves.
    void drop() {
        left = true;
        feed.end();
        flush();
        close();
    }
}
