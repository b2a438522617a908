package org.twinlease.sim;

import org.jspecify.annotations.Nullable;
import org.twinlease.control.Counter;
import org.twinlease.control.CountersView;
import org.twinlease.control.LeaseView;
import org.twinlease.control.Query;
import org.twinlease.lease.ClientKey;
import org.twinlease.lease.Lease;
import org.twinlease.sim.SimClient.Holding;
import org.twinlease.value.BindingState;
import org.twinlease.value.Ip4;
import org.twinlease.wire.dhcp.OptionType;
import org.twinlease.wire.dhcp.Packet;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// Watches what must hold at every moment: no address with two clients, no ACK before its lease is
/// on disk, memory never ahead of a disk that said no, counters that add up, and after a restart
/// every lease that a client may still rely on.
class Referee implements Watch {

    private static final int TAIL = 40;

    /// For how long after a jump of the wall clock leases may still be on their way that were
    /// promised before it.
    private static final long JUMP_MILLIS = 120_000;

    /// A client's lease as it is counted on, and since when.
    record Hold(Station station, Holding lease, long fromTick, long untilTick) {}

    /// When an address was seen with two clients last, and for what reason.
    private record Excused(String why, long tick) {}

    private final Setting setting;
    private final SimTime time;
    private final Transcript transcript;
    private final Map<Ip4, Hold> byAddress = new TreeMap<>();
    private final Map<Integer, Hold> byStation = new HashMap<>();
    private final Map<Counter, Long> before = new HashMap<>();
    private final Map<String, Long> excused = new TreeMap<>();
    private final Map<Ip4, Excused> doubled = new HashMap<>();
    private long jumpTick = -JUMP_MILLIS;
    private long jumped;
    private long acks;
    private long batches;

    Referee(Setting setting, SimTime time, Transcript transcript) {
        this.setting = setting;
        this.time = time;
        this.transcript = transcript;
    }

    /// Stops the world.
    @Override
    public Violation fail(String what) {
        throw fail(Violation.Kind.OTHER, what);
    }

    /// Stops the world.
    Violation fail(Violation.Kind kind, String what) {
        throw new Violation(kind, message(what));
    }

    /// Somebody else gets the address of a lease. Where that is not the servers' fault it is
    /// counted, and the world goes on.
    private void twice(Hold other, String what) {
        Ip4 address = other.lease().address();
        String excuse = excuse(other);
        // Two clients that have an address go on with it for a while.
        Excused before = doubled.get(address);
        long lasts = 2000 * setting.leaseSeconds();
        if (excuse == null && before != null && time.tick() < before.tick() + lasts) {
            excuse = before.why();
        }
        if (excuse == null) throw fail(Violation.Kind.DOUBLE, what);
        doubled.put(address, new Excused(excuse, time.tick()));
        excused(excuse, what);
    }

    /// Counts what is not the servers' fault.
    void excused(String why, String what) {
        excused.merge(why, 1L, Long::sum);
        transcript.line(why, what);
    }

    /// How often an address was with two clients for a reason that is not the servers'.
    Map<String, Long> excused() {
        return excused;
    }

    /// Lets a part of the world run; what breaks in it stops the world too.
    void guard(Runnable part) {
        try {
            part.run();
        } catch (Violation e) {
            throw e;
        } catch (RuntimeException | Error e) {
            throw new Violation(message("the server broke: " + e), e);
        }
    }

    String message(String what) {
        return "seed "
                + setting.seed()
                + ": "
                + what
                + "\nin the world of "
                + setting
                + ", after:\n"
                + String.join("\n", transcript.tail(TAIL));
    }

    /// The wall clock went ahead: to the server all leases are so much older, which clients cannot
    /// know.
    void jumped(long millis) {
        if (millis <= 0) return;
        if (time.tick() - jumpTick >= JUMP_MILLIS) jumped = 0;
        jumpTick = time.tick();
        jumped += millis;
        byStation.replaceAll((_, hold) -> earlier(hold, millis));
        byAddress.replaceAll((_, hold) -> earlier(hold, millis));
    }

    private static Hold earlier(Hold hold, long millis) {
        boolean ends = hold.untilTick() != Long.MAX_VALUE;
        if (!ends) return hold;
        return new Hold(hold.station(), hold.lease(), hold.fromTick(), hold.untilTick() - millis);
    }

    /// The lease that a client was last seen with, null when it had none.
    @Nullable Holding lease(Station station) {
        Hold hold = byStation.get(station.number);
        return hold == null ? null : hold.lease();
    }

