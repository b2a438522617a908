package org.twinlease.failover;

import org.jspecify.annotations.Nullable;
import org.twinlease.lease.PairState;
import org.twinlease.value.Now;
import org.twinlease.value.Reason;

import java.util.List;

/// A reading of a relationship. Milliseconds are -1 where there is nothing to measure, and
/// `lastHeardMillis` is since 1970 (0: never); `skewMillis` is how far the partner's clock is
/// ahead, null while unknown; `lost`: this server came up without its leases, and the partner has
/// not told all yet; `balanceDue` is in seconds since 1970, -1 for not at all.
public record PeerView(
        Terms terms,
        List<Integer> pools,
        PairState state,
        boolean starting,
        boolean lost,
        Reason why,
        long mclt,
        long balanceDue,
        boolean up,
        @Nullable Reason trouble,
        Traffic traffic) {

    /// Updates under way and counts since the start.
    public record Traffic(
            long unacknowledged,
            long inFlight,
            long window,
            long oldestMillis,
            long lagMillis,
            @Nullable Long skewMillis,
            long lastHeardMillis,
            long patienceMillis,
            long taken,
            long acknowledged,
            long refused) {}

    /// A relationship as it is now.
    public static PeerView of(Peer peer, Now now) {
        Session session = peer.session();
        Outgoing outgoing = peer.outgoing();
        long oldest = outgoing.queue().oldestTick();
        Skew skew = session.skew();
        return new PeerView(
                peer.terms(),
                peer.pools(),
                peer.kept(),
                peer.isStarting(),
                peer.kept().lost(),
                peer.why(),
                peer.mclt(),
                peer.balancer().due(),
                session.isUp(),
                session.trouble(),
                new Traffic(
                        outgoing.queue().size(),
                        outgoing.queue().inFlight(),
                        outgoing.window(),
                        oldest < 0 ? -1 : now.tickMillis() - oldest,
                        outgoing.lastLagMillis(),
                        skew.isKnown() ? skew.millis() : null,
                        session.lastHeardMillis(),
                        session.patienceMillis(now),
                        peer.incoming().taken(),
                        outgoing.acknowledged(),
                        outgoing.refused()));
    }
}
