package org.twinlease.app.files;

import org.jspecify.annotations.Nullable;
import org.twinlease.app.host.Machine;
import org.twinlease.cli.Refused;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Reads dhcpd.conf from the file system; names in it are looked up as the system does.
public final class ConfFiles {
    private static final DhcpdConf.Resolver SYSTEM =
            new DhcpdConf.Resolver() {
                @Override
                public List<Ip4> resolve(String name) {
                    return addresses(name);
                }

                @Override
                public String machine() {
                    return Machine.fullName();
                }
            };

    private ConfFiles() {}

    /// Reads a file and what it includes. A file that cannot be read is one of the problems.
    public static DhcpdConf.Reading read(String name) {
        return DhcpdConf.read(name, ConfFiles::octets, SYSTEM);
    }

    /// As [#read], and no name is looked up: for what does not depend on addresses.
    public static DhcpdConf.Reading readWithoutNames(String name) {
        return DhcpdConf.read(name, ConfFiles::octets);
    }

    /// Reads a file that a server could run on.
    ///
    /// @throws Refused where there is none, or it has errors
    public static DhcpdConf.Reading sound(String name) throws Refused {
        if (octets(name) == null) {
            throw Refused.input(name + " cannot be read; check its name and permissions");
        }
        DhcpdConf.Reading reading = read(name);
        if (reading.isUsable()) return reading;
        throw Refused.input(name + " has errors; twinlease check " + name + " lists them");
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
    public static Path replace(Path file, byte[] octets) throws IOException {
        return replace(Map.of(file, octets)).getFirst();
    }

    /// The same for several files: all of them or none. Everything that can fail for want of room
    /// or rights is done before the first rename; should one fail all the same, those before it are
    /// undone.
    ///
    /// @throws IOException when that cannot be done; every file is as it was then
    public static List<Path> replace(Map<Path, byte[]> files) throws IOException {
        List<Replacement> all = new ArrayList<>();
        List<Replacement> done = new ArrayList<>();
        try {
            for (var file : files.entrySet()) {
                var replacement = new Replacement(file.getKey());
                all.add(replacement);
                replacement.prepare(file.getValue());
            }
            for (Replacement replacement : all) {
                replacement.swap();
                done.add(replacement);
            }
        } catch (IOException failure) {
            for (Replacement replacement : done) replacement.undo();
            for (Replacement replacement : all) replacement.forget();
            throw failure;
        } finally {
            for (Replacement replacement : all) replacement.tidy();
        }
        return all.stream().map(Replacement::kept).toList();
    }

    /// The IPv4 addresses of a host name, or the one that is written; none when there are none.
    public static List<Ip4> addresses(String name) {
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
