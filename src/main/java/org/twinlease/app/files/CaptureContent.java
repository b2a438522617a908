package org.twinlease.app.files;

import org.twinlease.console.model.ConsoleFiles;
import org.twinlease.control.PassedView;
import org.twinlease.wire.pcap.CaptureWriter;
import org.twinlease.wire.pcap.Endpoint;
import org.twinlease.wire.pcap.IpPackets;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What passed at servers as a capture file: an interface a server, plain IPv4 packets. Servers
/// that listen on ports of their own are written as if they listened on those of the protocols,
/// since Wireshark knows a protocol by its port; the interface's description says so.
public final class CaptureContent implements ConsoleFiles.Content {

    private static final int SERVER = 67;
    private static final int CLIENT = 68;
    private static final int FAILOVER = 647;

    private final List<ConsoleFiles.Heard> servers;
    private final String program;
    private final IpPackets packets = new IpPackets();

    public CaptureContent(List<ConsoleFiles.Heard> servers, String program) {
        this.servers = List.copyOf(servers);
        this.program = program;
    }

    /// A packet and the number of the interface that it passed.
    private record Passed(int face, PassedView view) {}

    @Override
    public void writeTo(OutputStream out) throws IOException {
        var buffered = new BufferedOutputStream(out);
        var writer = new CaptureWriter(buffered, program);
        List<Passed> all = new ArrayList<>();
        for (ConsoleFiles.Heard server : servers) {
            int face = writer.face(server.server(), description(server));
            for (PassedView view : server.passed()) all.add(new Passed(face, view));
        }
        // Sorting keeps the order of what one server did in the same millisecond.
        all.sort(Comparator.comparingLong(passed -> passed.view().atMillis()));
        for (Passed passed : all) {
            PassedView view = passed.view();
            writer.packet(passed.face(), view.atMillis() * 1_000, octets(view), view.outgoing());
        }
        buffered.flush();
    }

    private byte[] octets(PassedView view) {
        Endpoint from = new Endpoint(view.from(), port(view, view.fromPort(), view.outgoing()));
        Endpoint to = new Endpoint(view.to(), port(view, view.toPort(), !view.outgoing()));
        byte[] payload = view.octets().toArray();
        return view.failover() ? packets.tcp(from, to, payload) : packets.udp(from, to, payload);
    }

    /// The port as it is written; `servers` says whether it is the DHCP server's own.
    private static int port(PassedView view, int port, boolean servers) {
        if (view.failover()) {
            boolean known = view.fromPort() == FAILOVER || view.toPort() == FAILOVER;
            return known || !servers ? port : FAILOVER;
        }
        boolean known = isKnown(view.fromPort()) || isKnown(view.toPort());
        return known || !servers ? port : SERVER;
    }

    private static boolean isKnown(int port) {
        return port == SERVER || port == CLIENT;
    }

    private static String description(ConsoleFiles.Heard server) {
        var moved = new ArrayList<String>();
        for (PassedView view : server.passed()) {
            int own = view.outgoing() ? view.fromPort() : view.toPort();
            int written = port(view, own, true);
            String words = (view.failover() ? "TCP " : "UDP ") + own + " is shown as " + written;
            if (written != own && !moved.contains(words)) moved.add(words);
        }
        return moved.isEmpty()
                ? "What " + server.server() + " sent and received"
                : server.server() + "; " + String.join(", ", moved);
    }
}
