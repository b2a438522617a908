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

    /// What is left of a lease that nobody is blamed for when all were kept still.
    private static final long SHORTLY = 5 * SECOND;

    /// For how long nobody wonders that a declined address is refused: one server may have heard of
    /// it, while the other one still gave the address.
    private static final long DECLINED = 120 * SECOND;

    /// A wait for an address that a restless client complains of.
    private static final long LONG_WAIT = 8 * SECOND;

    /// How many clients there are, numbered from 1; whether they leave now and then; how often the
    /// two clients ask whose only purpose is to see who answers; and whether they are restless:
    /// switched off without a word and on again, now and then content with no address.
    record Habits(int clients, boolean leave, long watchNanos, boolean restless) {
        Habits(int clients, boolean leave, long watchNanos) {
            this(clients, leave, watchNanos, false);
        }
    }

    private final DatagramSocket socket;
    private final Habits habits;
    private final List<Ip4> servers;
    private final Random random;
    private final List<Member> members = new ArrayList<>();
    private final List<Member> watchers = new ArrayList<>();
    private final Map<Ip4, Holder> holders = new HashMap<>();
    private final Map<Ip4, Long> declined = new HashMap<>();
    private final Deque<Offer> offers = new ArrayDeque<>();
    private final List<String> faults = new CopyOnWriteArrayList<>();
    private final List<Complaint> complaints = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile boolean ended;
    private volatile boolean still;
    private boolean wasStill;
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
        RENEWING,
        AWAY,
        REBOOTING
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
        long granted;
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

    /// What restless clients complain of; whether anybody is to blame is for the test to say.
    List<Complaint> complaints() {
        return complaints;
    }

    /// Lets nobody send anything, or everybody again. A lease that ends meanwhile is nobody's
    /// fault.
    void still(boolean now) {
        still = now;
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
                if (still != wasStill) stir(now);
                if (still) continue;
                for (Member member : members) if (now >= member.next) act(member, now);
                for (Member member : watchers) if (now >= member.next) watch(member, now);
            }
        } catch (IOException broken) {
            if (!ended) faults.add("the relay broke: " + broken);
        }
    }

    private void stir(long now) {
        wasStill = still;
        for (Member member : members) {
            boolean bound = member.doing == Doing.BOUND || member.doing == Doing.RENEWING;
            if (!bound || now + SHORTLY > member.end) forget(member, now);
            member.next = now + random.nextLong(SECOND);
        }
    }

    private void watch(Member member, long now) throws IOException {
        member.next = now + habits.watchNanos();
        member.xid = ++xid;
        toBoth(message(member, MessageType.DHCPDISCOVER));
    }

    /// Patience is over, or it is time for something new.
    private void act(Member member, long now) throws IOException {
        boolean over = now > member.end && member.end > 0;
        if (over && member.doing != Doing.ASKING && member.doing != Doing.AWAY) {
            if (member.doing == Doing.BOUND || member.doing == Doing.RENEWING) {
                complain(Complaint.What.LOST, member, member.since, now, 0);
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
            case AWAY -> {
                member.doing = Doing.REBOOTING;
                member.since = now;
                member.tries = 0;
                member.xid = ++xid;
                reboot(member, now);
            }
            case REBOOTING -> {
                if (member.tries >= 4) forget(member, member.since);
                else reboot(member, now);
            }
        }
    }

    /// Asks whether it may keep the address that it had before it was switched off.
    private void reboot(Member member, long now) throws IOException {
        member.tries++;
        member.next = now + PATIENCE;
        toBoth(
                message(member, MessageType.DHCPREQUEST)
                        .option(OptionType.DHCP_REQUESTED_ADDRESS, member.address));
    }

    private void complain(Complaint.What what, Member member, long since, long until, int other) {
        Complaint complaint =
                new Complaint(
                        what,
                        member.number,
                        member.address,
                        member.server,
                        member.granted,
                        since,
                        until,
                        other);
        if (habits.restless()) complaints.add(complaint);
        else faults.add(complaint.toString());
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
        if (habits.restless() && random.nextInt(8) == 0) {
            member.doing = Doing.AWAY;
            member.next = now + random.nextLong(30 * SECOND);
            return;
        }
        if (habits.leave() && --member.renewals < 0) {
            release(member);
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
        member.since = now;
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
                if (member.doing == Doing.RENEWING || member.doing == Doing.REBOOTING) {
                    refused(member, server, now);
                }
            }
            default -> faults.add("a reply of type " + type);
        }
    }

    private void refused(Member member, Ip4 server, long now) {
        if (!habits.restless()) return;
        member.server = server;
        boolean bad = now - declined.getOrDefault(member.address, now - DECLINED) < DECLINED;
        if (now < member.end && !bad) {
            complain(Complaint.What.REFUSED, member, member.since, now, 0);
        }
        release(member);
        forget(member, now);
    }

    private void release(Member member) {
        Holder holder = holders.get(member.address);
        if (holder != null && holder.client() == member.number) holders.remove(member.address);
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
        if (member.doing != Doing.ASKING || still) return;
        member.doing = Doing.REQUESTING;
        member.address = new Ip4(packet.yiaddr());
        member.server = server;
        member.tries = 0;
        request(member, now);
    }

    private void acknowledged(Member member, Packet packet, Ip4 server, long now)
            throws IOException {
        Ip4 address = new Ip4(packet.yiaddr());
        acknowledged.incrementAndGet();
        boolean fresh = member.doing == Doing.REQUESTING || member.doing == Doing.REBOOTING;
        if (member.doing == Doing.ASKING || member.doing == Doing.AWAY) return;
        long seconds = packet.seconds(OptionType.DHCP_LEASE_TIME);
        long until = now + seconds * SECOND;
        Holder before = holders.get(address);
        member.granted = now;
        // Servers count whole seconds.
        if (before != null && before.client() != member.number && before.until() > now + SECOND) {
            member.server = server;
            member.address = address;
            complain(Complaint.What.DOUBLED, member, now, before.until(), before.client());
        }
        if (!fresh && !address.equals(member.address)) {
            faults.add(
                    "client %d had %s and was acknowledged %s"
                            .formatted(member.number, member.address, address));
        }
        if (fresh) {
            longestWait = Math.max(longestWait, now - member.since);
            if (habits.restless() && now - member.since > LONG_WAIT) {
                complain(Complaint.What.WAITED, member, member.since, now, 0);
            }
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
        if (fresh && habits.restless() && random.nextInt(40) == 0) decline(member, now);
    }

    /// Somebody else has the address already.
    private void decline(Member member, long now) throws IOException {
        toBoth(
                message(member, MessageType.DHCPDECLINE)
                        .option(OptionType.DHCP_REQUESTED_ADDRESS, member.address)
                        .option(OptionType.DHCP_SERVER_IDENTIFIER, member.server));
        declined.put(member.address, now);
        release(member);
        forget(member, now + SECOND);
        member.next = now + SECOND;
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
