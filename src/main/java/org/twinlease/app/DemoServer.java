package org.twinlease.app;

import org.jspecify.annotations.Nullable;
import org.twinlease.control.ControlChannel;
import org.twinlease.dhcp.Plan;
import org.twinlease.engine.Interface;
import org.twinlease.isc.DhcpdConf;
import org.twinlease.value.Ip4;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/// One of the two servers of the demo: can be stopped and started again on the same ports, with the
/// leases that it had. Its control channel outlives that.
final class DemoServer implements AutoCloseable {

    private final Role role;
    private final String version;
    private final Scratch scratch;
    private final Consumer<Throwable> onFatal;
    private final DemoChannel channel = new DemoChannel();
    private volatile @Nullable Server running;
    private int port;
    private DemoConf conf;

    /// Who it is in the pair: its name, which half, what clients call it, where it takes its
    /// partner's connection and where it finds its partner.
    record Role(String name, boolean primary, Ip4 identifier, int failoverPort, int partnerPort) {}

    private DemoServer(Role role, String version, Consumer<Throwable> onFatal) {
        this.role = role;
        this.version = version;
        this.onFatal = onFatal;
        conf = DemoConf.of(role);
        scratch = Scratch.open();
    }

    /// Makes it and starts it.
    ///
    /// @throws IOException when no loopback socket can be had
    static DemoServer start(Role role, String version, Consumer<Throwable> onFatal)
            throws IOException {
        DemoServer server = new DemoServer(role, version, onFatal);
        try {
            server.start();
        } catch (IOException refused) {
            server.close();
            throw refused;
        }
        return server;
    }

    /// Starts it again; nothing when it runs.
    synchronized void start() throws IOException {
        if (running != null) return;
        var face = new Interface("loopback", Demo.LOOPBACK, null, 1500, false);
        var setup = new Server.Setup(role.name(), version, List.of(face), port);
        Server started = Server.start(setup, plan(), scratch.disk(), onFatal);
        started.serves(conf.read());
        port = started.port();
        running = started;
        channel.to(started.channel());
    }

    /// Stops it, as a machine that is switched off; nothing when it stands.
    synchronized void stop() throws IOException {
        Server stopped = running;
        if (stopped == null) return;
        running = null;
        channel.toNobody();
        stopped.close();
    }

    boolean isRunning() {
        return running != null;
    }

    ControlChannel channel() {
        return channel;
    }

    String name() {
        return role.name();
    }

    Ip4 identifier() {
        return role.identifier();
    }

    /// The UDP port, the same in every life.
    int port() {
        return port;
    }

    /// What it runs on, or will when it is started.
    synchronized DemoConf conf() {
        return conf;
    }

    /// Goes on under another configuration, at once when it runs; why it cannot, or nothing.
    synchronized String use(DemoConf next) {
        DhcpdConf.Reading reading = next.read();
        if (!reading.isUsable()) {
            return "dhcpd.conf of " + role.name() + " has errors; see the problems.";
        }
        Server server = running;
        if (server != null && !server.use(plan(reading))) {
            return role.name() + " is too busy to take another configuration; try again.";
        }
        if (server != null) server.serves(reading);
        conf = next;
        return "";
    }

    private Plan plan() {
        DhcpdConf.Reading reading = conf.read();
        if (!reading.isUsable()) {
            throw new IllegalStateException("the demo's configuration: " + reading.problems());
        }
        return plan(reading);
    }

    private static Plan plan(DhcpdConf.Reading reading) {
        return new Plan(reading.config(), false, reading.statements()::apply);
    }

    @Override
    public void close() throws IOException {
        stop();
        scratch.close();
    }
}
