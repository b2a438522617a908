package org.twinlease.transport;

import org.twinlease.engine.Input;
import org.twinlease.engine.Interface;
import org.twinlease.value.Ip4;
import org.twinlease.value.Now;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.function.Consumer;

/// The server's view of a relay: one UDP socket on a loop of its own, behind which any number of
/// simulated clients stand. What servers send to the relay arrives in the clients' batches; what
/// the clients send leaves at the end of the batch.
public final class RelayPort implements AutoCloseable {
    private static final int MTU = 1_500;
    private final EngineLoop loop;
    private final UdpPorts ports;

    private RelayPort(EngineLoop loop, UdpPorts ports) {
        this.loop = loop;
        this.ports = ports;
    }

    /// Opens the socket.
    ///
    /// @param name of the loop's thread
    /// @param address of the relay, one of this machine's; clients put it into `giaddr`
    /// @param port 67 for servers on port 67, else 0 for any
    /// @param onFatal hears what the clients threw; they are not called again then
    /// @throws CannotListen when the system refuses
    public static RelayPort open(String name, Ip4 address, int port, Consumer<Throwable> onFatal)
            throws CannotListen {
        IoKind io = IoKind.detect();
        EngineLoop loop = EngineLoop.named(name, io, onFatal);
        try {
            Interface face = new Interface("relay", address, null, MTU, false);
            return new RelayPort(loop, UdpPorts.open(loop, io, List.of(face), port));
        } catch (CannotListen refused) {
            loop.close();
            throw refused;
        }
    }

    /// Begins to drive the clients: batches hold what arrived, wakes come when they are wanted.
    public void start(Core clients) {
        loop.start(
                new Core() {
                    @Override
                    public void batch(Now now, List<Input> inputs) {
                        clients.batch(now, inputs);
                        ports.flush();
                    }

                    @Override
                    public long nextWakeTick() {
                        return clients.nextWakeTick();
                    }
                });
    }

    /// Sends a payload to a server at the end of the batch; to be called within one.
    public void send(Ip4 server, int port, byte[] payload) {
        ports.unicast(0, payload, server, port);
    }

    /// Runs something on the loop's thread, between two batches. From any thread.
    public void run(Runnable action) {
        loop.run(
                () -> {
                    action.run();
                    ports.flush();
                });
    }

    /// The address and port of the socket.
    public InetSocketAddress address() {
        return ports.addresses().getFirst();
    }

    /// What was lost on this side.
    public PortLosses losses() {
        return ports.losses();
    }

    @Override
    public void close() {
        loop.close();
    }
}
