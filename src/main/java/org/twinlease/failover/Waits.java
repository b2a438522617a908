package org.twinlease.failover;

import org.twinlease.value.Now;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;
import org.twinlease.value.ServerState;

/// What a relationship waits for in seconds of the wall clock: MCLT while it recovers, the limit of
/// auto-partner-down, addresses that become free while the partner is down, the next balance.
final class Waits {

    private static final long NEVER = Long.MAX_VALUE;

    private final Peer peer;
    private final Reclaim reclaim;

    /// When this server started: its partner may be on the way up as well.
    private final long begun;

    Waits(Peer peer, long begun) {
        this.peer = peer;
        this.begun = begun;
        reclaim = new Reclaim(peer);
    }

    /// Does what is due, but for the balance.
    void end(Now now) {
        peer.together().tick(now);
        forMclt(now);
        alone(now);
        // A partner that is back is asked instead: it may have the lease, and takes no word of a
        // free address for it.
        if (isGone()) reclaim.run(now);
    }

    private boolean isGone() {
        return peer.state() == ServerState.PARTNER_DOWN
                && !peer.isStarting()
                && !peer.session().isUp();
    }

    void forMclt(Now now) {
        if (peer.state() != ServerState.RECOVER_WAIT || peer.isStarting()) return;
        if (now.wallSeconds() < peer.kept().since() + peer.mclt()) return;
        Reason why = Reason.of(ReasonCode.PAIR_MCLT_OVER, peer.name(), peer.mclt());
        peer.move(now, new Cause.McltOver(), why);
    }

    private void alone(Now now) {
        long limit = peer.terms().autoPartnerDown();
        boolean due = limit > 0 && now.wallSeconds() - aloneSince() >= limit;
        boolean alone = peer.state() == ServerState.COMMUNICATIONS_INTERRUPTED;
        if (!due || !alone || peer.isStarting()) return;
        Reason why = Reason.of(ReasonCode.PAIR_AUTO_PARTNER_DOWN, peer.name(), limit);
        peer.move(now, new Cause.TooLongAlone(), why);
    }

    private long aloneSince() {
        return Math.max(peer.kept().since(), begun);
    }

    /// The second in which there is something to do, as long as nothing happens.
    long nextSecond(Now now) {
        long next = peer.incoming().nextSecond();
        if (peer.isStarting()) return next;
        long since = peer.kept().since();
        long limit = peer.terms().autoPartnerDown();
        long due =
                switch (peer.state()) {
                    case RECOVER_WAIT -> since + peer.mclt();
                    case COMMUNICATIONS_INTERRUPTED -> limit > 0 ? aloneSince() + limit : NEVER;
                    case NORMAL -> peer.session().isUp() ? peer.balancer().due() : NEVER;
                    case PARTNER_DOWN ->
                            isGone() && reclaim.isPending() ? now.wallSeconds() + 1 : NEVER;
                    case STARTUP,
                            POTENTIAL_CONFLICT,
                            RECOVER,
                            PAUSED,
                            SHUTDOWN,
                            RECOVER_DONE,
                            RESOLUTION_INTERRUPTED,
                            CONFLICT_DONE,
                            UNKNOWN ->
                            NEVER;
                };
        return Math.min(Math.min(next, peer.together().due()), due < 0 ? NEVER : due);
    }
}
