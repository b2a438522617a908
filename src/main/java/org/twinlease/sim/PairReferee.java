package org.twinlease.sim;

import org.jspecify.annotations.Nullable;
import org.twinlease.lease.Lease;
import org.twinlease.value.BindingState;
import org.twinlease.value.Ip4;
import org.twinlease.value.ServerState;
import org.twinlease.wire.Decoded;
import org.twinlease.wire.dhcp.OptionType;
import org.twinlease.wire.dhcp.Packet;
import org.twinlease.wire.failover.BindingAck;
import org.twinlease.wire.failover.BindingUpdate;
import org.twinlease.wire.failover.FailoverMessage;
import org.twinlease.wire.failover.MessageType;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Watches a failover pair: what [Referee] watches of clients and of what is on disk, and that no
/// lease time goes beyond what the partner has acknowledged, plus MCLT. What the two have
/// acknowledged is read from the octets that they send.
final class PairReferee extends Referee {

    /// By how many milliseconds the protocol lets clocks differ.
    private static final long TOLERATED = 60_000;

    /// By how many milliseconds an answer may be late.
    private static final long MOST_UNDER_WAY = 5_000;

    /// Why an address may be doubled: a disk has lost what it had said was synced.
    private static final String MEMORY = "memory";

    private final SimTime time;
    private final long mclt;
    private final long leaseMillis;
    private final List<SimServer> servers;
    private long wrongTick = -1;

    /// The addresses of what servers have lost, as long as they have not heard of it again.
    private final Map<SimServer, Set<Ip4>> forgotten = new HashMap<>();

    /// The same, of leases that were with clients at that moment: what the partner says of an
    /// address afterwards, it says without knowing of a promise that is lost.
    private final Map<SimServer, Loss> losses = new HashMap<>();

    /// What a disk had lost, and when that was.
    private record Loss(long tick, Set<Ip4> addresses) {
        boolean has(Ip4 address) {
            return addresses.contains(address);
        }
    }

    /// The updates on their way, by sender, xid and address.
    private final Map<String, BindingUpdate> updates = new HashMap<>();

    /// What each server was told last, by server and address. Its partner counts what it has sent,
    /// answered or not.
    private final Map<String, Long> told = new HashMap<>();

    /// What each server may count on, by server and address.
    private final Map<String, Long> known = new HashMap<>();

    /// The update of the latest contact with a client that both have agreed to, by address.
    private final Map<Ip4, BindingUpdate> agreed = new HashMap<>();

    PairReferee(
            Setting setting,
            SimTime time,
            Transcript transcript,
            long mclt,
            List<SimServer> servers) {
        super(setting, time, transcript);
        this.time = time;
        this.mclt = mclt;
        this.servers = servers;
        leaseMillis = (setting.leaseSeconds() + 2 * mclt) * 1000;
    }

    /// A server that comes back may have missed what its partner granted.
    @Override
    public void opened(SimServer server) {}

    @Override
    public void afterBatch(SimServer server) {}

    @Override
    public void forgot(SimServer server) {
        try {
            Set<Ip4> lost = server.onDisk().lost();
            forgotten.computeIfAbsent(server, _ -> new HashSet<>()).addAll(lost);
            losses.put(server, new Loss(time.tick(), lost));
        } catch (IOException e) {
            throw new Violation(message("the disk's content cannot be read"), e);
        }
    }

    /// The servers whose disk has lost leases, and that have not fetched them since.
    List<SimServer> forgetful() {
        return servers.stream().filter(forgotten::containsKey).toList();
    }

    /// Where one is in PARTNER-DOWN, the other serves only when it does not know: it came back
    /// while the two could not talk, and whoever ordered partner-down has let it.
    private void together(SimServer server) {
        for (SimServer other : servers) {
            if (other != server && other.pairState() == ServerState.PARTNER_DOWN) {
                wrongTick = time.tick();
            }
        }
    }

    @Override
    public void moved() {
        forgotten.keySet().removeIf(each -> each.pairState() == ServerState.RECOVER);
        losses.keySet().retainAll(forgotten.keySet());
        if (wrongTick < 0 || !isNormal()) return;
        long wrong = wrongTick;
        time.after(
                leaseMillis,
                () -> {
                    if (wrongTick == wrong && isNormal()) wrongTick = -1;
                });
    }

    private boolean isNormal() {
        return servers.stream().allMatch(each -> each.pairState() == ServerState.NORMAL);
    }

    /// Or the disk: a server whose disk has lost the lease counts its address as free. Or the
    /// clocks: to a server whose clock was set forward, or is more than a minute ahead of the one
    /// that gave the lease, it is over so much earlier.
    @Override
    @Nullable String excuse(Hold lease) {
        if (wrongTick >= 0) return "operator";
        Ip4 address = lease.lease().address();
        for (SimServer each : servers) {
            if (hasForgotten(each, address)) return MEMORY;
            Loss loss = losses.get(each);
            if (loss != null && loss.has(address) && lease.fromTick() <= loss.tick()) return MEMORY;
        }
        if (lease.untilTick() == Long.MAX_VALUE) return null;
        // Its server gave it before the client had it, and the clock may have been set in between.
        long from = Math.max(0, lease.fromTick() - MOST_UNDER_WAY);
        long least = Long.MAX_VALUE;
        for (SimServer each : servers) least = Math.min(least, each.clock().least(from));
        for (SimServer each : servers) {
            SimClock clock = each.clock();
            boolean moved = clock.most(from) - clock.least(from) > 1000;
            boolean may = moved || clock.most(from) - least > TOLERATED;
            if (may && lease.untilTick() <= clock.latest(from) - least + 1000) return "clock";
        }
        return null;
    }

