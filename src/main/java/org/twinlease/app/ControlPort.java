package org.twinlease.app;

import org.jspecify.annotations.Nullable;
import org.twinlease.api.ApiServer;
import org.twinlease.app.files.Sayings;
import org.twinlease.cli.Refused;
import org.twinlease.cli.ServeOptions;
import org.twinlease.cli.Terminal;
import org.twinlease.control.ControlChannel;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/// The control API of a server that was started with one, or nothing.
final class ControlPort implements AutoCloseable {

    private final @Nullable ApiServer server;
    private final @Nullable Path left;

    private ControlPort(@Nullable ApiServer server, @Nullable Path left) {
        this.server = server;
        this.left = left;
    }

    static ControlPort open(ServeOptions options, ControlChannel channel, Terminal terminal)
            throws Refused {
        InetSocketAddress at = options.api();
        if (at == null) return new ControlPort(null, null);
        try {
            String token = Tokens.of(options.data());
            ApiServer server = ApiServer.open(at, channel, token);
            if (!server.address().getAddress().isLoopbackAddress()) {
                terminal.complain(
                        "the control API at %s is not encrypted: whoever can read the network there can read leases and the token; 127.0.0.1 and ssh -L keep them private"
                                .formatted(text(server.address())));
            }
            return new ControlPort(server, Tokens.leave(server.address(), token));
        } catch (BindException taken) {
            throw Refused.input(
                    "--api %s cannot be had (%s); another program may have it, or it is no address of this machine"
                            .formatted(text(at), taken.getMessage()));
        } catch (IOException refused) {
            throw Refused.input("the control API: " + Sayings.of(refused));
        }
    }

    boolean isOpen() {
        return server != null;
    }

    /// What `--connect` takes.
    String url() {
        return server == null ? "" : "http://" + text(server.address());
    }

    private static String text(InetSocketAddress at) {
        return at.getAddress().getHostAddress() + ":" + at.getPort();
    }

    @Override
    public void close() {
        if (server != null) server.close();
        if (left == null) return;
        try {
            Files.deleteIfExists(left);
        } catch (IOException stays) {
            // The next server at this address writes it anew.
        }
    }
}
