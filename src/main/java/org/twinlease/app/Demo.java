package org.twinlease.app;

import org.twinlease.control.ControlChannel;
import org.twinlease.transport.RelayPort;
import org.twinlease.value.Ip4;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/// A real failover pair on loopback ports, connected by a real TCP connection, with some hundred
/// simulated clients whose relay sends real packets to both: what the console shows to somebody who
/// has no servers yet. Needs no rights and no configuration.
final class Demo implements AutoCloseable {

    static final Ip4 LOOPBACK = Ip4.of("127.0.0.1");

    private final List<DemoServer> servers;
    private final RelayPort relay;

    private Demo(List<DemoServer> servers, RelayPort relay) {
        this.servers = servers;
        this.relay = relay;
    }

    /// Starts servers and clients; `onFatal` hears of a fault of any.
    ///
    /// @throws IOException when no loopback socket can be had
    static Demo start(String version, long seed, Consumer<Throwable> onFatal) throws IOException {
        int first = freePort();
        int second = freePort();
        var primary = new DemoServer.Role("dhcp-a", true, Ip4.of("10.20.0.4"), first, second);
        var secondary = new DemoServer.Role("dhcp-b", false, Ip4.of("10.20.0.5"), second, first);
        DemoServer a = DemoServer.start(primary, version, onFatal);
        try {
            DemoServer b = DemoServer.start(secondary, version, onFatal);
            try {
                RelayPort relay = RelayPort.open("demo-clients", LOOPBACK, 0, onFatal);
                List<DemoServer> servers = List.of(a, b);
                relay.start(new DemoCrowd(relay, LOOPBACK, servers, new SplittableRandom(seed)));
                return new Demo(servers, relay);
            } catch (IOException refused) {
                b.close();
                throw refused;
            }
        } catch (IOException refused) {
            a.close();
            throw refused;
        }
    }

    /// A TCP port that is free now. Should another program take it in the next moment, the pair
    /// says so, and its other server is still connected to.
    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK.octets()), 0));
            return probe.getLocalPort();
        }
    }

    /// The primary, then the secondary.
    List<DemoServer> servers() {
        return servers;
    }

    /// The ways in to both, the primary's first.
    List<ControlChannel> channels() {
        return servers.stream().map(DemoServer::channel).toList();
    }

    /// What they are called, in the same order.
    List<String> names() {
        return servers.stream().map(DemoServer::name).toList();
    }

    @Override
    public void close() throws IOException {
        relay.close();
        for (DemoServer server : servers) server.close();
    }
}