    /// A client may have got or given up a lease.
    void saw(Station station) {
        String complaint = station.client.complaint();
        if (complaint != null) fail(station.name() + " complains: " + complaint);
        Holding has = station.client.holding();
        Hold old = byStation.get(station.number);
        if (old != null && old.lease().equals(has)) return;
        if (old != null) {
            byStation.remove(station.number);
            byAddress.remove(old.lease().address(), old);
        }
        if (has == null) return;
        boolean late = time.tick() - jumpTick < JUMP_MILLIS;
        Hold hold =
                earlier(new Hold(station, has, time.tick(), has.untilTick()), late ? jumped : 0);
        if (isLive(hold)) alone(station, has.address());
        byStation.put(station.number, hold);
        byAddress.put(has.address(), hold);
    }

    private boolean isLive(Hold hold) {
        return time.tick() < hold.untilTick();
    }

    private void alone(Station station, Ip4 address) {
        Hold other = byAddress.get(address);
        if (other == null || other.station().number == station.number || !isLive(other)) return;
        twice(
                other,
                address + " is with " + station.name() + " and with " + other.station().name());
    }

    /// A server lets an ACK go.
    @Override
    public void granted(SimServer server, Packet ack) {
        Ip4 address = new Ip4(ack.yiaddr());
        long seconds = ack.seconds(OptionType.DHCP_LEASE_TIME);
        if (address.isZero() || seconds < 0) return;
        ClientKey client = new ClientKey(ack.clientId(), ack.hardware());
        Hold other = byAddress.get(address);
        if (other != null && isLive(other) && !isHis(other.station(), client)) {
            String has = other.station().name();
            String words = server.name() + " gives " + address + " to " + client.words();
            twice(other, words + " while " + has + " has it");
        }
        long now = server.now().wallSeconds();
        if (!server.onDisk().has(address, lease -> isSafe(lease, client, seconds, now))) {
            Lease lease = server.onDisk().lease(address);
            fail(
                    Violation.Kind.UNSYNCED,
                    "ACK of " + address + " for " + seconds + " s, but on disk is " + lease);
        }
        if (acks++ % setting.checkEvery() == 0) compare(server);
    }

    /// What was seen to become durable is what a restart would find.
    private void compare(SimServer server) {
        try {
            String difference = server.onDisk().difference();
            if (difference != null) fail(Violation.Kind.UNSYNCED, difference);
        } catch (IOException e) {
            throw new Violation(message("the disk's content cannot be read"), e);
        }
    }

    /// A server has read its disk.
    @Override
    public void reread(SimServer server) {
        try {
            server.onDisk().reread();
        } catch (IOException e) {
            throw new Violation(message("the disk's content cannot be read"), e);
        }
    }

    /// A server has read a disk that has lost what was synced.
    @Override
    public void forgot(SimServer server) {
        reread(server);
    }

    /// A server tells its watchers of a lease.
    @Override
    public void told(SimServer server, LeaseView view) {
        boolean there =
                server.onDisk()
                        .has(
                                view.address(),
                                lease ->
                                        lease.state() == view.state()
                                                && lease.ends() == view.ends()
                                                && Objects.equals(lease.hardware(), view.hardware())
                                                && Objects.equals(
                                                        lease.clientId(), view.clientId()));
        if (!there) {
            Lease lease = server.onDisk().lease(view.address());
            fail(Violation.Kind.UNSYNCED, "watchers hear " + view + ", but on disk is " + lease);
        }
    }

    /// Whether the disk has what a client is promised. A server that stood still may find the
    /// client's RELEASE right behind its request.
    private static boolean isSafe(Lease lease, ClientKey client, long seconds, long now) {
        if (!client.owns(lease.clientId(), lease.hardware())) return false;
        return lease.state() == BindingState.ACTIVE
                ? lease.ends() >= (seconds >= Lease.NEVER ? Lease.NEVER : now + seconds)
                : lease.cltt() == now;
    }

    private static boolean isHis(Station station, ClientKey client) {
        Habits habits = station.client.habits();
        return client.owns(habits.clientId(), habits.hardware());
    }

    private Map<Ip4, Lease> durable(SimServer server) {
        try {
            return server.onDisk().read();
        } catch (IOException e) {
            throw new Violation(message("the disk's content cannot be read"), e);
        }
    }

