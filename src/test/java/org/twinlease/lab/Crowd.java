package org.twinlease.lab;

import org.jspecify.annotations.Nullable;
import org.twinlease.value.Ip4;
import org.twinlease.wire.Decoded;
import org.twinlease.wire.dhcp.MessageType;
import org.twinlease.wire.dhcp.OptionType;
import org.twinlease.wire.dhcp.Packet;
import org.twinlease.wire.dhcp.PacketBuilder;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/// Clients behind a relay in a host of the lab that come, renew, leave and come back all the time,
/// each with patience of its own, as real ones do; the relay hands what is broadcast to both
/// servers of a pair. It notes every address that two of them were given at once, every client that
/// lost its lease or waited too long, and when each server first made an offer.
final class Crowd implements AutoCloseable {

    static final Ip4 RELAY = Ip4.of("10.77.0.50");
    private static final int SERVER_PORT = 67;
    private static final long SECOND = 1_000_000_000L;

    /// How long an unanswered message is waited for.
    private static final long PATIENCE = SECOND / 2;

    /// How long offers are remembered.
    private static final long REMEMBERED = 180 * SECOND;

    /// How many clients there are, numbered from 1; whether they leave now and then; and how often
    /// the two clients ask whose only purpose is to see who answers.
    record Habits(int clients, boolean leave, long watchNanos) {}

    private final DatagramSocket socket;
    private final Habits habits;
    private final List<Ip4> servers;
    private final Random random;
    private final List<Member> members = new ArrayList<>();
    private final List<Member> watchers = new ArrayList<>();
    private final Map<Ip4, Holder> holders = new HashMap<>();
    private final Deque<Offer> offers = new ArrayDeque<>();
    private final List<String> faults = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile boolean ended;
    private final Map<Integer, Long> lastOffers = new HashMap<>();
    private volatile long longestWait;
    private volatile long longestSilence;
    private final AtomicLong acknowledged = new AtomicLong();
    private int xid;

    private record Holder(int client, long until) {}

    /// An offer to a client that only watches: by whom, and when (nanoTime).
    record Offer(Ip4 server, int client, long at) {}

    private enum Doing {
        ASKING,
        REQUESTING,
        BOUND,
        RENEWING
    }

    /// A client.
    private static final class Member {
        final int number;
        Doing doing = Doing.ASKING;
        Ip4 address = Ip4.ZERO;
        Ip4 server = Ip4.ZERO;
        int xid;
        int tries;
        int renewals;
        long since;
        long next;
        long end;

        Member(int number) {
            this.number = number;
        }
    }

    /// @param host of the lab that the relay is in
    Crowd(Lab lab, String host, List<Ip4> servers, Habits habits, long seed) throws IOException {
        this.servers = servers;
        this.habits = habits;
        random = new Random(seed);
        lab.on(host, "ip", "addr", "add", RELAY + "/24", "dev", "eth0").mustBeGood();
        socket = Namespace.socket(lab.namespace(host), socketOf(RELAY));
        socket.setSoTimeout(5);
        long now = System.nanoTime();
        for (int n = 1; n <= habits.clients(); n++) members.add(member(n, now + n * SECOND / 50));
        for (boolean primary : new boolean[] {true, false}) {
            int n = 5_000;
            while (PairLab.isPrimarys(n, 128) != primary) n++;
            watchers.add(member(n, now));
        }
        thread = Thread.ofPlatform().name("crowd").start(this::run);
    }

    private static Member member(int number, long begins) {
        Member member = new Member(number);
        member.next = begins;
        member.since = begins;
        return member;
    }

    private static InetSocketAddress socketOf(Ip4 address) {
        return new InetSocketAddress(inet(address), SERVER_PORT);
    }