    private boolean hasForgotten(SimServer server, Ip4 address) {
        return forgotten.getOrDefault(server, Set.of()).contains(address);
    }

    @Override
    public void granted(SimServer server, Packet ack) {
        together(server);
        super.granted(server, ack);
        long seconds = ack.seconds(OptionType.DHCP_LEASE_TIME);
        Ip4 address = new Ip4(ack.yiaddr());
        if (address.isZero() || seconds < 0) return;
        long now = server.now().wallSeconds();
        String key = key(server.name(), address);
        long before = acknowledged(key);
        // What was taken from the partner in the same batch counts, before the request or after it,
        // and its answer leaves after.
        time.after(
                0,
                () -> {
                    long known = Math.max(before, acknowledged(key));
                    bounded(server, address, seconds, now, known);
                });
    }

    private long acknowledged(String key) {
        return Math.max(known.getOrDefault(key, 0L), told.getOrDefault(key, 0L));
    }

    private void bounded(SimServer server, Ip4 address, long seconds, long now, long acknowledged) {
        if (now + seconds <= Math.max(now, acknowledged) + mclt) return;
        String what =
                "%s gives %s for %d s, but its partner has acknowledged %d s from now and MCLT is %d s"
                        .formatted(server.name(), address, seconds, acknowledged - now, mclt);
        // What it counts on is what was agreed before the disk forgot the end of it.
        if (hasForgotten(server, address)) excused(MEMORY, what);
        else fail(Violation.Kind.BEYOND, what);
    }

    @Override
    public void said(SimServer server, byte[] octets) {
        if (!(FailoverMessage.decode(octets)
                instanceof Decoded.Ok<FailoverMessage>(FailoverMessage message))) {
            throw fail(server.name() + " sent its partner what nobody can read");
        }
        if (message.type() == MessageType.BNDUPD) told(server, message);
        else if (message.type() == MessageType.BNDACK) answered(server, message);
    }

    private void told(SimServer server, FailoverMessage message) {
        if (!(BindingUpdate.read(message) instanceof BindingUpdate.Read.Ok(BindingUpdate update))) {
            throw fail(server.name() + " sent an update that nobody can take");
        }
        long until = update.potentialExpiration();
        known.computeIfPresent(
                key(server.name(), update.address()), (_, before) -> Math.min(before, until));
        updates.put(key(server.name() + message.xid(), update.address()), update);
        told.put(key(other(server), update.address()), until);
    }

    /// From now on the one who answers knows, and the other as soon as it hears.
    private void answered(SimServer server, FailoverMessage message) {
        BindingAck ack = BindingAck.read(message);
        // Each of the two counts its transactions by itself.
        String other = other(server);
        BindingUpdate update = updates.remove(key(other + message.xid(), ack.address()));
        if (update == null || !ack.isAccepted()) return;
        if (!server.onDisk().has(ack.address(), lease -> isTaken(lease, update))) {
            Lease lease = server.onDisk().lease(ack.address());
            boolean plain = lease == null && update.status() == BindingState.FREE;
            if (!plain) {
                fail(
                        Violation.Kind.UNSYNCED,
                        server.name() + " agrees to " + update + ", but on disk is " + lease);
            }
        }
        forgotten.getOrDefault(server, new HashSet<>()).remove(ack.address());
        // Of two updates that cross, both servers keep the longer promise to the client.
        BindingUpdate before = agreed.get(ack.address());
        boolean older = before != null && update.cltt() >= 0 && update.cltt() < before.cltt();
        if (!older) agreed.put(ack.address(), update);
        for (String whose : List.of(server.name(), other)) {
            known.merge(
                    key(whose, ack.address()),
                    update.potentialExpiration(),
                    (had, until) -> older ? Math.max(had, until) : until);
        }
    }

    /// Whether a lease is what an update has said, so that it may be agreed to; or, where the
    /// answer could not leave and is given after the next connection, what has become of that.
    private static boolean isTaken(Lease lease, BindingUpdate update) {
        return switch (update.status()) {
            case ACTIVE -> {
                boolean over = lease.state().isOver();
                boolean known = over && lease.tsfp() >= update.potentialExpiration();
                yield (lease.state() == BindingState.ACTIVE || known)
                        && Objects.equals(lease.hardware(), update.hardware())
                        && lease.ends() >= update.leaseExpiration();
            }
            case EXPIRED, RELEASED, RESET, FREE -> lease.state() == BindingState.FREE;
            case BACKUP, ABANDONED -> lease.state() == update.status();
        };
    }

    private static String other(SimServer server) {
        return server.name().equals("A") ? "B" : "A";
    }

    private static String key(String whose, Ip4 address) {
        return whose + " " + address;
    }
}