    /// A server has started: what clients rely on must be there.
    @Override
    public void opened(SimServer server) {
        before.clear();
        for (Hold hold : byStation.values()) {
            if (!isLive(hold)) continue;
            Ip4 address = hold.lease().address();
            LeaseView lease = server.account().told().get(address);
            Habits habits = hold.station().client.habits();
            var client = new ClientKey(habits.clientId(), habits.hardware());
            boolean there =
                    lease != null
                            && lease.state() == BindingState.ACTIVE
                            && client.owns(lease.clientId(), lease.hardware());
            if (there) continue;
            fail(
                    Violation.Kind.LOST,
                    "the lease of " + hold.station().name() + " is lost: " + lease);
        }
    }

    /// A server tells its failover partner something.
    @Override
    public void said(SimServer server, byte[] octets) {
        fail(server.name() + " has no partner");
    }

    /// What it is due to, other than the servers, that somebody else got the address of a lease;
    /// null: to nothing else.
    @Nullable String excuse(Hold lease) {
        return null;
    }

    /// A batch is through.
    @Override
    public void afterBatch(SimServer server) {
        if (batches++ % (16L * setting.checkEvery()) == 0) check(server);
    }

    /// Compares memory, notices and disk, and adds the counters up.
    void check(SimServer server) {
        if (!server.isUp()) return;
        Map<Ip4, LeaseView> image = server.image();
        same("told and in memory", server.account().told(), image);
        boolean up = server.ask(new Query.Status()).diskOk();
        if (up) same("on disk and in memory", views(durable(server), image), image);
        counters(server);
    }

    private void same(String where, Map<Ip4, LeaseView> one, Map<Ip4, LeaseView> other) {
        if (one.equals(other)) return;
        Map<Ip4, LeaseView> all = new TreeMap<>(one);
        all.putAll(other);
        for (Ip4 address : all.keySet()) {
            LeaseView a = one.get(address);
            LeaseView b = other.get(address);
            if (!Objects.equals(a, b)) fail(where + " are not the same: " + a + ", " + b);
        }
    }

    /// Leases of the disk in the form of those in memory, which lend what is no part of a lease.
    private static Map<Ip4, LeaseView> views(Map<Ip4, Lease> leases, Map<Ip4, LeaseView> image) {
        Map<Ip4, LeaseView> views = new TreeMap<>();
        for (Lease lease : leases.values()) {
            LeaseView memory = image.get(lease.address());
            views.put(lease.address(), view(lease, memory));
        }
        return views;
    }

    private static LeaseView view(Lease lease, @Nullable LeaseView memory) {
        return new LeaseView(
                lease.address(),
                lease.state(),
                lease.hardware(),
                lease.clientId(),
                memory == null ? null : memory.hostname(),
                lease.starts(),
                lease.ends(),
                lease.cltt(),
                (lease.flags() & Lease.RESERVED) != 0,
                (lease.flags() & Lease.BOOTP) != 0,
                memory == null ? -1 : memory.pool(),
                lease.tstp(),
                lease.tsfp(),
                lease.atsfp());
    }

    private void counters(SimServer server) {
        CountersView counts = server.counters();
        for (Counter counter : Counter.values()) {
            long value = counts.get(counter);
            if (value < before.getOrDefault(counter, 0L)) fail(counter + " went back");
            before.put(counter, value);
        }
        for (Counter counter : MIRRORED) {
            if (counts.get(counter) != server.account().own(counter)) {
                fail(
                        counter
                                + " says "
                                + counts.get(counter)
                                + ", not "
                                + server.account().own(counter));
            }
        }
        long kinds = 0;
        for (Counter kind : KINDS) kinds += counts.get(kind);
        if (kinds != counts.get(Counter.RECEIVED)) fail("kinds of messages: " + kinds);
        long answers = counts.get(Counter.BOOTREPLY) + counts.get(Counter.SILENT);
        for (Counter answer : List.of(Counter.OFFER, Counter.ACK, Counter.NAK)) {
            answers += counts.get(answer);
        }
        if (answers > counts.get(Counter.RECEIVED)) fail("more decisions than messages");
    }

    /// What the server's own account in the simulation counts too.
    private static final List<Counter> MIRRORED =
            List.of(
                    Counter.RECEIVED,
                    Counter.OFFER,
                    Counter.ACK,
                    Counter.NAK,
                    Counter.PINGS,
                    Counter.EXPIRED);

    private static final List<Counter> KINDS =
            List.of(
                    Counter.MALFORMED,
                    Counter.DISCOVER,
                    Counter.REQUEST,
                    Counter.DECLINE,
                    Counter.RELEASE,
                    Counter.INFORM,
                    Counter.BOOTREQUEST);
}
