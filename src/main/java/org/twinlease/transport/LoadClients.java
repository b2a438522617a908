package org.twinlease.transport;

import org.twinlease.engine.Input;
import org.twinlease.value.Ip4;
import org.twinlease.value.Now;
import org.twinlease.wire.Decoded;
import org.twinlease.wire.dhcp.MessageType;
import org.twinlease.wire.dhcp.OptionType;
import org.twinlease.wire.dhcp.Packet;

import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// Many clients behind one relay that take turns in making exchanges. There are no repetitions: an
/// exchange that gets no answer in time is over and counts as dropped.
///
/// A client's number is in the low 24 bits of its transaction numbers, the count of its exchanges
/// above, so that late answers are recognised.
final class LoadClients implements Core {

    /// The way to the servers.
    interface Way {
        void send(Ip4 server, int port, byte[] payload);
    }

    private static final int WARM_UP_TRIES = 3;
    private static final int CLIENT = LoadPlan.MOST_CLIENTS - 1;

    /// What a client waits for.
    private enum Phase {
        IDLE,
        OFFER,
        ACK
    }

    private final LoadPlan plan;
    private final Way way;
    private final LongSupplier nanos;
    private final Consumer<LoadReport> whenDone;
    private final LoadMessages messages;
    private final LoadTally tally;
    private final Flights flights = new Flights();
    private final Phase[] phases;
    private final int[] steps;
    private final int[] exchanges;
    private final int[] addresses;
    private final int[] servers;
    private final int[] serverIds;
    private final long[] sentNanos;
    private int cursor;
    private int flying;
    private int leased;
    private long tries;
    private boolean warming;
    private long beganTick = -1;
    private long endTick = Long.MAX_VALUE;
    private long nowTick;
    private boolean done;

    LoadClients(LoadPlan plan, Way way, LongSupplier nanos, Consumer<LoadReport> whenDone) {
        this.plan = plan;
        this.way = way;
        this.nanos = nanos;
        this.whenDone = whenDone;
        messages = new LoadMessages(plan.relay(), plan.firstHardware());
        tally = new LoadTally(plan.servers().size());
        phases = new Phase[plan.clients()];
        Arrays.fill(phases, Phase.IDLE);
        steps = new int[plan.clients()];
        exchanges = new int[plan.clients()];
        addresses = new int[plan.clients()];
        servers = new int[plan.clients()];
        serverIds = new int[plan.clients()];
        sentNanos = new long[plan.clients()];
        warming = plan.mix() == LoadPlan.Mix.RENEW;
    }

    @Override
    public void batch(Now now, List<Input> inputs) {
        nowTick = now.tickMillis();
        if (done) return;
        for (Input input : inputs) if (input instanceof Input.Datagram d) receive(d);
        expire();
        if (warming) warmUp();
        if (!warming) measure();
    }

    @Override
    public long nextWakeTick() {
        if (done) return Long.MAX_VALUE;
        if (beganTick < 0 && !warming) return 0;
        if (warming && tries == 0) return 0;
        long timeout = flights.isEmpty() ? Long.MAX_VALUE : flights.deadline();
        if (warming) return timeout;
        long next = nowTick >= endTick ? timeout : Math.min(timeout, endTick);
        return plan.rate() > 0 && nowTick < endTick ? Math.min(next, nowTick + 1) : next;
    }

    /// Leases for all, by whole DORAs in a closed loop, before renewals are measured.
    private void warmUp() {
        long most = (long) plan.clients() * WARM_UP_TRIES;
        int window = Math.min(plan.clients(), Math.max(plan.window(), 64));
        while (flying < window && leased + flying < plan.clients() && tries < most) {
            tries++;
            discover(nextIdle(false));
        }
        if (flying == 0) {
            warming = false;
            tally.restart();
        }
    }

    private void measure() {
        if (beganTick < 0) {
            beganTick = nowTick;
            endTick = beganTick + Math.round(plan.seconds() * 1_000);
        }
        boolean renew = plan.mix() == LoadPlan.Mix.RENEW;
        int usable = renew ? leased : plan.clients();
        if (nowTick < endTick && usable > 0) {
            for (long due = due(usable); due > 0; due--) {
                if (flying >= usable) {
                    tally.started++;
                    tally.skipped++;
                    continue;
                }
                int client = nextIdle(renew);
                if (client < 0) return;
                tally.started++;
                if (renew) renew(client);
                else discover(client);
            }
        } else if (flying == 0) {
            finish();
        }
    }

    /// How many exchanges are to begin now.
    private long due(int usable) {
        if (plan.rate() == 0) return Math.min(plan.mostFlying(), usable) - (long) flying;
        long millis = nowTick - beganTick + 1;
        return (long) (plan.rate() * millis / 1_000) - tally.started;
    }

    private void finish() {
        done = true;
        double seconds = Math.max(1, Math.min(nowTick, endTick) - beganTick) / 1_000.0;
        long unleased = plan.mix() == LoadPlan.Mix.RENEW ? plan.clients() - leased : 0;
        whenDone.accept(tally.report(plan, seconds, unleased));
    }

