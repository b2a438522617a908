package org.twinlease.app.omapi;

import org.jspecify.annotations.Nullable;
import org.twinlease.api.Connection;
import org.twinlease.app.files.ConfFiles;
import org.twinlease.app.files.Sayings;
import org.twinlease.cli.Refused;
import org.twinlease.isc.omapi.DhcpdAccess;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

/// A dhcpd by its URL, `omapi://HOST[:PORT][/PEER]`, and the file with its key.
public final class OmapiPlace {

    /// The scheme of such a URL.
    public static final String SCHEME = "omapi";

    /// What examples and omshell use; dhcpd itself has none.
    private static final int USUAL_PORT = 7911;

    private OmapiPlace() {}

    /// Whether a URL names a dhcpd.
    public static boolean isMeant(String url) {
        return url.startsWith(SCHEME + "://");
    }

    /// A connection; nothing is sent yet. `keyFile` is a dhcpd.conf, or a file with a key only;
    /// null: none, for a dhcpd that wants none.
    ///
    /// @throws Refused when the URL is none, or the file holds no key
    public static Connection open(String url, @Nullable Path keyFile) throws Refused {
        URI server = server(url);
        DhcpdAccess access = keyFile == null ? DhcpdAccess.NONE : access(keyFile);
        String peer = server.getPath().replaceFirst("^/", "");
        if (!peer.isEmpty()) access = access.about(peer);
        int port = server.getPort() < 0 ? USUAL_PORT : server.getPort();
        return new OmapiChannel(
                new OmapiTalk(server.getHost(), port, access.key()),
                access,
                InstantSource.system());
    }

    private static URI server(String url) throws Refused {
        try {
            URI uri = new URI(url);
            boolean plain = uri.getRawQuery() == null && uri.getRawUserInfo() == null;
            if (uri.getHost() != null && plain && uri.getPort() <= 65_535) return uri;
        } catch (URISyntaxException wrong) {
            // Said below, as for every other text that is no such URL.
        }
        throw Refused.input(
                url
                        + " is no URL of a dhcpd; write it as omapi://10.0.0.2:7911, with the name"
                        + " of its failover peer behind a / where no dhcpd.conf tells it");
    }

    private static DhcpdAccess access(Path file) throws Refused {
        try {
            // What cannot be read is said in the system's words first.
            Files.newInputStream(file).close();
        } catch (IOException unreadable) {
            throw Refused.input("the key: " + Sayings.of(unreadable));
        }
        DhcpdAccess access = DhcpdAccess.of(ConfFiles.readWithoutNames(file.toString()));
        if (access.trouble() == null) return access;
        throw Refused.input(file + ": " + access.trouble());
    }
}
