package org.twinlease.failover;

import org.jspecify.annotations.Nullable;
import org.twinlease.lease.Lease;
import org.twinlease.lease.LeaseTable;
import org.twinlease.lease.Merge;
import org.twinlease.value.BindingState;
import org.twinlease.value.Ip4;
import org.twinlease.value.Now;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;
import org.twinlease.value.ServerState;
import org.twinlease.wire.failover.BindingAck;
import org.twinlease.wire.failover.BindingUpdate;
import org.twinlease.wire.failover.FailoverMessage;
import org.twinlease.wire.failover.RejectReason;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// The partner's binding updates: judged by [Merge], taken or refused, and answered once what was
/// taken is on disk.
final class Incoming {

    /// An update that can be taken only when this server's clock has reached the end of the lease.
    private record Waiting(BindingUpdate update, long xid, long untilSecond) {}

    /// An answer that may not have arrived, and the tick at which it was given.
    private record Answered(BindingAck ack, long xid, long tick) {}

    private final Peer peer;
    private final List<Waiting> waiting = new ArrayList<>();
    private final Deque<Answered> answered = new ArrayDeque<>();
    private final Deque<Answered> unsure = new ArrayDeque<>();
    private long taken;
    private @Nullable Ip4 unknownAddress;

    Incoming(Peer peer) {
        this.peer = peer;
    }

    private Merge.@Nullable Lost loss() {
        boolean losing = peer.kept().lost() && peer.state() == ServerState.RECOVER;
        return losing ? new Merge.Lost(peer.kept().since(), peer.mclt()) : null;
    }

    /// One of the two has an address in the relationship that the other has not.
    void poolsDiffer(Ip4 address) {
        if (unknownAddress != null) return;
        unknownAddress = address;
        Reason why = Reason.of(ReasonCode.LINK_POOLS, peer.name(), address);
        peer.host().tell(new PairEvent.Trouble(peer.name(), why));
    }

    long taken() {
        return taken;
    }

    /// The disk has refused the batch: what was agreed to in it is not, and was not said.
    void refused(Now now) {
        refuse(now, answered);
        refuse(now, unsure);
    }

    private static void refuse(Now now, Deque<Answered> said) {
        List<Answered> all = List.copyOf(said);
        said.clear();
        for (Answered each : all) {
            said.add(each.tick() == now.tickMillis() ? unkept(each) : each);
        }
    }

    private static Answered unkept(Answered said) {
        String words = "the disk of this server does not take it";
        BindingAck no = BindingAck.reject(said.ack().address(), RejectReason.MISCELLANEOUS, words);
        return new Answered(no, said.xid(), said.tick());
    }

    void lost(Now now) {
        // Whatever waited is not judged any more; the partner sends it again when it is told so.
        for (Waiting late : waiting) {
            remember(
                    now,
                    BindingAck.reject(
                            late.update().address(),
                            RejectReason.MISCELLANEOUS,
                            "the connection was lost before the lease ended"),
                    late.xid());
        }
        waiting.clear();
        unsure.addAll(answered);
        answered.clear();
        while (unsure.size() > peer.terms().maxUnacked()) unsure.removeFirst();
    }

    /// After a loss of the connection a dhcpd that was not in NORMAL counts its unanswered updates
    /// as in flight for ever, and stops when they fill its window. Answers under their old numbers
    /// set it free (`spec/failover-protocol.md` section 13, trap 1). `partner` is the state in
    /// which it was when the connection was lost; STARTUP when it sends again by itself, as it does
    /// when it has been restarted since.
    void repeatAnswers(Now now, ServerState partner) {
        boolean stuck =
                switch (partner) {
                    case RECOVER,
                            RECOVER_WAIT,
                            RECOVER_DONE,
                            COMMUNICATIONS_INTERRUPTED,
                            RESOLUTION_INTERRUPTED ->
                            true;
                    case UNKNOWN,
                            STARTUP,
                            NORMAL,
                            PARTNER_DOWN,
                            POTENTIAL_CONFLICT,
                            PAUSED,
                            SHUTDOWN,
                            CONFLICT_DONE ->
                            false;
                };
        if (stuck) {
            for (Answered old : unsure) peer.session().reply(now, old.ack().message(), old.xid());
        }
        unsure.clear();
    }

    void update(Now now, FailoverMessage message) {
        BindingUpdate.Read read = BindingUpdate.read(message);
        Ip4 address = read.address();
        boolean named = !address.isZero();
        // What the partner says now takes the place of what it said before and had to wait.
        waiting.removeIf(old -> old.update().address().equals(address));
        if (named && !peer.covers(peer.host().table().slot(address))) {
            poolsDiffer(address);
            refuse(
                    now,
                    address,
                    message.xid(),
                    RejectReason.ILLEGAL_IP_ADDRESS,
                    "unknown IP address");
            return;
        }
        switch (read) {
            case BindingUpdate.Read.Reject(Ip4 at, RejectReason why, String words) ->
                    refuse(now, at, message.xid(), why, words);
            case BindingUpdate.Read.Ok(BindingUpdate update) -> judge(now, update, message.xid());
        }
    }

