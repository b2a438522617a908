package org.twinlease.transport;

import io.netty.channel.IoHandlerFactory;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.ServerSocketChannel;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.SocketProtocolFamily;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;

import java.nio.channels.spi.SelectorProvider;

/// Which of the system's ways to wait for sockets is used. Epoll reads many datagrams in one call
/// and can bind a socket to an interface; NIO works everywhere.
public enum IoKind {
    /// Linux, with Netty's native library.
    EPOLL,
    /// Java's own sockets.
    NIO;

    static {
        // Netty would load all of the flight recorder with its first buffer: half a second that the
        // first client of a server waits for.
        if (System.getProperty("io.netty.jfr.enabled") == null) {
            System.setProperty("io.netty.jfr.enabled", "false");
        }
    }

    /// The system property that chooses by name; `nio` is honoured everywhere.
    public static final String PROPERTY = "twinlease.io";

    /// Epoll where it works, unless the property says `nio`.
    public static IoKind detect() {
        return "nio".equalsIgnoreCase(System.getProperty(PROPERTY)) || !Epoll.isAvailable()
                ? NIO
                : EPOLL;
    }

    IoHandlerFactory handlers() {
        return this == EPOLL ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
    }

    /// A socket of the IPv4 family: a dual-stack one cannot send to 255.255.255.255.
    DatagramChannel datagramChannel() {
        return this == EPOLL
                ? new EpollDatagramChannel(SocketProtocolFamily.INET)
                : new NioDatagramChannel(SocketProtocolFamily.INET);
    }

    /// A TCP socket of the IPv4 family, for a connection that is to be made.
    SocketChannel socketChannel() {
        return this == EPOLL
                ? new EpollSocketChannel(SocketProtocolFamily.INET)
                : new NioSocketChannel(SelectorProvider.provider(), SocketProtocolFamily.INET);
    }

    /// A TCP socket of the IPv4 family that listens.
    ServerSocketChannel serverSocketChannel() {
        return this == EPOLL
                ? new EpollServerSocketChannel(SocketProtocolFamily.INET)
                : new NioServerSocketChannel(
                        SelectorProvider.provider(), SocketProtocolFamily.INET);
    }
}
