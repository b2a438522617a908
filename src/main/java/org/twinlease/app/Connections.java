package org.twinlease.app;

import org.jspecify.annotations.Nullable;
import org.twinlease.api.Connection;
import org.twinlease.api.RemoteChannel;
import org.twinlease.app.files.Sayings;
import org.twinlease.app.omapi.OmapiPlace;
import org.twinlease.cli.Refused;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/// Ways to running servers, by URL and token.
final class Connections {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    private Connections() {}

    static Connection open(String url, @Nullable Path tokenFile) throws Refused {
        if (OmapiPlace.isMeant(url)) return OmapiPlace.open(url, tokenFile);
        URI server = server(url);
        return new RemoteChannel(server, token(server, tokenFile));
    }

    private static URI server(String url) throws Refused {
        try {
            URI uri = new URI(url.contains("://") ? url : "http://" + url);
            boolean plain =
                    uri.getRawPath().replace("/", "").isEmpty()
                            && uri.getRawQuery() == null
                            && uri.getRawUserInfo() == null;
            if (SCHEMES.contains(uri.getScheme()) && uri.getHost() != null && plain) return uri;
        } catch (URISyntaxException wrong) {
            // Said below, as for every other text that is no such URL.
        }
        throw Refused.input(
                url
                        + " is no URL of a server; write it as http://127.0.0.1:8067"
                        + " (a dhcpd's: omapi://10.0.0.2:7911)");
    }

    private static String token(URI server, @Nullable Path tokenFile) throws Refused {
        try {
            String token =
                    tokenFile != null
                            ? Files.readString(tokenFile).strip()
                            : Tokens.left(server.getHost(), server.getPort());
            // The server says what it lacks, and whether there is one at all is worth knowing too.
            if (token == null) return "";
            if (!token.matches("[\\x21-\\x7e]+")) {
                throw Refused.input(tokenFile + " holds no token; it is one word of one line");
            }
            return token;
        } catch (IOException unreadable) {
            throw Refused.input("the token: " + Sayings.of(unreadable));
        }
    }
}