    private void judge(Now now, BindingUpdate update, long xid) {
        int slot = peer.host().table().slot(update.address());
        Lease ours = peer.host().table().lease(slot);
        boolean primary = peer.terms().primary();
        boolean normal = peer.state() == ServerState.NORMAL;
        boolean inFlight = peer.outgoing().queue().isInFlight(slot);
        var verdict =
                Merge.decide(
                        new Merge.Ours(
                                ours, primary, normal, inFlight, loss(), peer.together().apart()),
                        update,
                        now.wallSeconds());
        switch (verdict) {
            case Merge.Verdict.Take(Lease lease, boolean again) -> {
                take(now, slot, lease, update, xid);
                if (again) peer.outgoing().queue().add(slot);
            }
            case Merge.Verdict.Hold hold -> hold(now, slot, hold, xid);
            case Merge.Verdict.Refuse(RejectReason why, String words, boolean newer) -> {
                refuse(now, update.address(), xid, why, words);
                if (newer && !inFlight) peer.outgoing().queue().add(slot);
            }
            case Merge.Verdict.Wait(long until) -> {
                if (waiting.size() >= peer.terms().maxUnacked()) judgeOvertaken(now);
                if (waiting.size() < peer.terms().maxUnacked()) {
                    waiting.add(new Waiting(update, xid, until));
                } else {
                    String words = "too many ends before their time";
                    refuse(now, update.address(), xid, RejectReason.MISCELLANEOUS, words);
                }
            }
        }
    }

    /// Judges now what waits for an end that is not the lease's any more, so that it takes nobody's
    /// place.
    private void judgeOvertaken(Now now) {
        LeaseTable table = peer.host().table();
        List<Waiting> overtaken =
                waiting.stream()
                        .filter(
                                w ->
                                        table.ends(table.slot(w.update().address()))
                                                != w.untilSecond())
                        .toList();
        waiting.removeAll(overtaken);
        for (Waiting late : overtaken) judge(now, late.update(), late.xid());
    }

    private void take(Now now, int slot, Lease lease, BindingUpdate update, long xid) {
        Lease old = peer.host().table().lease(slot);
        peer.outgoing().settled(now, slot);
        if (!lease.equals(old)) {
            peer.host()
                    .change(
                            lease,
                            Reason.of(
                                    ReasonCode.LEASE_PARTNER_SAID,
                                    lease.address(),
                                    update.status().word(),
                                    peer.name()));
        }
        taken++;
        BindingAck ack = BindingAck.accept(lease.address());
        answer(now, ack, xid);
        boolean freed = lease.state() == BindingState.FREE && update.status() != BindingState.FREE;
        if (freed) peer.balancer().affinity(now, slot);
    }

    /// The partner hears of it in NORMAL, since its answer is not in the lease's times.
    private void hold(Now now, int slot, Merge.Verdict.Hold hold, long xid) {
        Lease lease = hold.lease();
        Lease old = peer.host().table().lease(slot);
        peer.outgoing().settled(now, slot);
        if (!lease.equals(old)) {
            var why = Reason.of(ReasonCode.LEASE_HELD, lease.address(), peer.name(), lease.ends());
            peer.host().change(lease, why);
        }
        taken++;
        Merge.Verdict.Refuse no = hold.refusal();
        if (no == null) answer(now, BindingAck.accept(lease.address()), xid);
        else refuse(now, lease.address(), xid, no.reason(), no.message());
    }

    private void refuse(Now now, Ip4 address, long xid, RejectReason why, String words) {
        answer(now, BindingAck.reject(address, why, words), xid);
    }

    private void answer(Now now, BindingAck ack, long xid) {
        remember(now, ack, xid);
        peer.session().reply(now, ack.message(), xid);
    }

    private void remember(Now now, BindingAck ack, long xid) {
        answered.addLast(new Answered(ack, xid, now.tickMillis()));
        if (answered.size() > peer.terms().maxUnacked()) answered.removeFirst();
    }

    /// The second in which [#tick] has something to judge.
    long nextSecond() {
        long next = Long.MAX_VALUE;
        for (Waiting late : waiting) next = Math.min(next, late.untilSecond() + 1);
        return next;
    }

    /// Judges again what had to wait.
    void tick(Now now) {
        if (waiting.isEmpty()) return;
        List<Waiting> due =
                waiting.stream().filter(w -> w.untilSecond() < now.wallSeconds()).toList();
        waiting.removeAll(due);
        for (Waiting late : due) judge(now, late.update(), late.xid());
    }
}
