package org.twinlease.transport;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.DatagramPacket;

import java.net.InetSocketAddress;

/// One socket as a way out: what is written waits for the flush at the end of the batch. When the
/// system cannot keep up and the waiting octets reach the channel's high-water mark, packets are
/// dropped, as a full network queue would.
final class Lane {
    private final DatagramChannel channel;
    private final PortCounts counts;
    private boolean waiting;

    Lane(DatagramChannel channel, PortCounts counts) {
        this.channel = channel;
        this.counts = counts;
    }

    void write(byte[] payload, InetSocketAddress to) {
        if (!channel.isWritable()) {
            counts.unsent();
            return;
        }
        ByteBuf buffer = channel.alloc().ioBuffer(payload.length).writeBytes(payload);
        // A void promise reports failures to the pipeline, where the receiver counts them.
        var _ = channel.write(new DatagramPacket(buffer, to), channel.voidPromise());
        waiting = true;
    }

    void flush() {
        if (!waiting) return;
        waiting = false;
        channel.flush();
    }

    /// Closes the socket; done on return unless called on the loop's thread, which must not wait.
    void close() {
        ChannelFuture closed = channel.close();
        if (!channel.eventLoop().inEventLoop()) closed = closed.awaitUninterruptibly();
    }

    InetSocketAddress address() {
        return channel.localAddress();
    }
}
