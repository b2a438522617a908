package org.twinlease.failover;

import org.jspecify.annotations.Nullable;
import org.twinlease.lease.ClientKey;
import org.twinlease.lease.Lease;
import org.twinlease.lease.LeaseTable;
import org.twinlease.lease.PairState;
import org.twinlease.lease.Permit;
import org.twinlease.value.BindingState;
import org.twinlease.value.Octets;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;
import org.twinlease.value.ServerState;
import org.twinlease.wire.failover.LoadBalance;

import java.util.List;
import java.util.function.LongSupplier;

/// The permit of a server with relationships: each pool is under its own, those that are in none
/// are served as by a server alone (`spec/failover-protocol.md` section 6). `networks` are, for
/// each pool, the numbers of the pools on the same network.
public final class Permits implements Permit {

    /// How many of the partner's free addresses are asked when the first one opens. Those that were
    /// unused the longest come first, and of them the partner was told the earliest ends.
    private static final int MOST_LOOKS = 1024;

    private final @Nullable Peer[] peers;
    private final List<List<Integer>> networks;
    private final LeaseTable table;
    private final LongSupplier second;

    /// Of the relationship of each pool (null: none); `second` is the time of the batch.
    public Permits(
            @Nullable Peer[] peers,
            List<List<Integer>> networks,
            LeaseTable table,
            LongSupplier second) {
        this.peers = peers.clone();
        this.networks = List.copyOf(networks);
        this.table = table;
        this.second = second;
    }

    @Override
    public @Nullable Reason silence(int pool) {
        Peer peer = peers[pool];
        return peer == null ? null : silence(peer);
    }

    private @Nullable Reason silence(Peer peer) {
        if (peer.isStarting()) return state(peer, "startup");
        if (!peer.state().serves() || second.getAsLong() < peer.quietUntil()) {
            return state(peer, peer.state().word());
        }
        PairState kept = peer.kept();
        boolean demands =
                switch (kept.partner()) {
                    case PARTNER_DOWN, POTENTIAL_CONFLICT, CONFLICT_DONE, RESOLUTION_INTERRUPTED ->
                            true;
                    case STARTUP,
                            NORMAL,
                            COMMUNICATIONS_INTERRUPTED,
                            RECOVER,
                            PAUSED,
                            SHUTDOWN,
                            RECOVER_DONE,
                            RECOVER_WAIT,
                            UNKNOWN ->
                            false;
                };
        if (demands) {
            return Reason.of(ReasonCode.SILENT_PARTNER_DEMANDS, peer.name(), kept.partner().word());
        }
        return peer.mclt() > 0 ? null : Reason.of(ReasonCode.SILENT_NO_MCLT, peer.name());
    }

    private static Reason state(Peer peer, String word) {
        return Reason.of(ReasonCode.SILENT_FAILOVER_STATE, peer.name(), word);
    }

    @Override
    public @Nullable Reason leave(int pool, ClientKey client, int secs) {
        Peer peer = peers[pool];
        if (peer == null || peer.state() != ServerState.NORMAL) return null;
        int bucket = LoadBalance.bucket(client.clientId(), client.hardware());
        int most = peer.terms().loadBalanceMax();
        Octets hba = peer.hba();
        if (LoadBalance.serves(peer.terms().primary(), secs, most, hba, bucket)) return null;
        if (partnersFree(pool, peer) == 0) return null;
        return Reason.of(
                ReasonCode.SILENT_PARTNERS_CLIENT,
                (long) bucket,
                peer.name(),
                (long) secs,
                (long) most);
    }

    /// How many free addresses the partner has on the network of a pool.
    private long partnersFree(int pool, Peer peer) {
        BindingState other = Allowance.otherFree(peer.terms().primary());
        long free = 0;
        for (int near : networks.get(pool)) {
            if (peers[near] != null) free += table.count(near, other);
        }
        return free;
    }

    @Override
    public @Nullable Reason shortage(int pool, long now) {
        Peer peer = peers[pool];
        if (peer == null) return null;
        long held = partnersFree(pool, peer);
        if (held == 0) return null;
        BindingState other = otherFree(pool);
        if (other == null) return Reason.of(ReasonCode.SILENT_PARTNER_HOLDS, peer.name(), held);
        long[] opens = {Long.MAX_VALUE};
        int[] looked = {0};
        var _ =
                table.longestUnused(
                        pool,
                        other,
                        slot -> {
                            opens[0] = Math.min(opens[0], opens(peer, table.lease(slot)) + 1);
                            return ++looked[0] == MOST_LOOKS;
                        });
        return opens[0] == Long.MAX_VALUE
                ? Reason.of(ReasonCode.SILENT_PARTNER_HOLDS, peer.name(), held)
                : Reason.of(ReasonCode.SILENT_PARTNER_OPENS, peer.name(), held, opens[0]);
    }

