package org.twinlease.app;

import org.jspecify.annotations.Nullable;
import org.twinlease.isc.DhcpdConf;
import org.twinlease.value.Ip4;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
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

    /// Puts octets in the place of a file's by one rename, with its permissions, and keeps the
    /// former file under the first free name of `FILE.bak`, `FILE.bak1` and so on, which comes
    /// back.
    static Path replace(Path file, byte[] octets) throws IOException {
        Path real = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        Path fresh = real.resolveSibling(real.getFileName() + ".new");
        Path kept = real.resolveSibling(real.getFileName() + ".bak");
        for (int i = 1; Files.exists(kept); i++) {
            kept = real.resolveSibling(real.getFileName() + ".bak" + i);
        }
        boolean old = Files.exists(real);
        if (old) Files.copy(real, kept, StandardCopyOption.COPY_ATTRIBUTES);
        try {
            if (old) Files.copy(real, fresh, StandardCopyOption.COPY_ATTRIBUTES);
            try (FileChannel channel =
                    FileChannel.open(
                            fresh,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.TRUNCATE_EXISTING)) {
                ByteBuffer rest = ByteBuffer.wrap(octets);
                while (rest.hasRemaining()) channel.write(rest);
                channel.force(true);
            }
            Files.move(fresh, real, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
        return file.resolveSibling(kept.getFileName());
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