    /// The next client in turn that is idle and has a lease or, before renewals, has none; -1 for
    /// nobody.
    private int nextIdle(boolean withLease) {
        for (int i = 0; i < plan.clients(); i++) {
            int client = cursor;
            cursor = cursor + 1 == plan.clients() ? 0 : cursor + 1;
            boolean fits = withLease ? addresses[client] != 0 : !warming || addresses[client] == 0;
            if (phases[client] == Phase.IDLE && fits) return client;
        }
        return -1;
    }

    private void discover(int client) {
        exchanges[client]++;
        flying++;
        toAll(messages.discover(client, xid(client)));
        await(client, Phase.OFFER);
    }

    private void renew(int client) {
        exchanges[client]++;
        flying++;
        InetSocketAddress server = plan.servers().get(servers[client]);
        send(server, messages.renew(client, xid(client), addresses[client]));
        await(client, Phase.ACK);
    }

    private void await(int client, Phase phase) {
        phases[client] = phase;
        steps[client]++;
        sentNanos[client] = nanos.getAsLong();
        flights.add(client, steps[client], nowTick + LoadPlan.TIMEOUT_MILLIS);
    }

    private void receive(Input.Datagram datagram) {
        int server = serverOf(datagram);
        boolean decoded = false;
        if (server >= 0
                && Packet.decode(datagram.bytes(), datagram.length())
                        instanceof Decoded.Ok<Packet>(Packet packet)) {
            int client = packet.xid() & CLIENT;
            decoded = client < plan.clients() && packet.xid() == xid(client);
            if (decoded) decoded = answer(client, server, packet, datagram.nanos());
        }
        if (!decoded) tally.strays++;
    }

    /// Whether the client waited for this answer.
    private boolean answer(int client, int server, Packet packet, long nanos) {
        MessageType type = packet.messageType();
        long took = nanos - sentNanos[client];
        if (phases[client] == Phase.OFFER && type == MessageType.DHCPOFFER) {
            tally.offered(took, server);
            if (plan.mix() == LoadPlan.Mix.DISCOVER) land(client, true);
            else select(client, packet);
            return true;
        }
        if (phases[client] != Phase.ACK) return false;
        if (type == MessageType.DHCPACK) {
            tally.acknowledged(took, server);
            hold(client, server, packet);
            if (plan.mix() == LoadPlan.Mix.RELEASE) release(client);
            land(client, true);
            return true;
        }
        if (type != MessageType.DHCPNAK) return false;
        tally.refused++;
        leave(client);
        land(client, false);
        return true;
    }

    private void select(int client, Packet offer) {
        serverIds[client] = serverId(offer);
        toAll(messages.select(client, xid(client), offer.yiaddr(), serverIds[client]));
        await(client, Phase.ACK);
    }

    private void hold(int client, int server, Packet ack) {
        if (addresses[client] != ack.yiaddr()) {
            leave(client);
            addresses[client] = ack.yiaddr();
            leased++;
        }
        servers[client] = server;
        serverIds[client] = serverId(ack);
        tally.holds(client, ack.yiaddr());
    }

    private void leave(int client) {
        if (addresses[client] == 0) return;
        tally.leaves(client, addresses[client]);
        addresses[client] = 0;
        leased--;
    }

    private void release(int client) {
        InetSocketAddress server = plan.servers().get(servers[client]);
        int address = addresses[client];
        send(server, messages.release(client, xid(client), address, serverIds[client]));
        leave(client);
    }

    /// The exchange is over.
    private void land(int client, boolean well) {
        phases[client] = Phase.IDLE;
        steps[client]++;
        flying--;
        if (!well) return;
        tally.completed++;
        if (nowTick < endTick) tally.inTime++;
    }

    private void expire() {
        while (!flights.isEmpty()) {
            int client = flights.client();
            boolean waits = flights.step() == steps[client];
            if (waits && flights.deadline() > nowTick) return;
            flights.remove();
            if (!waits) continue;
            tally.dropped++;
            land(client, false);
        }
    }

    private static int serverId(Packet packet) {
        Ip4 id = packet.address(OptionType.DHCP_SERVER_IDENTIFIER);
        return id == null ? 0 : id.bits();
    }

    private int serverOf(Input.Datagram datagram) {
        List<InetSocketAddress> all = plan.servers();
        for (int i = 0; i < all.size(); i++) {
            if (Addresses.ip4(all.get(i)).equals(datagram.from())
                    && all.get(i).getPort() == datagram.fromPort()) return i;
        }
        return -1;
    }

    private void toAll(byte[] payload) {
        for (InetSocketAddress server : plan.servers()) send(server, payload);
    }

    private void send(InetSocketAddress server, byte[] payload) {
        way.send(Addresses.ip4(server), server.getPort(), payload);
    }

    private int xid(int client) {
        return exchanges[client] << 24 | client;
    }
}