    private static long opens(Peer peer, Lease lease) {
        long margin = peer.session().skew().margin();
        return Allowance.opens(lease, peer.kept().since(), peer.mclt(), margin);
    }

    @Override
    public BindingState ownFree(int pool) {
        Peer peer = peers[pool];
        return peer == null ? BindingState.FREE : Allowance.ownFree(peer.terms().primary());
    }

    @Override
    public @Nullable BindingState otherFree(int pool) {
        Peer peer = peers[pool];
        if (peer == null || peer.state() != ServerState.PARTNER_DOWN) return null;
        return Allowance.otherFree(peer.terms().primary());
    }

    @Override
    public boolean mayGive(int pool, Lease lease, long now) {
        Peer peer = peers[pool];
        if (peer == null) return ALONE.mayGive(pool, lease, now);
        long down = peer.state() == ServerState.PARTNER_DOWN ? peer.kept().since() : 0;
        long skew = peer.session().skew().margin();
        boolean primary = peer.terms().primary();
        return isFree(lease) && Allowance.isAnyones(lease, primary, down, peer.mclt(), skew, now);
    }

    /// As long as the partner was not told that the binding is over, nobody else can have it.
    @Override
    public boolean mayResume(int pool, Lease lease) {
        return peers[pool] != null && !lease.is(Lease.TOLD_ENDED);
    }

    @Override
    public boolean mayRepeat(int pool) {
        return peers[pool] == null;
    }

    /// What the partner agreed to for the client before is nothing that the next one may be
    /// promised: the partner has the address as free, and could not tell a server that lost its
    /// leases.
    @Override
    public long longest(int pool, Lease lease, long wished, long now) {
        Peer peer = peers[pool];
        if (peer == null) return wished;
        long agreed = isFree(lease) ? 0 : lease.tsfp();
        return Allowance.longest(wished, agreed, peer.mclt(), now);
    }

    private static boolean isFree(Lease lease) {
        return lease.state() == BindingState.FREE
                || lease.state() == BindingState.BACKUP
                || lease.state() == BindingState.ABANDONED;
    }

    @Override
    public Lease granted(int pool, Lease lease, long wished, long now) {
        Peer peer = peers[pool];
        if (peer == null) return ALONE.granted(pool, lease, wished, now);
        long given = lease.ends() == Lease.NEVER ? wished : lease.ends() - now;
        Lease told =
                Telling.told(lease, Allowance.potentialExpiration(wished, given, now))
                        .without(Lease.TOLD_ENDED);
        // With a connection the partner hears of it in a moment; one record says both. Of an
        // address that was the partner's to give only the partner can say that it is free.
        boolean partners =
                table.state(table.slot(lease.address()))
                        == Allowance.otherFree(peer.terms().primary());
        return partners || peer.session().isUp() ? told.with(Lease.TOLD_ACTIVE) : told;
    }

    @Override
    public boolean mayExpire(int pool, Lease lease) {
        Peer peer = peers[pool];
        if (peer == null) return true;
        return switch (lease.state()) {
            case ABANDONED -> true;
            // In NORMAL the primary alone says that a lease has expired; and a server that serves
            // nobody does not know whom its partner has served meanwhile.
            case ACTIVE ->
                    silence(peer) == null
                            && (peer.terms().primary() || peer.state() != ServerState.NORMAL);
            case FREE, EXPIRED, RELEASED, RESET, BACKUP -> false;
        };
    }

    @Override
    public Lease ended(int pool, Lease lease, long now) {
        Peer peer = peers[pool];
        if (peer == null) return ALONE.ended(pool, lease, now);
        return switch (lease.state()) {
            case EXPIRED, RELEASED -> over(peer, lease, now);
            case FREE, BACKUP, ACTIVE, ABANDONED, RESET ->
                    Telling.told(lease.without(Lease.TOLD), Math.max(now, lease.tstp()));
        };
    }

    private static Lease over(Peer peer, Lease lease, long now) {
        boolean alone = peer.state() == ServerState.COMMUNICATIONS_INTERRUPTED;
        // The partner never heard that it was given away, so it needs no agreement to be free.
        if (alone && Allowance.wasNeverTold(lease)) {
            return Telling.told(lease.withState(Allowance.ownFree(peer.terms().primary())), now);
        }
        Lease told =
                lease.state() == BindingState.RELEASED
                        ? Telling.back(lease, now)
                        : Telling.again(lease);
        return peer.session().isUp() ? told.with(Lease.TOLD) : told;
    }
}
