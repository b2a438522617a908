package org.twinlease.lease;

import org.jspecify.annotations.Nullable;
import org.twinlease.value.Octets;
import org.twinlease.value.ServerState;

/// What a server must remember of a failover relationship over a restart: what dhcpd keeps in its
/// lease file's `failover peer "name" state` record (`spec/failover-protocol.md` section 5.7), and
/// the hash bucket assignment, which dhcpd forgets. `since` is the start time of the own state and
/// `partnerSince` when the partner's was heard of, seconds since 1970. `mclt` is in seconds, 0
/// while it is not known; `hba` has 32 octets, null while it is not known. `together` is when the
/// two servers were last known to be connected, by this one's clock, seconds since 1970, 0 for
/// never. `lost` is whether this server has lost its leases and was not told all of them by the
/// partner yet. (dhcpd has nothing of either.)
public record PairState(
        String name,
        ServerState mine,
        long since,
        ServerState partner,
        long partnerSince,
        long mclt,
        @Nullable Octets hba,
        long together,
        boolean lost) {

    /// Of servers that were never together, with all leases of its own.
    public PairState(
            String name,
            ServerState mine,
            long since,
            ServerState partner,
            long partnerSince,
            long mclt,
            @Nullable Octets hba) {
        this(name, mine, since, partner, partnerSince, mclt, hba, 0, false);
    }

    /// The same in another own state.
    public PairState withMine(ServerState state, long start) {
        return new PairState(name, state, start, partner, partnerSince, mclt, hba, together, lost);
    }

    /// The same with another state of the partner.
    public PairState withPartner(ServerState state, long heard) {
        return new PairState(name, mine, since, state, heard, mclt, hba, together, lost);
    }

    /// The same with what the primary has set.
    public PairState withTerms(long otherMclt, @Nullable Octets otherHba) {
        return new PairState(
                name, mine, since, partner, partnerSince, otherMclt, otherHba, together, lost);
    }

    /// The same with the two together at that time.
    public PairState withTogether(long second) {
        return new PairState(name, mine, since, partner, partnerSince, mclt, hba, second, lost);
    }

    /// The same with all leases, or without.
    public PairState withLost(boolean now) {
        return new PairState(name, mine, since, partner, partnerSince, mclt, hba, together, now);
    }
}
