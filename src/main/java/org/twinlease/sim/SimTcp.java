package org.twinlease.sim;

import org.jspecify.annotations.Nullable;
import org.twinlease.engine.Input;
import org.twinlease.engine.PartnerWire;
import org.twinlease.value.Ip4;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/// TCP between the servers of a world: octets arrive in order, cut anywhere, or late, or the
/// connection breaks. While the path is cut nothing arrives and nobody is told; what was sent waits
/// and comes when the path is whole again, unless the connection was given up meanwhile.
public final class SimTcp {

    private static final long CONNECT_TIMEOUT = 5_000;

    /// One end of a connection. `peer` is the other end, null once that has closed or died.
    private static final class End {
        final SimServer owner;
        final long link;
        final Deque<byte[]> coming = new ArrayDeque<>();
        final boolean listens;
        @Nullable End peer;
        boolean carried;

        /// The machine at the other end is without power: nobody closes the connection.
        boolean forsaken;

        End(SimServer owner, long link, boolean listens) {
            this.owner = owner;
            this.link = link;
            this.listens = listens;
        }
    }

    private final SimTime time;
    private final RandomGenerator random;
    private final Map<Ip4, SimServer> hosts = new LinkedHashMap<>();
    private final Map<SimServer, Map<Long, End>> ends = new LinkedHashMap<>();
    private final List<End> held = new ArrayList<>();
    private long lastAccepted = -1;
    private boolean cut;

    /// Servers whose octets do not arrive.
    private final Set<SimServer> mute = new LinkedHashSet<>();

    /// Servers whose failover port is blocked.
    private final Set<SimServer> blocked = new LinkedHashSet<>();

    /// A network between servers that have yet to be added.
    public SimTcp(SimTime time, RandomGenerator random) {
        this.time = time;
        this.random = random;
    }

    /// Takes a server in; its way to its partners.
    PartnerWire add(SimServer server, Ip4 address) {
        hosts.put(address, server);
        ends.put(server, new LinkedHashMap<>());
        return wire(server, address);
    }

    /// Cuts the path between the servers, or makes it whole.
    public void setCut(boolean now) {
        cut = now;
        if (!cut) release();
    }

    /// Lets nothing arrive that a server sends, and what it is sent does, or lets it be heard
    /// again.
    public void setMute(SimServer server, boolean now) {
        if (now) mute.add(server);
        else if (mute.remove(server)) release();
    }

    /// A server's ends of its connections are gone, as when something between the two has broken
    /// them; the other side learns of it when it sends.
    void halfOpen(SimServer server) {
        for (End end : List.copyOf(of(server).values())) {
            End other = end.peer;
            down(end, "connection reset");
            if (other != null) other.peer = null;
        }
    }

    /// Lets nothing pass to or from the port that a server listens on, as a firewall in front of it
    /// does, and nobody is told; connections that it opens itself go on. Or lets it pass again.
    public void setBlocked(SimServer server, boolean now) {
        if (now) blocked.add(server);
        else if (blocked.remove(server)) release();
    }

    private void release() {
        List<End> waiting = List.copyOf(held);
        held.clear();
        waiting.forEach(this::carry);
    }

    private boolean isCut(SimServer from) {
        return cut || mute.contains(from);
    }

    /// Whether a connection's octets stop at a port that is blocked.
    private boolean isBlocked(End end) {
        return blocked.contains(end.listens ? end.owner : other(end.owner));
    }

    private SimServer other(SimServer server) {
        for (SimServer each : hosts.values()) if (each != server) return each;
        return server;
    }

    /// Breaks every connection; both ends are told.
    public void reset() {
        for (SimServer server : List.copyOf(ends.keySet())) {
            for (End end : List.copyOf(of(server).values())) down(end, "connection reset");
        }
    }

