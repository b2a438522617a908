package org.twinlease.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.twinlease.api.ApiServer;
import org.twinlease.dhcp.Plan;
import org.twinlease.engine.Interface;
import org.twinlease.isc.DhcpdConf;
import org.twinlease.journal.FolderDisk;
import org.twinlease.value.Ip4;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// A real server on loopback, `alpha` unless it is given another name, with its control API and its
/// token, for tests that type commands against it.
final class LoopbackServer implements AutoCloseable {

    final Path data;
    final Path token;
    final String url;
    private final FolderDisk disk;
    private final Server server;
    private final ApiServer api;

    LoopbackServer(Path data, String conf) throws Exception {
        this(data, "alpha", conf);
    }

    LoopbackServer(Path data, String name, String conf) throws Exception {
        this(data, name, conf, 0);
    }

    /// `port` is where its control API is; any for 0.
    LoopbackServer(Path data, String name, String conf, int port) throws Exception {
        this.data = data;
        var reading = DhcpdConf.read("x.conf", _ -> conf.getBytes(StandardCharsets.US_ASCII));
        assertThat(reading.problems()).isEmpty();
        var face = new Interface("lo", Ip4.of("127.0.0.1"), null, 1500, false);
        disk = FolderDisk.open(data);
        server =
                Server.start(
                        new Server.Setup(name, "0", List.of(face), 0),
                        new Plan(reading.config()),
                        disk,
                        fault -> {
                            throw new AssertionError(fault);
                        });
        server.serves(reading);
        String secret = Tokens.of(data);
        var at = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        api = ApiServer.open(at, server.channel(), secret);
        url = "http://127.0.0.1:" + api.address().getPort();
        token = data.resolve("api.token");
    }

    /// Where it hears clients.
    int port() {
        return server.port();
    }

    @Override
    public void close() throws IOException {
        api.close();
        server.close();
        disk.close();
    }
}
