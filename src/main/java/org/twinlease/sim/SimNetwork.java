package org.twinlease.sim;

import org.twinlease.engine.Input;
import org.twinlease.sim.SimClient.Outgoing;
import org.twinlease.value.Cast;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/// Carries packets between clients and servers: late, twice or not at all, as the faults of the
/// world have it. Relays are part of it: what clients behind them broadcast goes to every server,
/// what servers send to them goes to the client's wire.
final class SimNetwork implements Carrier {

    private static final int SERVER_PORT = 67;
    private static final int CLIENT_PORT = 68;
    private static final int BROADCAST_FLAG_AT = 10;

    private final SimTime time;
    private final RandomGenerator random;
    private final List<Station> stations = new ArrayList<>();
    private final List<SimServer> servers = new ArrayList<>();
    private final Set<SimServer> cut = new LinkedHashSet<>();
    private final Set<Ip4> strangers = new TreeSet<>();
    private Consumer<Station> heard = _ -> {};
    private Faults faults;

    SimNetwork(SimTime time, RandomGenerator random, Faults faults) {
        this.time = time;
        this.random = random;
        this.faults = faults;
    }

    /// Adds the clients of a setting, spread over its wires.
    void populate(Setting setting, SplittableRandom clients) {
        for (int i = 0; i < setting.clients(); i++) {
            stations.add(Station.of(i, setting.relays(), clients.split()));
        }
    }

    void add(SimServer server) {
        servers.add(server);
    }

    /// Whom to tell when a client has heard something.
    void whenHeard(Consumer<Station> listener) {
        heard = listener;
    }

    void setFaults(Faults other) {
        faults = other;
    }

    /// Cuts a server from all clients, or joins it to them again.
    void cut(SimServer server, boolean now) {
        if (now) cut.add(server);
        else cut.remove(server);
    }

    private boolean isCut(SimServer server) {
        return cut.contains(server);
    }

    List<Station> stations() {
        return stations;
    }

    /// Hosts that no server knows, by the addresses that they use.
    Set<Ip4> strangers() {
        return strangers;
    }

    boolean isUsed(Ip4 address) {
        return strangers.contains(address)
                || stations.stream()
                        .anyMatch(s -> s.wire() == Terrain.wireOf(address) && s.uses(address));
    }

    private void carry(Runnable arrival) {
        if (random.nextInt(1000) < faults.lost()) return;
        time.after(delay(), arrival);
        if (random.nextInt(1000) < faults.doubled()) time.after(delay(), arrival);
    }

    private long delay() {
        return random.nextLong(faults.leastDelay(), faults.mostDelay() + 1);
    }

    /// Sends what a client has to say.
    void send(Station from, List<Outgoing> messages) {
        for (Outgoing message : messages) {
            if (message.to().equals(Ip4.BROADCAST)) toServers(from, message.payload());
            else toServer(from, message);
        }
    }

    private void toServers(Station from, byte[] payload) {
        boolean relayed = from.wire() != 0;
        Ip4 source = relayed ? Terrain.relay(from.wire()) : Ip4.ZERO;
        int port = relayed ? SERVER_PORT : CLIENT_PORT;
        int at = relayed ? Terrain.CORE : Terrain.WIRE;
        // A relay speaks to its servers, a client that has none to everybody.
        Cast cast = relayed ? Cast.UNICAST : Cast.BROADCAST;
        for (SimServer server : servers) {
            carry(() -> arrive(server, payload, at, source, port, cast));
        }
    }

    private void toServer(Station from, Outgoing message) {
        for (SimServer server : servers) {
            int at = server.interfaceOf(message.to());
            if (at < 0) continue;
            boolean relayed = from.client.habits().relayed() && from.wire() != 0;
            Ip4 source = relayed ? Terrain.relay(from.wire()) : ciaddr(message.payload());
            int port = relayed ? SERVER_PORT : CLIENT_PORT;
            carry(() -> arrive(server, message.payload(), at, source, port, Cast.UNICAST));
        }
    }

    private static Ip4 ciaddr(byte[] payload) {
        int bits = 0;
        for (int i = 12; i < 16; i++) bits = bits << 8 | (payload[i] & 255);
        return new Ip4(bits);
    }

    private void arrive(SimServer server, byte[] payload, int at, Ip4 from, int port, Cast cast) {
        if (isCut(server)) return;
        long nanos = time.tick() * 1_000_000;
        server.arrive(
                new Input.Datagram(
                        payload.clone(),
                        payload.length,
                        at,
                        from,
                        port,
                        cast,
                        nanos,
                        server.now()));
    }

    @Override
    public void unicast(SimServer from, byte[] payload, Ip4 to) {
        int wire = Terrain.wireOf(to);
        if (wire > 0 && to.equals(Terrain.relay(wire))) {
            boolean all = (payload[BROADCAST_FLAG_AT] & 0x80) != 0;
            toWire(from, payload, wire, s -> all || isFor(payload, s));
        } else {
            toWire(from, payload, wire, s -> s.uses(to));
        }
    }

    private static boolean isFor(byte[] payload, Station station) {
        HardwareAddress hardware = station.client.habits().hardware();
        for (int i = 0; i < hardware.address().length(); i++) {
            if ((payload[28 + i] & 255) != hardware.address().at(i)) return false;
        }
        return true;
    }

    @Override
    public void broadcast(SimServer from, int at, byte[] payload) {
        if (at == Terrain.WIRE) toWire(from, payload, 0, _ -> true);
    }

    @Override
    public void toHardware(SimServer from, int at, byte[] payload, HardwareAddress client) {
        if (at != Terrain.WIRE) return;
        toWire(from, payload, 0, s -> s.client.habits().hardware().equals(client));
    }

    private void toWire(SimServer from, byte[] payload, int wire, Predicate<Station> who) {
        if (isCut(from)) return;
        carry(
                () -> {
                    for (Station station : stations) {
                        if (station.wire() != wire || !station.isOn() || !who.test(station)) {
                            continue;
                        }
                        var next = station.client.receive(time.now(), payload, payload.length);
                        send(station, next);
                        heard.accept(station);
                    }
                });
    }

    @Override
    public void ping(SimServer from, Ip4 address) {
        if (isCut(from)) return;
        carry(
                () -> {
                    if (isUsed(address)) carry(() -> from.arrive(new Input.PingAnswered(address)));
                });
    }
}
