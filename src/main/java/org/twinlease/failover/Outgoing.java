package org.twinlease.failover;

import org.twinlease.lease.Lease;
import org.twinlease.lease.LeaseTable;
import org.twinlease.value.BindingState;
import org.twinlease.value.Now;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;
import org.twinlease.value.ServerState;
import org.twinlease.wire.failover.BindingAck;
import org.twinlease.wire.failover.BindingUpdate;
import org.twinlease.wire.failover.FailoverMessage;
import org.twinlease.wire.failover.Messages;
import org.twinlease.wire.failover.RejectReason;

import java.util.BitSet;
import java.util.function.IntUnaryOperator;

/// Binding updates to the partner, its answers, and its requests for updates
/// (`spec/failover-protocol.md` sections 3.5, 7.7 and 10). Never more in flight than the partner
/// announced.
final class Outgoing {

    private final Peer peer;
    private final UpdateQueue queue = new UpdateQueue();

    /// Addresses that the partner's request covers and that it has not answered for yet.
    private final BitSet asked = new BitSet();

    /// Addresses whose update was under way when NORMAL began. A partner that was not there yet may
    /// judge it by another rule: what it refuses is told again, once.
    private final BitSet early = new BitSet();

    private boolean isAsked;
    private long askedXid;
    private boolean presented;
    private long window;
    private long refused;
    private long acknowledged;
    private long lastLagMillis = -1;

    Outgoing(Peer peer) {
        this.peer = peer;
    }

    UpdateQueue queue() {
        return queue;
    }

    /// How many updates the partner takes unanswered.
    long window() {
        return window;
    }

    long refused() {
        return refused;
    }

    long acknowledged() {
        return acknowledged;
    }

    /// Milliseconds between the last answered update and its answer; -1 before the first.
    long lastLagMillis() {
        return lastLagMillis;
    }

    void linked(long maxUnacked) {
        window = maxUnacked;
    }

    /// The partner was told this server's state on the connection that is up.
    void presented() {
        presented = true;
    }

    /// The table is another one: a slot is where `slots` says, or in this relationship no more.
    void moved(Now now, IntUnaryOperator slots) {
        queue.move(slots);
        move(asked, slots);
        move(early, slots);
        doneIfAnswered(now);
    }

    private static void move(BitSet set, IntUnaryOperator slots) {
        BitSet old = (BitSet) set.clone();
        set.clear();
        for (int slot = old.nextSetBit(0); slot >= 0; slot = old.nextSetBit(slot + 1)) {
            int next = slots.applyAsInt(slot);
            if (next >= 0) set.set(next);
        }
    }

    void lost() {
        queue.ground();
        asked.clear();
        early.clear();
        isAsked = false;
        presented = false;
        window = 0;
    }

    void clear() {
        lost();
        queue.clear();
    }

    /// NORMAL begins: queues everything that the partner has not acknowledged and is not being
    /// told.
    void queueUnacknowledged() {
        LeaseTable table = peer.host().table();
        for (int slot = 0; slot < table.size(); slot++) {
            if (!peer.covers(slot) || !isUnacknowledged(table, slot)) continue;
            UpdateQueue.Flight flight = queue.flight(slot);
            if (flight != null && isSame(table.lease(slot), flight.told())) early.set(slot);
            else queue.add(slot);
        }
    }

    private static boolean isSame(Lease lease, Lease told) {
        return lease.without(Lease.TOLD).equals(told.without(Lease.TOLD));
    }

    private static boolean isUnacknowledged(LeaseTable table, int slot) {
        return table.state(slot).isOver() || table.isUnacknowledged(slot);
    }

    /// The partner asks for updates: for all, or for those that it has not acknowledged. A newer
    /// request takes the place of an older one.
    void request(Now now, boolean all, long xid) {
        LeaseTable table = peer.host().table();
        isAsked = true;
        askedXid = xid;
        asked.clear();
        for (int slot = 0; slot < table.size(); slot++) {
            if (!peer.covers(slot)) continue;
            if (all || isUnacknowledged(table, slot)) {
                queue.add(slot);
                asked.set(slot);
            }
        }
        doneIfAnswered(now);
    }

    private void doneIfAnswered(Now now) {
        if (!isAsked || !asked.isEmpty()) return;
        isAsked = false;
        peer.session().reply(now, Messages.upddone(), askedXid);
    }

    private void answered(Now now, int slot) {
        if (!asked.get(slot)) return;
        asked.clear(slot);
        doneIfAnswered(now);
    }

    /// Sends as many updates as the partner takes, once it knows this server's state: a dhcpd never
    /// says anything before its STATE, and never sends an update under number 0.
    void pump(Now now) {
        while (presented && peer.session().isUp() && queue.inFlight() < window) {
            int slot = queue.next();
            if (slot < 0) return;
            tell(now, slot);
        }
    }

    private void tell(Now now, int slot) {
        Lease lease = peer.host().table().lease(slot);
        Lease told = lease.with(mark(lease.state()));
        // Before the partner can know of it, the disk must know that the partner may.
        if (!told.equals(lease)) {
            Reason why =
                    Reason.of(
                            ReasonCode.LEASE_TELLING,
                            lease.address(),
                            lease.state().word(),
                            peer.name());
            peer.host().change(told, why);
        }
        long xid = peer.session().send(now, update(told, promised(told)).message());
        queue.fly(slot, new UpdateQueue.Flight(xid, told, now.tickMillis()));
    }

