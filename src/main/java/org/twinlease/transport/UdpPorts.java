package org.twinlease.transport;

import org.jspecify.annotations.Nullable;
import org.twinlease.engine.Interface;
import org.twinlease.engine.Outlet;
import org.twinlease.engine.PartnerWire;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.ProgramCall;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The server's UDP ports, one or two sockets an interface, and its way out, to partners too.
/// Datagrams go into the loop's inbox; what the engine sends is queued and leaves with [#flush] in
/// as few system calls as the system allows. To be called on the loop's thread only.
///
/// Nothing here waits: what cannot be sent (no route, a full send queue) is dropped and counted.
public final class UdpPorts implements Outlet {
    private final List<Port> ports;
    private final PortCounts counts;

    private final RawFrames frames;
    private final Pinger pinger;
    private final PartnerPorts partners;
    private Ip4 everybody = Ip4.BROADCAST;
    private @Nullable ProgramRunner programs;

    private UdpPorts(
            List<Port> ports,
            PortCounts counts,
            RawFrames frames,
            Pinger pinger,
            PartnerPorts partners) {
        this.ports = ports;
        this.counts = counts;
        this.frames = frames;
        this.pinger = pinger;
        this.partners = partners;
    }

    /// Opens the sockets of all interfaces; they close with the loop.
    ///
    /// @throws CannotListen when one cannot be had; none is left open then
    public static UdpPorts open(EngineLoop loop, IoKind io, List<Interface> interfaces, int port)
            throws CannotListen {
        PortCounts counts = new PortCounts();
        PortOpener opener =
                new PortOpener(
                        loop,
                        io,
                        datagram -> {
                            if (!loop.offer(datagram)) counts.refused();
                        },
                        counts);
        List<Port> ports = new ArrayList<>();
        try {
            for (int i = 0; i < interfaces.size(); i++) {
                Interface face = interfaces.get(i);
                List<Ip4> others = Interfaces.others(face);
                ports.add(opener.open(i, face, others, port, interfaces.size() == 1));
            }
        } catch (CannotListen refused) {
            ports.forEach(Port::close);
            throw refused;
        }
        UdpPorts opened =
                new UdpPorts(
                        List.copyOf(ports),
                        counts,
                        RawFrames.open(interfaces, port),
                        Pinger.open(loop, io, interfaces, counts),
                        new PartnerPorts(loop, io, counts));
        loop.whenStopped(opened::close);
        return opened;
    }

    /// Sends broadcasts to another address than 255.255.255.255 (dhcpd's
    /// `limited-broadcast-address`). To be called before the loop starts.
    public void broadcastTo(Ip4 address) {
        everybody = address;
    }

    /// Lets the configuration's programs run, each for at most ten seconds. To be called before the
    /// loop starts; without it none is run.
    public void allowPrograms(EngineLoop loop) {
        programs = new ProgramRunner(loop::offer, Duration.ofSeconds(10));
    }

    /// The addresses and ports that are listened on, in the order of the interfaces.
    public List<InetSocketAddress> addresses() {
        return ports.stream().map(Port::address).toList();
    }

    /// What was lost so far; may be a moment old.
    public PortLosses losses() {
        return counts.read();
    }

    /// How a client without an address is answered, in words.
    public String replyMode() {
        return frames.mode();
    }

    /// How pings are sent, or why they are not, in words.
    public String pingMode() {
        return pinger.mode();
    }

    @Override
    public void unicast(int interfaceIndex, byte[] payload, Ip4 to, int port) {
        ports.get(interfaceIndex).unicast(payload, to, port);
    }

    @Override
    public void broadcast(int interfaceIndex, byte[] payload, int port) {
        Port way = ports.get(interfaceIndex);
        if (way.face().broadcasts()) way.broadcast(payload, everybody, port);
        else counts.unsent(); // a relay-only port has no link of clients
    }

    @Override
    public void toHardware(
            int interfaceIndex, byte[] payload, HardwareAddress client, Ip4 address, int port) {
        if (!frames.send(interfaceIndex, payload, client, address, port)) {
            broadcast(interfaceIndex, payload, port);
        }
    }

    @Override
    public boolean ping(int interfaceIndex, Ip4 address) {
        return pinger.ping(interfaceIndex, address);
    }

    @Override
    public void run(Ip4 about, ProgramCall call) {
        if (programs != null) programs.run(about, call);
    }

    @Override
    public PartnerWire partners() {
        return partners;
    }

    /// Says whose TCP connections are accepted, from now on: those of failover partners. Nobody's
    /// before the first call. From any thread.
    public void allow(Set<Ip4> addresses) {
        partners.allow(addresses);
    }

    @Override
    public void flush() {
        for (int i = 0; i < ports.size(); i++) ports.get(i).flush();
        pinger.flush();
        partners.flush();
    }

    private void close() {
        flush();
        ports.forEach(Port::close);
        pinger.close();
        partners.close();
        frames.close();
        if (programs != null) programs.close();
    }
}
