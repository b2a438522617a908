package org.twinlease.app;

import org.jspecify.annotations.Nullable;
import org.twinlease.app.files.ServedConf;
import org.twinlease.app.past.RecordedChannel;
import org.twinlease.app.past.Recorder;
import org.twinlease.config.FailoverPeer;
import org.twinlease.control.ControlChannel;
import org.twinlease.dhcp.Plan;
import org.twinlease.engine.Edges;
import org.twinlease.engine.Engine;
import org.twinlease.engine.Identity;
import org.twinlease.engine.Input;
import org.twinlease.engine.Interface;
import org.twinlease.isc.DhcpdConf;
import org.twinlease.journal.Disk;
import org.twinlease.journal.FolderDisk;
import org.twinlease.journal.Replay;
import org.twinlease.transport.Core;
import org.twinlease.transport.EngineLoop;
import org.twinlease.transport.IoKind;
import org.twinlease.transport.PortLosses;
import org.twinlease.transport.UdpPorts;
import org.twinlease.value.Ip4;
import org.twinlease.value.Now;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// One DHCP server on real sockets: an engine, the loop that drives it and the ports it listens on.
final class Server implements AutoCloseable {

    private final EngineLoop loop;
    private final Engine engine;
    private final UdpPorts ports;
    private final @Nullable Recorder recorder;
    private final ServedConf channel;

    private Server(EngineLoop loop, Engine engine, UdpPorts ports, @Nullable Recorder recorder) {
        this.loop = loop;
        this.engine = engine;
        this.ports = ports;
        this.recorder = recorder;
        ControlChannel own = engine.channel(loop::offer);
        channel = new ServedConf(recorder == null ? own : new RecordedChannel(own, recorder));
        if (recorder != null) {
            var _ = own.watch(recorder::on);
        }
    }

    /// What a server is started with; `name` and `version` are what it says of itself, `everybody`
    /// is where broadcast answers go, `execute` whether the configuration's programs are run.
    record Setup(
            String name,
            String version,
            List<Interface> interfaces,
            int port,
            Ip4 everybody,
            boolean execute) {

        /// With the usual broadcast address.
        Setup(String name, String version, List<Interface> interfaces, int port) {
            this(name, version, interfaces, port, Ip4.BROADCAST, false);
        }
    }

    /// Opens sockets, then the journal, then serves.
    ///
    /// @throws IOException when a port cannot be had or the disk cannot be read; nothing is left
    ///   open then
    static Server start(Setup setup, Plan plan, Disk disk, Consumer<Throwable> onFatal)
            throws IOException {
        IoKind io = IoKind.detect();
        EngineLoop loop = EngineLoop.named("engine-" + setup.name(), io, onFatal);
        try {
            UdpPorts ports = UdpPorts.open(loop, io, setup.interfaces(), setup.port());
            ports.broadcastTo(setup.everybody());
            if (setup.execute()) ports.allowPrograms(loop);
            List<String> listening =
                    ports.addresses().stream()
                            .map(a -> a.getAddress().getHostAddress() + ":" + a.getPort())
                            .toList();
            Edges edges =
                    new Edges(
                            setup.interfaces(),
                            ports.addresses().getFirst().getPort(),
                            ports,
                            System::nanoTime,
                            () -> lost(ports),
                            ports::replyMode,
                            ports::pingMode);
            Identity identity = new Identity(setup.name(), setup.version(), listening, disk.name());
            Engine engine = Engine.open(plan, disk, edges, identity);
            Server server = new Server(loop, engine, ports, record(setup, disk));
            ports.allow(partners(plan));
            loop.start(core(engine));
            return server;
        } catch (IOException | RuntimeException e) {
            loop.close();
            throw e;
        }
    }

    /// The record of the past, in the data folder; null where it cannot be kept, which costs nobody
    /// a lease.
    private static @Nullable Recorder record(Setup setup, Disk disk) {
        if (!(disk instanceof FolderDisk)) return null;
        try {
            return Recorder.open(disk, InstantSource.system(), setup.name(), setup.version());
        } catch (IOException refused) {
            return null;
        }
    }

    private static Edges.Lost lost(UdpPorts ports) {
        PortLosses losses = ports.losses();
        return new Edges.Lost(losses.all(), losses.turnedAway());
    }

    private static Core core(Engine engine) {
        return new Core() {
            @Override
            public void batch(Now now, List<Input> inputs) {
                engine.batch(now, inputs);
            }

            @Override
            public long nextWakeTick() {
                return engine.nextWakeTick();
            }
        };
    }

    /// The way in for people and programs.
    ControlChannel channel() {
        return channel;
    }

    /// What the journal found at the start.
    Replay replay() {
        return engine.replay();
    }

    /// Addresses with ports.
    List<String> listening() {
        return ports.addresses().stream()
                .map(a -> a.getAddress().getHostAddress() + ":" + a.getPort())
                .toList();
    }

    /// The UDP port of the first address.
    int port() {
        return ports.addresses().getFirst().getPort();
    }

    /// Goes on under another configuration; false when the server is too busy to hear of it.
    boolean use(Plan plan) {
        boolean heard = loop.offer(new Input.NewPlan(plan));
        if (heard) ports.allow(partners(plan));
        if (heard && recorder != null) recorder.configured(words(plan));
        return heard;
    }

    /// The configuration as it was read, for those who ask what is served.
    void serves(DhcpdConf.Reading reading) {
        channel.serves(reading);
    }

    private static String words(Plan plan) {
        return "%d pools, %d failover peers"
                .formatted(plan.pools().size(), plan.config().peers().size());
    }

    /// Where failover partners connect from; a name that is left has no address.
    private static Set<Ip4> partners(Plan plan) {
        return plan.config().peers().stream()
                .map(FailoverPeer::peerAddress)
                .filter(Objects::nonNull)
                .map(Ip4::parse)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    @Override
    public void close() throws IOException {
        loop.close();
        engine.close();
        if (recorder != null) recorder.close();
    }
}
