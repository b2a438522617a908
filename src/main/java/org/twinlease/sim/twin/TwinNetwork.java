package org.twinlease.sim.twin;

import org.jspecify.annotations.Nullable;
import org.twinlease.engine.Input;
import org.twinlease.sim.Carrier;
import org.twinlease.sim.SimClient.Outgoing;
import org.twinlease.sim.SimServer;
import org.twinlease.sim.SimTime;
import org.twinlease.value.Cast;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// Carries packets between the clients of a twin and its two servers. Clients are found by their
/// hardware address, so that ten thousand of them cost no more than ten.
final class TwinNetwork implements Carrier, Whereabouts {

    private static final int SERVER_PORT = 67;
    private static final int CLIENT_PORT = 68;

    /// Milliseconds that a packet takes at most.
    private static final int SLOWEST = 6;

    /// Index of a server's only interface.
    private static final int CORE = 0;

    private static final int CIADDR = 12;
    private static final int CHADDR = 28;

    /// What happens to a client when a server's packet reaches it.
    interface Heard {
        void heard(Member member, byte[] payload);
    }

    private final SimTime time;
    private final RandomGenerator random;
    private final List<SimServer> servers = new ArrayList<>();
    private final boolean[] cut = new boolean[2];
    private final Map<HardwareAddress, Member> members = new HashMap<>();
    private final Map<Ip4, Integer> identities = new HashMap<>();
    private Heard heard = (_, _) -> {};

    TwinNetwork(SimTime time, RandomGenerator random) {
        this.time = time;
        this.random = random;
    }

    void add(SimServer server) {
        servers.add(server);
    }

    void whenHeard(Heard listener) {
        heard = listener;
    }

    /// Clients know a server by this address.
    void know(Ip4 identity, int server) {
        identities.put(identity, server);
    }

    @Override
    public int serverAt(Ip4 identifier) {
        return identities.getOrDefault(identifier, -1);
    }

    void join(Member member) {
        members.put(member.person().hardware(), member);
    }

    void leave(Member member) {
        members.remove(member.person().hardware(), member);
    }

    /// Cuts a server from all clients, or joins it to them again.
    void cut(int server, boolean now) {
        cut[server] = now;
    }

    boolean isCut(int server) {
        return cut[server];
    }

    private void carry(Runnable arrival) {
        time.after(random.nextLong(1, SLOWEST + 1), arrival);
    }

    /// Sends what a client has to say: its relay hands on to both servers what it broadcasts.
    void send(Member from, List<Outgoing> messages) {
        for (Outgoing message : messages) {
            Ip4 relay = from.place().relay();
            if (message.to().equals(Ip4.BROADCAST)) {
                arrive(0, message.payload(), relay, SERVER_PORT);
                arrive(1, message.payload(), relay, SERVER_PORT);
            } else {
                int server = serverAt(message.to());
                if (server >= 0) arrive(server, message.payload(), source(message), CLIENT_PORT);
            }
        }
    }

    private static Ip4 source(Outgoing message) {
        int bits = 0;
        for (int i = 0; i < 4; i++) bits = bits << 8 | (message.payload()[CIADDR + i] & 255);
        return new Ip4(bits);
    }

    private void arrive(int server, byte[] payload, Ip4 from, int port) {
        carry(
                () -> {
                    if (cut[server]) return;
                    long nanos = time.tick() * 1_000_000;
                    servers.get(server)
                            .arrive(
                                    new Input.Datagram(
                                            payload.clone(),
                                            payload.length,
                                            CORE,
                                            from,
                                            port,
                                            Cast.UNICAST,
                                            nanos,
                                            servers.get(server).now()));
                });
    }

    private void deliver(SimServer from, byte[] payload) {
        if (cut[servers.indexOf(from)]) return;
        carry(
                () -> {
                    @Nullable Member member = members.get(hardware(payload));
                    if (member != null && member.isOn()) heard.heard(member, payload);
                });
    }

    private static HardwareAddress hardware(byte[] payload) {
        int length = Math.min(16, payload[2] & 255);
        byte[] address = Arrays.copyOfRange(payload, CHADDR, CHADDR + length);
        return new HardwareAddress(payload[1] & 255, Octets.of(address));
    }

    @Override
    public void unicast(SimServer from, byte[] payload, Ip4 to) {
        deliver(from, payload);
    }

    @Override
    public void broadcast(SimServer from, int at, byte[] payload) {
        deliver(from, payload);
    }

    @Override
    public void toHardware(SimServer from, int at, byte[] payload, HardwareAddress client) {
        deliver(from, payload);
    }

    @Override
    public void ping(SimServer from, Ip4 address) {
        if (cut[servers.indexOf(from)]) return;
        boolean used =
                members.values().stream()
                        .anyMatch(
                                each ->
                                        each.isServed()
                                                && each.holding() != null
                                                && each.holding().address().equals(address));
        if (used) carry(() -> carry(() -> from.arrive(new Input.PingAnswered(address))));
    }
}
