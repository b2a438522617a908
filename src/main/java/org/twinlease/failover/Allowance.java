package org.twinlease.failover;

import org.twinlease.lease.Lease;
import org.twinlease.value.BindingState;
import org.twinlease.wire.failover.BindingUpdate;

/// The arithmetic of the maximum client lead time: how long a lease may be, what the partner is
/// told of it, and when an address of the partner may be given (`spec/failover-protocol.md`
/// sections 6.4 and 8). Times are seconds since 1970.
final class Allowance {

    /// "For ever" as a potential expiration time.
    static final long FOR_EVER = BindingUpdate.LAST_SECOND;

    private Allowance() {}

    /// The lease time that may be given when `wished` is wanted: MCLT at first, and never beyond
    /// what the partner has acknowledged (`tsfp`) plus MCLT.
    static long longest(long wished, long tsfp, long mclt, long now) {
        if (wished <= mclt || tsfp >= FOR_EVER) return wished;
        if (tsfp <= now) return mclt;
        return Math.min(wished, tsfp - now + mclt);
    }

    /// The potential expiration time that the partner is to be told with a lease of `given`
    /// seconds, so that the next renewal, at half time, can have all that is wished.
    static long potentialExpiration(long wished, long given, long now) {
        if (wished >= Lease.NEVER) return FOR_EVER;
        return Math.min(now + wished + given / 2, FOR_EVER - 1);
    }

    /// The second after which an address that the partner may have given to somebody is certainly
    /// nobody's, when the partner has been down since `down`. Not only what the partner has
    /// acknowledged (`tsfp`) counts but also what it may have been sent (`tstp`): its answer may be
    /// what was lost. `skew` is by how many seconds the partner's clock may differ.
    static long opens(Lease lease, long down, long mclt, long skew) {
        long sent = lease.is(Lease.TOLD_ACTIVE) ? lease.tstp() : 0;
        long known = Math.max(lease.tsfp(), sent);
        return (known < down ? down : known + skew) + mclt;
    }

    /// Whether a lease may be given to any client. `down` is since when the partner is down, 0 when
    /// it is not known to be.
    static boolean isAnyones(
            Lease lease, boolean primary, long down, long mclt, long skew, long now) {
        boolean opened = down > 0 && opens(lease, down, mclt, skew) < now;
        return switch (lease.state()) {
            case FREE, ABANDONED -> primary || opened;
            case BACKUP -> !primary || opened;
            case EXPIRED, RELEASED -> wasNeverTold(lease) || (down > 0 && lease.tsfp() < now);
            case RESET -> down > 0 && lease.tsfp() < now;
            case ACTIVE -> false;
        };
    }

    /// Whether the partner cannot know of the binding that is over.
    static boolean wasNeverTold(Lease lease) {
        return !lease.is(Lease.TOLD);
    }

    /// The free state whose addresses a server gives out.
    static BindingState ownFree(boolean primary) {
        return primary ? BindingState.FREE : BindingState.BACKUP;
    }

    /// The free state whose addresses the partner gives out.
    static BindingState otherFree(boolean primary) {
        return ownFree(!primary);
    }
}
