package org.twinlease.transport;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DatagramPacket;

import org.twinlease.engine.Input;
import org.twinlease.value.Cast;
import org.twinlease.value.Now;

import java.net.InetSocketAddress;
import java.util.function.Supplier;

/// Copies each datagram out of Netty's buffer, once, and hands it on with the interface it came in
/// by.
@Sharable
final class Receiver extends SimpleChannelInboundHandler<DatagramPacket> {

    /// Where datagrams go; from the loop's thread only.
    interface Sink {
        void accept(Input.Datagram datagram);
    }

    private final int interfaceIndex;
    private final Cast cast;
    private final int largest;
    private final Sink sink;
    private final PortCounts counts;
    private final Supplier<Now> notBefore;

    /// A receiver of the datagrams of one socket.
    ///
    /// @param cast to whom they are, told by what the socket is bound to
    /// @param notBefore a moment before which everything had been read
    Receiver(
            int interfaceIndex,
            Cast cast,
            int largest,
            Sink sink,
            PortCounts counts,
            Supplier<Now> notBefore) {
        this.interfaceIndex = interfaceIndex;
        this.cast = cast;
        this.largest = largest;
        this.sink = sink;
        this.counts = counts;
        this.notBefore = notBefore;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, DatagramPacket packet) {
        ByteBuf content = packet.content();
        int length = content.readableBytes();
        if (length > largest) { // the buffer is one octet larger than this, so the rest was cut off
            counts.oversize();
            return;
        }
        byte[] bytes = new byte[length];
        content.readBytes(bytes);
        InetSocketAddress from = packet.sender();
        sink.accept(
                new Input.Datagram(
                        bytes,
                        length,
                        interfaceIndex,
                        Addresses.ip4(from),
                        from.getPort(),
                        cast,
                        System.nanoTime(),
                        notBefore.get()));
    }

    /// A datagram socket outlives its errors: an unreachable peer or a full queue is one lost
    /// packet.
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        counts.error();
    }
}
