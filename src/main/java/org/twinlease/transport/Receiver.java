package org.twinlease.transport;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DatagramPacket;

import org.twinlease.engine.Input;

import java.net.InetSocketAddress;

/// Copies each datagram out of Netty's buffer, once, and hands it on with the interface it came in
/// by.
@Sharable
final class Receiver extends SimpleChannelInboundHandler<DatagramPacket> {

    /// Where datagrams go; from the loop's thread only.
    interface Sink {
        void accept(Input.Datagram datagram);
    }

    private final int interfaceIndex;
    private final int largest;
    private final Sink sink;
    private final PortCounts counts;

    Receiver(int interfaceIndex, int largest, Sink sink, PortCounts counts) {
        this.interfaceIndex = interfaceIndex;
        this.largest = largest;
        this.sink = sink;
        this.counts = counts;
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
                        System.nanoTime()));
    }

    /// A datagram socket outlives its errors: an unreachable peer or a full queue is one lost
    /// packet.
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        counts.error();
    }
}
