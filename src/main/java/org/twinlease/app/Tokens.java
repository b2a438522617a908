package org.twinlease.app;

import org.jspecify.annotations.Nullable;
import org.twinlease.value.Ip4;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/// The token that a server's control API asks for. It is made once, in the data folder, for its
/// owner's eyes only; a copy under the server's address in the owner's own settings lets the same
/// person's commands find it. A token goes to the very address that it was left for.
final class Tokens {

    private static final String NAME = "api.token";
    private static final int OCTETS = 32;

    private Tokens() {}

    /// The token of a data folder, made when there is none yet.
    static String of(Path data) throws IOException {
        Path file = data.resolve(NAME);
        try {
            Files.createFile(file, secret());
        } catch (FileAlreadyExistsException there) {
            String token = Files.readString(file).strip();
            if (token.length() >= 20) return token;
            // A crash between the two steps above, or somebody's own idea of a token.
            throw new IOException(file + " holds no token; delete it, and a new one is made");
        }
        byte[] octets = new byte[OCTETS];
        new SecureRandom().nextBytes(octets);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
        Files.writeString(file, token + "\n");
        return token;
    }

    /// Leaves a copy for the same person's commands; a home that cannot be written costs that only.
    static @Nullable Path leave(InetSocketAddress at, String token) {
        Path file = file(at.getAddress().getHostAddress(), at.getPort());
        try {
            Files.createDirectories(file.getParent());
            Files.deleteIfExists(file);
            Files.createFile(file, secret());
            Files.writeString(file, token + "\n");
            return file;
        } catch (IOException unwritable) {
            return null;
        }
    }

    /// The token that a server of this machine left for a host and port; null when none did.
    static @Nullable String left(String host, int port) throws IOException {
        String named = host.equals("localhost") ? "127.0.0.1" : host;
        if (Ip4.parse(named) == null) return null;
        Path exact = file(named, port);
        if (Files.isReadable(exact)) return Files.readString(exact).strip();
        Path every = file("0.0.0.0", port);
        boolean own = NetworkInterface.getByInetAddress(InetAddress.getByName(named)) != null;
        return own && Files.isReadable(every) ? Files.readString(every).strip() : null;
    }

    private static Path file(String host, int port) {
        Path settings = StoredSettings.usual().getParent();
        return Path.of(String.valueOf(settings), "servers", host + "-" + port + ".token");
    }

    /// Readable for the owner alone from its first moment.
    private static FileAttribute<?>[] secret() {
        Set<String> views = FileSystems.getDefault().supportedFileAttributeViews();
        if (!views.contains("posix")) return new FileAttribute<?>[0];
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        };
    }
}
