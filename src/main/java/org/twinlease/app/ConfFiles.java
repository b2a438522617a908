package org.twinlease.app;

import org.jspecify.annotations.Nullable;
import org.twinlease.isc.DhcpdConf;
import org.twinlease.value.Ip4;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Reads dhcpd.conf from the file system; names in it are looked up as the system does.
final class ConfFiles {
    private ConfFiles() {}

    /// Reads a file and what it includes. A file that cannot be read is one of the problems.
    static DhcpdConf.Reading read(String name) {
        return DhcpdConf.read(name, ConfFiles::octets, ConfFiles::addresses);
    }

    private static byte @Nullable [] octets(String name) {
        try {
            return Files.readAllBytes(Path.of(name));
        } catch (IOException | InvalidPathException unreadable) {
            return null;
        }
    }

    /// The IPv4 addresses of a host name, or the one that is written; none when there are none.
    static List<Ip4> addresses(String name) {
        try {
            return Stream.of(InetAddress.getAllByName(name))
                    .filter(Inet4Address.class::isInstance)
                    .map(address -> new Ip4(ByteBuffer.wrap(address.getAddress()).getInt()))
                    .toList();
        } catch (UnknownHostException unknown) {
            return List.of();
        }
    }
}