    private static InetAddress inet(Ip4 address) {
        try {
            return InetAddress.getByName(address.toString());
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /// The client that only watches, of the primary's share or the secondary's.
    int watcher(boolean primary) {
        return watchers.get(primary ? 0 : 1).number;
    }

    /// Nanoseconds from a moment until a server first made a watcher an offer; -1 while it has not.
    synchronized long firstOffer(Ip4 server, int watcher, long since) {
        for (Offer offer : offers) {
            boolean its = offer.server().equals(server) && offer.client() == watcher;
            if (its && offer.at() > since) return offer.at() - since;
        }
        return -1;
    }

    /// What must not have happened.
    List<String> faults() {
        return faults;
    }

    /// Nanoseconds that a client waited for an address at most.
    long longestWait() {
        return longestWait;
    }

    /// Nanoseconds that a client that only watches got no offer from anybody, at most.
    long longestSilence() {
        return longestSilence;
    }

    /// The addresses that clients have now.
    List<Ip4> addresses() {
        return members.stream().map(m -> m.address).filter(a -> !a.isZero()).toList();
    }

    long acknowledged() {
        return acknowledged.get();
    }

    private void run() {
        byte[] buffer = new byte[1500];
        try {
            while (!ended) {
                DatagramPacket datagram = new DatagramPacket(buffer, buffer.length);
                try {
                    socket.receive(datagram);
                    heard(Packet.decode(buffer.clone(), datagram.getLength()), System.nanoTime());
                } catch (SocketTimeoutException nothing) {
                    // Time goes on below.
                }
                long now = System.nanoTime();
                for (Member member : members) if (now >= member.next) act(member, now);
                for (Member member : watchers) if (now >= member.next) watch(member, now);
            }
        } catch (IOException broken) {
            if (!ended) faults.add("the relay broke: " + broken);
        }
    }

    private void watch(Member member, long now) throws IOException {
        member.next = now + habits.watchNanos();
        member.xid = ++xid;
        toBoth(message(member, MessageType.DHCPDISCOVER));
    }

    /// Patience is over, or it is time for something new.
    private void act(Member member, long now) throws IOException {
        if (member.doing != Doing.ASKING && now > member.end && member.end > 0) {
            if (member.doing == Doing.BOUND || member.doing == Doing.RENEWING) {
                faults.add(
                        "client %d lost %s: nobody renewed it"
                                .formatted(member.number, member.address));
            }
            forget(member, now);
        }
        switch (member.doing) {
            case ASKING -> ask(member, now);
            case REQUESTING -> {
                if (member.tries >= 2) forget(member, member.since);
                else request(member, now);
            }
            case BOUND -> turn(member, now);
            case RENEWING -> renew(member, now);
        }
    }

    private void forget(Member member, long since) {
        member.doing = Doing.ASKING;
        member.address = Ip4.ZERO;
        member.since = since;
        member.end = 0;
        member.tries = 0;
    }

    private void ask(Member member, long now) throws IOException {
        long waited = now - member.since;
        if (member.tries == 0) member.xid = ++xid;
        member.tries++;
        member.next = now + PATIENCE;
        toBoth(message(member, MessageType.DHCPDISCOVER).secs((int) (waited / SECOND)));
    }

    private void request(Member member, long now) throws IOException {
        member.tries++;
        member.next = now + PATIENCE;
        toBoth(
                message(member, MessageType.DHCPREQUEST)
                        .option(OptionType.DHCP_REQUESTED_ADDRESS, member.address)
                        .option(OptionType.DHCP_SERVER_IDENTIFIER, member.server));
    }

    /// Half of the lease is over: it is renewed, and after some renewals given back.
    private void turn(Member member, long now) throws IOException {
        if (habits.leave() && --member.renewals < 0) {
            Holder holder = holders.get(member.address);
            if (holder != null && holder.client() == member.number) holders.remove(member.address);
            to(
                    member.server,
                    message(member, MessageType.DHCPRELEASE)
                            .ciaddr(member.address.bits())
                            .option(OptionType.DHCP_SERVER_IDENTIFIER, member.server));
            long pause = random.nextLong(2 * SECOND);
            forget(member, now + pause);
            member.next = now + pause;
            return;
        }
        member.doing = Doing.RENEWING;
        member.tries = 0;
        renew(member, now);
    }

    /// Twice to the server that gave the lease, then to everybody.
    private void renew(Member member, long now) throws IOException {
        member.next = now + PATIENCE;
        PacketBuilder renewal =
                message(member, MessageType.DHCPREQUEST).ciaddr(member.address.bits());
        if (member.tries++ < 2) to(member.server, renewal);
        else toBoth(renewal);
    }

    private PacketBuilder message(Member member, MessageType type) {
        return PacketBuilder.request(member.xid, Probe.hardware(member.number))
                .giaddr(RELAY.bits())
                .hops(1)
                .type(type);
    }

    private void toBoth(PacketBuilder message) throws IOException {
        for (Ip4 server : servers) to(server, message);
    }

    private void to(Ip4 server, PacketBuilder message) throws IOException {
        byte[] payload = message.encode();
        socket.send(new DatagramPacket(payload, payload.length, socketOf(server)));
    }

    private void heard(Decoded<Packet> decoded, long now) throws IOException {
        if (!(decoded instanceof Decoded.Ok<Packet>(Packet packet))) {
            faults.add("a reply that cannot be read: " + decoded);
            return;
        }
        Ip4 server = packet.address(OptionType.DHCP_SERVER_IDENTIFIER);
        MessageType type = packet.messageType();
        if (server == null || type == null) return;
        for (Member watcher : watchers) {
            if (!Probe.hardware(watcher.number).equals(packet.hardware())) continue;
            if (type == MessageType.DHCPOFFER) watched(new Offer(server, watcher.number, now));
            return;
        }
        Member member = of(packet);
        if (member == null) return;
        switch (type) {
            case DHCPOFFER -> offered(member, packet, server, now);
            case DHCPACK -> acknowledged(member, packet, server, now);
            case DHCPNAK -> {
                if (member.doing == Doing.REQUESTING) forget(member, member.since);
            }
            default -> faults.add("a reply of type " + type);
        }
    }

    private synchronized void watched(Offer offer) {
        offers.addLast(offer);
        while (offer.at() - offers.getFirst().at() > REMEMBERED) offers.removeFirst();
        Long before = lastOffers.put(offer.client(), offer.at());
        if (before != null) longestSilence = Math.max(longestSilence, offer.at() - before);
    }

    private @Nullable Member of(Packet packet) {
        for (Member member : members) {
            boolean its = Probe.hardware(member.number).equals(packet.hardware());
            if (its && member.xid == packet.xid()) return member;
        }
        return null;
    }

    private void offered(Member member, Packet packet, Ip4 server, long now) throws IOException {
        if (member.doing != Doing.ASKING) return;
        member.doing = Doing.REQUESTING;
        member.address = new Ip4(packet.yiaddr());
        member.server = server;
        member.tries = 0;
        request(member, now);
    }

    private void acknowledged(Member member, Packet packet, Ip4 server, long now) {
        Ip4 address = new Ip4(packet.yiaddr());
        acknowledged.incrementAndGet();
        boolean fresh = member.doing == Doing.ASKING || member.doing == Doing.REQUESTING;
        if (member.doing == Doing.ASKING) return;
        long seconds = packet.seconds(OptionType.DHCP_LEASE_TIME);
        long until = now + seconds * SECOND;
        Holder before = holders.get(address);
        // Servers count whole seconds.
        if (before != null && before.client() != member.number && before.until() > now + SECOND) {
            faults.add(
                    "%s was given to client %d by %s, and client %d had it for %.1f s more"
                            .formatted(
                                    address,
                                    member.number,
                                    server,
                                    before.client(),
                                    (before.until() - now) / 1e9));
        }
        if (!fresh && !address.equals(member.address)) {
            faults.add(
                    "client %d had %s and was acknowledged %s"
                            .formatted(member.number, member.address, address));
        }
        if (fresh) {
            longestWait = Math.max(longestWait, now - member.since);
            member.renewals = random.nextInt(4);
        }
        long known = before != null && before.client() == member.number ? before.until() : 0;
        holders.put(address, new Holder(member.number, Math.max(known, until)));
        member.doing = Doing.BOUND;
        member.address = address;
        member.server = server;
        member.tries = 0;
        member.end = until;
        member.next = now + seconds * SECOND / 2;
    }

    /// How many clients have no address and have asked for longer than this.
    long waiting(long nanos) {
        long now = System.nanoTime();
        return members.stream()
                .filter(m -> m.doing == Doing.ASKING && now - m.since > nanos)
                .count();
    }

    @Override
    public void close() {
        ended = true;
        socket.close();
        try {
            thread.join();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
