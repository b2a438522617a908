package org.twinlease.transport;

import org.twinlease.value.Ip4;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/// Makes load on servers from behind a relay port of this machine, for `twinlease load`.
public final class LoadGenerator {
    private static final int SERVER_PORT = 67;

    private LoadGenerator() {}

    /// Runs a plan to its end. A server on port 67 answers relays at port 67, so that one needs the
    /// right to it; others answer at the port that they were spoken to from.
    ///
    /// @throws CannotListen when the relay's port cannot be had
    /// @throws InterruptedException when the caller is told to stop; the sockets are closed then
    public static LoadReport run(LoadPlan plan) throws CannotListen, InterruptedException {
        boolean standard = plan.servers().stream().anyMatch(s -> s.getPort() == SERVER_PORT);
        CompletableFuture<LoadReport> report = new CompletableFuture<>();
        try (RelayPort relay =
                RelayPort.open(
                        "load",
                        plan.relay(),
                        standard ? SERVER_PORT : 0,
                        report::completeExceptionally)) {
            relay.start(new LoadClients(plan, relay::send, System::nanoTime, report::complete));
            return report.get();
        } catch (ExecutionException broken) {
            throw new IllegalStateException("the load generator failed", broken.getCause());
        }
    }

    /// The address of this machine from which a server is reached, to be the relay's when none is
    /// named.
    ///
    /// @throws CannotListen when there is no way to the server
    public static Ip4 relayFor(InetSocketAddress server) throws CannotListen {
        try (DatagramSocket probe = new DatagramSocket()) {
            probe.connect(server); // sends nothing; the system only chooses a route
            return Addresses.ip4(probe.getLocalAddress());
        } catch (IOException | UncheckedIOException noWay) {
            throw new CannotListen("there is no way to " + server + ": " + noWay.getMessage());
        }
    }
}
