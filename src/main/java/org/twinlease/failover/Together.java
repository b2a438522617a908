package org.twinlease.failover;

import org.jspecify.annotations.Nullable;
import org.twinlease.lease.Merge;
import org.twinlease.lease.PairState;
import org.twinlease.value.Now;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;
import org.twinlease.value.ServerState;

/// Until when the two servers were together, as far as this one's disk knows, and what follows from
/// it: since when a state lasts that a restart begins, and whether the disk is an older one than
/// the server had. The protocol has nothing of the kind; a whole but older disk looks like a good
/// one.
final class Together {

    /// How many seconds pass between two records that the partner is there.
    static final long EVERY = 60;

    private final Peer peer;
    private long partnerDelay;
    private boolean kin;
    private Merge.@Nullable Apart apart;

    /// By how many milliseconds this server's clock was ahead of its ticks since the last
    /// connection came up: at least, at most. How far apart they are is how far it was set.
    private long least = Long.MAX_VALUE;

    private long most = Long.MIN_VALUE;

    Together(Peer peer) {
        this.peer = peer;
    }

    /// A connection is up to a partner that misses this server after `delay` seconds; `alike`: it
    /// is this program too.
    void linked(Now now, long delay, boolean alike) {
        watchClock(now);
        long doubt = Session.MOST_SKEW + Math.ceilDiv(most - least, 1000L);
        long until = now.wallSeconds() + Session.MOST_SKEW;
        apart = new Merge.Apart(peer.kept().together() - doubt, until);
        least = Long.MAX_VALUE;
        most = Long.MIN_VALUE;
        partnerDelay = delay;
        kin = alike;
    }

    /// Whether the partner is this program too, which sends again what was not answered.
    boolean isKin() {
        return kin;
    }

    private void watchClock(Now now) {
        long ahead = now.wallMillis() - now.tickMillis();
        least = Math.min(least, ahead);
        most = Math.max(most, ahead);
    }

    /// When the two could not talk, before the connection that is up or was last; null before the
    /// first.
    Merge.@Nullable Apart apart() {
        return apart;
    }

    /// The second in which it is to be kept that the partner is still there, as long as it is.
    long due() {
        PairState kept = peer.kept();
        return peer.isTogether() && !kept.lost() ? kept.together() + EVERY : Long.MAX_VALUE;
    }

    /// When a state begins that is entered now. Who restarts without its partner has been without
    /// it since the two were together. A server that was shut down in order, and of whose leases
    /// the partner knows all, has not to wait for MCLT again.
    long start(Now now, ServerState from, ServerState to, boolean starting) {
        PairState kept = peer.kept();
        boolean known =
                from == ServerState.SHUTDOWN
                        && to == ServerState.RECOVER
                        && kept.partner() == ServerState.PARTNER_DOWN
                        && peer.outgoing().queue().isEmpty();
        if (known) return now.wallSeconds() - peer.mclt();
        boolean alone = starting && to == ServerState.COMMUNICATIONS_INTERRUPTED;
        return alone && kept.together() > 0
                ? Math.min(kept.together(), now.wallSeconds())
                : now.wallSeconds();
    }

    /// Why this server, which has just started, must take its leases for older than they were: its
    /// partner lost it in `start` (seconds since 1970 by the partner's clock), and by its disk it
    /// was gone long before. Null where there is no such sign.
    @Nullable Reason missed(ServerState said, long start) {
        long together = peer.kept().together();
        boolean lost =
                said == ServerState.COMMUNICATIONS_INTERRUPTED || said == ServerState.PARTNER_DOWN;
        if (!lost || !peer.isStarting() || together == 0) return null;
        long seen = start - Math.floorDiv(peer.session().skew().millis(), 1000L);
        long noticed = Math.max(partnerDelay, peer.terms().maxResponseDelay());
        if (seen - together <= EVERY + noticed + Session.MOST_SKEW) return null;
        var code = kin ? ReasonCode.PAIR_OLD_DISK : ReasonCode.PAIR_OLD_DISK_PERHAPS;
        return Reason.of(code, peer.name(), together, seen);
    }

    /// Takes that for true where the partner is sure to say truly when it lost this server: then
    /// everything is fetched from it. A dhcpd that was restarted meanwhile says when that was, so
    /// there a person has to decide.
    void take(Now now, ServerState said, Reason why) {
        if (!kin) {
            peer.host().tell(new PairEvent.Trouble(peer.name(), why));
            return;
        }
        PairState kept = peer.kept().withLost(true);
        // From a partner in PARTNER-DOWN everything is fetched in any case.
        boolean alone = said == ServerState.COMMUNICATIONS_INTERRUPTED;
        peer.keep(alone ? kept.withMine(ServerState.RECOVER, now.wallSeconds()) : kept);
    }

    /// A state with the partner there now. While leases are missing it says when the two were
    /// together with them.
    PairState seen(Now now, PairState kept) {
        return kept.lost() ? kept : kept.withTogether(now.wallSeconds());
    }

    /// Keeps that the partner is there, when it is time to.
    void tick(Now now) {
        watchClock(now);
        if (now.wallSeconds() < due()) return;
        peer.keep(seen(now, peer.kept()));
    }
}
