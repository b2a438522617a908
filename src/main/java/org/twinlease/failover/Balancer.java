package org.twinlease.failover;

import org.twinlease.lease.ClientKey;
import org.twinlease.lease.Lease;
import org.twinlease.lease.LeaseTable;
import org.twinlease.value.BindingState;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Now;
import org.twinlease.value.Octets;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;
import org.twinlease.value.ServerState;
import org.twinlease.wire.failover.LoadBalance;
import org.twinlease.wire.failover.Messages;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.IntPredicate;

/// Divides free addresses between the two servers (`spec/failover-protocol.md` section 9): on
/// entering NORMAL, on a schedule, and when the partner asks. Only in NORMAL.
final class Balancer {

    private static final long NEVER = Long.MAX_VALUE;

    /// The most addresses of a pool that one run gives; what is left follows in the next.
    private static final int MOST_GIFTS = 4096;

    private final Peer peer;

    /// When the next run is due and when the last one was, seconds since 1970.
    private long due = NEVER;

    private long last = -1;

    Balancer(Peer peer) {
        this.peer = peer;
    }

    /// When the next run is due, seconds since 1970; -1 for not at all.
    long due() {
        return due == NEVER ? -1 : due;
    }

    void stop() {
        due = NEVER;
    }

    /// Runs on entering NORMAL.
    void begin(Now now) {
        due = NEVER;
        run(now);
    }

    /// The partner has too little: runs and says how many addresses were given.
    void requested(Now now, long xid) {
        int given = peer.state() == ServerState.NORMAL ? run(now) : 0;
        peer.session().reply(now, Messages.poolresp(given), xid);
        peer.outgoing().pump(now);
    }

    /// Runs when it is time, and asks the partner for some where it has far more.
    void tick(Now now) {
        if (peer.state() != ServerState.NORMAL || !peer.session().isUp()) return;
        schedule(now);
        if (now.wallSeconds() < due) return;
        boolean panic = false;
        for (int pool : peer.pools()) panic |= numbers(pool).isPanic();
        run(now);
        if (panic) peer.session().send(now, Messages.poolreq());
    }

    /// Runs over all pools; how many addresses were given.
    int run(Now now) {
        int given = 0;
        for (int pool : peer.pools()) given += run(now, pool);
        last = now.wallSeconds();
        due = NEVER;
        schedule(now);
        if (given >= MOST_GIFTS) due = now.wallSeconds();
        peer.outgoing().pump(now);
        return given;
    }

    private Balance numbers(int pool) {
        LeaseTable table = peer.host().table();
        return Balance.of(
                table.count(pool, own()), table.count(pool, other()), peer.terms().shares());
    }

    private BindingState own() {
        return Allowance.ownFree(peer.terms().primary());
    }

    private BindingState other() {
        return Allowance.otherFree(peer.terms().primary());
    }

    private int run(Now now, int pool) {
        LeaseTable table = peer.host().table();
        long mine = table.count(pool, own());
        long partners = table.count(pool, other());
        Set<Integer> gifts = gifts(pool, Balance.of(mine, partners, peer.terms().shares()));
        for (int slot : gifts) {
            Reason why =
                    Reason.of(
                            ReasonCode.LEASE_BALANCED,
                            table.address(slot),
                            peer.name(),
                            mine,
                            partners);
            give(now, slot, why);
        }
        if (!gifts.isEmpty()) {
            peer.host()
                    .tell(new PairEvent.Balanced(peer.name(), pool, mine, partners, gifts.size()));
        }
        return gifts.size();
    }

    /// The free addresses that are given now, those unused the longest first: of clients that the
    /// partner serves, then others. What is offered to a client now stays. A pool may have a
    /// million of them, so they are looked at as they lie and no list of them is made.
    private Set<Integer> gifts(int pool, Balance before) {
        LeaseTable table = peer.host().table();
        Set<Integer> gifts = new LinkedHashSet<>();
        Balance[] left = {before};
        IntPredicate give =
                slot -> {
                    gifts.add(slot);
                    left[0] = left[0].less();
                    return false;
                };
        int stopped =
                table.longestUnused(
                        pool,
                        own(),
                        slot -> {
                            if (!left[0].givesPartners() || gifts.size() == MOST_GIFTS) return true;
                            boolean its =
                                    table.wasUsed(slot)
                                            && !table.isReserved(slot)
                                            && isPartners(table.lease(slot));
                            return its && give.test(slot);
                        });
        if (stopped >= 0) return gifts;
        var _ =
                table.longestUnused(
                        pool,
                        own(),
                        slot -> {
                            if (gifts.size() == MOST_GIFTS) return true;
                            if (table.isReserved(slot) || gifts.contains(slot)) return false;
                            return !left[0].givesAny(table.ends(slot) == 0) || give.test(slot);
                        });
        return gifts;
    }

    private void give(Now now, int slot, Reason why) {
        long second = now.wallSeconds();
        Lease lease =
                peer.host().table().lease(slot).withState(other()).withStarts(second).withFlags(0);
        peer.host().change(Telling.told(lease, second), why);
        peer.outgoing().queue().add(slot);
    }

    /// Whether the client that had an address last is served by the partner.
    private boolean isPartners(Lease lease) {
        int bucket = bucket(lease);
        Octets hba = peer.hba();
        if (bucket < 0 || hba == null) return false;
        return LoadBalance.isPrimarys(hba, bucket) != peer.terms().primary();
    }

    private static int bucket(Lease lease) {
        Octets id = lease.clientId();
        HardwareAddress hardware = lease.hardware();
        if (id != null) return LoadBalance.bucket(id);
        if (hardware == null) return -1;
        return new ClientKey(null, hardware).isKnown() ? LoadBalance.bucket(null, hardware) : -1;
    }

    /// An address has just become free at the primary: it is the secondary's when its client is,
    /// unless the secondary has more than its share (section 9.3).
    void affinity(Now now, int slot) {
        LeaseTable table = peer.host().table();
        if (!peer.terms().primary() || table.state(slot) != BindingState.FREE) return;
        if (peer.state() != ServerState.NORMAL) return;
        Lease lease = table.lease(slot);
        boolean flagged = lease.is(Lease.RESERVED | Lease.BOOTP);
        if (flagged || !isPartners(lease) || !numbers(table.pool(slot)).givesPartners()) return;
        Reason why =
                Reason.of(
                        ReasonCode.LEASE_AFFINITY,
                        lease.address(),
                        peer.name(),
                        (long) bucket(lease));
        give(now, slot, why);
    }

    /// Moves the next run, only ever to an earlier time.
    private void schedule(Now now) {
        long second = now.wallSeconds();
        long since = last < 0 ? -1 : Math.max(0, second - last);
        for (int pool : peer.pools()) {
            long delay =
                    Balance.delay(
                            peer.terms().primary(),
                            age(second, pool, BindingState.FREE),
                            age(second, pool, BindingState.BACKUP),
                            since,
                            peer.terms().shares());
            due = Math.min(due, second + delay);
        }
    }

    private long age(long second, int pool, BindingState state) {
        LeaseTable table = peer.host().table();
        int oldest = table.longestUnused(pool, state, _ -> true);
        return oldest < 0 ? 0 : Math.max(0, second - table.ends(oldest));
    }
}