    /// What the partner may know once it has been told of a state.
    static int mark(BindingState state) {
        return switch (state) {
            case ACTIVE -> Lease.TOLD_ACTIVE;
            case EXPIRED, RELEASED, RESET -> Lease.TOLD;
            case FREE, BACKUP, ABANDONED -> 0;
        };
    }

    /// The potential expiration of an update. Who has lost its leases may have promised more for an
    /// address that was given back here than to the moment when that was: it is told how long this
    /// server had agreed to.
    private long promised(Lease lease) {
        boolean forgotten = peer.kept().partner() == ServerState.RECOVER && lease.state().isOver();
        return forgotten ? Math.max(lease.tstp(), lease.tsfp()) : lease.tstp();
    }

    private static BindingUpdate update(Lease lease, long promised) {
        boolean abandoned = lease.state() == BindingState.ABANDONED;
        return new BindingUpdate(
                lease.address(),
                lease.state(),
                abandoned ? null : lease.clientId(),
                abandoned ? null : lease.hardware(),
                Math.min(lease.ends(), BindingUpdate.LAST_SECOND),
                promised,
                lease.starts(),
                lease.cltt(),
                lease.flags() & BindingUpdate.FLAGS);
    }

    /// The partner answers an update.
    void answer(Now now, FailoverMessage message) {
        BindingAck ack = BindingAck.read(message);
        int slot = peer.host().table().slot(ack.address());
        UpdateQueue.Flight flight = slot < 0 ? null : queue.flight(slot);
        // An answer to what was overtaken by a newer update, or settled by the partner's own.
        if (flight == null || flight.xid() != message.xid()) return;
        lastLagMillis = now.tickMillis() - flight.tick();
        queue.land(slot);
        if (ack.isAccepted()) accepted(now, slot, flight.told());
        else refused(slot, flight.told(), ack);
        early.clear(slot);
        answered(now, slot);
        pump(now);
    }

    private void refused(int slot, Lease told, BindingAck ack) {
        refused++;
        Lease lease = peer.host().table().lease(slot);
        Reason why =
                Reason.of(
                        ReasonCode.LEASE_PARTNER_REFUSED,
                        lease.address(),
                        peer.name(),
                        Greeting.words(ack));
        peer.host().note(lease.address(), why);
        if (ack.reason() == RejectReason.ILLEGAL_IP_ADDRESS)
            peer.incoming().poolsDiffer(lease.address());
        if (early.get(slot)) queue.add(slot);
        if (ack.reason() == RejectReason.FATAL_CONFLICT && lease.equals(told)) reopen(slot, lease);
    }

    /// The partner still takes an address for given that only this server gives, and whose lease
    /// ended while the partner was away: dhcpd takes no FREE for an ACTIVE lease, and as secondary
    /// ends none by itself. It is told first that the lease is over, and the address is not given
    /// before it agrees. A refused EXPIRED stays what it is, so this is never said twice in a row.
    private void reopen(int slot, Lease lease) {
        ServerState mine = peer.state();
        boolean settled = mine == ServerState.NORMAL || mine == ServerState.PARTNER_DOWN;
        boolean isOwn = lease.state() == Allowance.ownFree(peer.terms().primary());
        if (!settled || !isOwn || lease.hardware() == null) return;
        peer.host()
                .change(
                        Telling.again(lease.withState(BindingState.EXPIRED)),
                        Reason.of(ReasonCode.LEASE_REOPENED, lease.address(), peer.name()));
        queue.add(slot);
    }

    private void accepted(Now now, int slot, Lease told) {
        acknowledged++;
        Lease lease = peer.host().table().lease(slot);
        boolean same = isSame(lease, told);
        Lease next = acknowledged(lease, told, same);
        if (!same) queue.add(slot);
        if (!next.equals(lease)) peer.host().change(next, why(lease, next, now));
        boolean freed = next.state() != lease.state();
        if (freed) peer.balancer().affinity(now, slot);
    }

    /// The lease once the partner has acknowledged `told`; `same`: it has not changed since.
    private Lease acknowledged(Lease lease, Lease told, boolean same) {
        long known = told.tstp();
        if (!same) return lease.withTimes(lease.tstp(), Math.min(known, lease.tstp()), 0);
        if (!lease.state().isOver()) return lease.withTimes(known, known, known);
        boolean backup = lease.is(Lease.RESERVED) && !peer.terms().primary();
        return lease.withState(backup ? BindingState.BACKUP : BindingState.FREE)
                .without(Lease.TOLD)
                .withTimes(known, known, known);
    }

    private Reason why(Lease lease, Lease next, Now now) {
        if (next.state() != lease.state()) {
            return Reason.of(ReasonCode.LEASE_PARTNER_AGREED, lease.address(), peer.name());
        }
        if (next.state() != BindingState.ACTIVE) {
            return Reason.of(
                    ReasonCode.LEASE_KNOWN, lease.address(), peer.name(), next.state().word());
        }
        return Reason.of(
                ReasonCode.LEASE_ACKNOWLEDGED,
                lease.address(),
                peer.name(),
                Math.max(0, next.tsfp() - now.wallSeconds()));
    }

    /// The partner's own update was taken for an address: what was to be told of it is settled.
    void settled(Now now, int slot) {
        queue.settle(slot);
        early.clear(slot);
        answered(now, slot);
    }
}
