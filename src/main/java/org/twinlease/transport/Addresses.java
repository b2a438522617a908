package org.twinlease.transport;

import org.twinlease.value.Ip4;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

/// Between Java's addresses and ours.
final class Addresses {
    private Addresses() {}

    /// The IPv4 address of a socket address; 0.0.0.0 when it has none.
    static Ip4 ip4(InetSocketAddress address) {
        InetAddress inet = address.getAddress();
        return inet == null ? Ip4.ZERO : ip4(inet);
    }

    static Ip4 ip4(InetAddress inet) {
        byte[] b = inet.getAddress();
        if (b.length != 4) return Ip4.ZERO;
        return new Ip4((b[0] & 255) << 24 | (b[1] & 255) << 16 | (b[2] & 255) << 8 | (b[3] & 255));
    }

    static InetSocketAddress socket(Ip4 address, int port) {
        return new InetSocketAddress(inet(address), port);
    }

    static InetAddress inet(Ip4 address) {
        try {
            return InetAddress.getByAddress(address.octets());
        } catch (UnknownHostException four) {
            throw new IllegalStateException("four octets are an address", four);
        }
    }
}