    /// A server is gone. `told`: its system lives on and ends its connections; else the other side
    /// hears nothing.
    void died(SimServer server, boolean told) {
        List<End> mine = List.copyOf(of(server).values());
        of(server).clear();
        for (End end : mine) {
            End other = end.peer;
            end.peer = null;
            if (other == null) continue;
            other.peer = null;
            other.forsaken = !told;
            if (told && !isCut(server) && !isBlocked(other))
                after(other, () -> down(other, "connection reset"));
        }
    }

    private Map<Long, End> of(SimServer server) {
        Map<Long, End> all = ends.get(server);
        if (all == null) throw new IllegalArgumentException(server.name() + " has no partner");
        return all;
    }

    private PartnerWire wire(SimServer server, Ip4 address) {
        return new PartnerWire() {
            @Override
            public void listen(Ip4 at, int port) {
                server.arrive(new Input.Listening(at, port, null));
            }

            @Override
            public void connect(long link, Ip4 from, Ip4 to, int port) {
                End end = new End(server, link, false);
                of(server).put(link, end);
                dial(end, address, to, port);
            }

            @Override
            public void send(long link, byte[] octets) {
                End end = of(server).get(link);
                if (end == null) return;
                server.said(octets);
                End other = end.peer;
                if (other == null) {
                    unknown(end);
                    return;
                }
                for (byte[] part : parts(octets)) other.coming.add(part);
                carry(other);
            }

            @Override
            public void close(long link) {
                End end = of(server).remove(link);
                if (end == null) return;
                End other = end.peer;
                if (other == null) return;
                other.peer = null;
                carry(other);
            }
        };
    }

    /// A system that is up and does not know the connection says so.
    private void unknown(End end) {
        SimServer target = other(end.owner);
        after(
                end,
                () -> {
                    boolean heard =
                            !isCut(end.owner) && !isCut(target) && !isBlocked(end) && target.isUp();
                    if (heard && end.peer == null) down(end, "connection reset");
                });
    }

    private List<byte[]> parts(byte[] octets) {
        if (octets.length < 2 || random.nextInt(4) > 0) return List.of(octets.clone());
        int at = random.nextInt(1, octets.length);
        return List.of(Arrays.copyOf(octets, at), Arrays.copyOfRange(octets, at, octets.length));
    }

    private void dial(End end, Ip4 from, Ip4 to, int port) {
        SimServer target = hosts.get(to);
        if (target == null || isCut(end.owner) || isCut(target) || isBlocked(end)) {
            time.after(CONNECT_TIMEOUT, () -> down(end, "connection timed out"));
            return;
        }
        after(
                end,
                () -> {
                    if (!isOpen(end)) return;
                    if (!target.isUp()) {
                        down(end, "connection refused");
                        return;
                    }
                    lastAccepted += 2;
                    End accepted = new End(target, lastAccepted, true);
                    of(target).put(accepted.link, accepted);
                    accepted.peer = end;
                    end.peer = accepted;
                    target.arrive(new Input.LinkUp(accepted.link, to, port, from, true));
                    end.owner.arrive(new Input.LinkUp(end.link, from, 0, to, false));
                });
    }

    private boolean isOpen(End end) {
        return of(end.owner).get(end.link) == end;
    }

    private void after(End end, Runnable what) {
        time.after(
                random.nextLong(1, 20),
                () -> {
                    if (isOpen(end)) what.run();
                });
    }

    /// Lets what is on its way to an end arrive, piece by piece, and then the end of it all.
    private void carry(End to) {
        if (to.carried || !isOpen(to)) return;
        to.carried = true;
        after(
                to,
                () -> {
                    to.carried = false;
                    if (isCut(other(to.owner)) || isBlocked(to)) {
                        held.add(to);
                        return;
                    }
                    byte[] octets = to.coming.poll();
                    if (octets != null) to.owner.arrive(new Input.LinkData(to.link, octets));
                    if (!to.coming.isEmpty()) carry(to);
                    else if (to.peer == null && !to.forsaken) down(to, "closed by the partner");
                });
    }

    private void down(End end, String why) {
        if (!isOpen(end)) return;
        of(end.owner).remove(end.link);
        end.peer = null;
        end.owner.arrive(new Input.LinkDown(end.link, why));
    }
}
