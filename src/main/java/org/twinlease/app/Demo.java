package org.twinlease.app;

import org.twinlease.control.ControlChannel;
import org.twinlease.dhcp.Plan;
import org.twinlease.engine.Interface;
import org.twinlease.isc.DhcpdConf;
import org.twinlease.transport.RelayPort;
import org.twinlease.value.Ip4;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/// A real server on a loopback port with some hundred simulated clients that send it real packets:
/// what the console shows to somebody who has no server yet. Needs no rights and no configuration.
final class Demo implements AutoCloseable {

    private static final Ip4 LOOPBACK = Ip4.of("127.0.0.1");
    private static final String CONFIG = "demo.conf";

    private final Scratch scratch;
    private final Server server;
    private final RelayPort relay;

    private Demo(Scratch scratch, Server server, RelayPort relay) {
        this.scratch = scratch;
        this.server = server;
        this.relay = relay;
    }

    /// Starts server and clients; `onFatal` hears of a fault of either.
    ///
    /// @throws IOException when no loopback socket can be had
    static Demo start(String version, long seed, Consumer<Throwable> onFatal) throws IOException {
        Scratch scratch = Scratch.open();
        var face = new Interface("loopback", LOOPBACK, null, 1500, false);
        var setup = new Server.Setup("demo", version, List.of(face), 0);
        Server server = Server.start(setup, plan(), scratch.disk(), onFatal);
        try {
            RelayPort relay = RelayPort.open("demo-clients", LOOPBACK, 0, onFatal);
            var random = new SplittableRandom(seed);
            relay.start(new DemoCrowd(relay, LOOPBACK, server.port(), random));
            return new Demo(scratch, server, relay);
        } catch (IOException refused) {
            server.close();
            scratch.close();
            throw refused;
        }
    }

    private static Plan plan() {
        DhcpdConf.Reading reading = DhcpdConf.read(CONFIG, Demo::resource);
        if (!reading.isUsable()) {
            throw new IllegalStateException("the demo's configuration: " + reading.problems());
        }
        return new Plan(reading.config());
    }

    private static byte[] resource(String name) {
        try (InputStream in = Demo.class.getResourceAsStream(name)) {
            return in == null ? new byte[0] : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The way in to the demo's server.
    ControlChannel channel() {
        return server.channel();
    }

    @Override
    public void close() throws IOException {
        relay.close();
        server.close();
        scratch.close();
    }
}
