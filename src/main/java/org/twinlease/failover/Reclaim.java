package org.twinlease.failover;

import org.twinlease.lease.Lease;
import org.twinlease.lease.LeaseTable;
import org.twinlease.value.BindingState;
import org.twinlease.value.Now;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;

/// What becomes free while the partner is down (`spec/failover-protocol.md` section 7.2): bindings
/// that were over, and that cannot be with a client of the partner's any more. A client that this
/// server has spoken with since then has no other lease than the one that ended here.
final class Reclaim {

    /// The most addresses that are looked at in a second, so that a pool of a million keeps nobody
    /// waiting; the next second goes on from there.
    static final int MOST_LOOKS = 1 << 16;

    private final Peer peer;
    private int next;

    Reclaim(Peer peer) {
        this.peer = peer;
    }

    void run(Now now) {
        LeaseTable table = peer.host().table();
        long left = over();
        int looks = Math.min(MOST_LOOKS, table.size());
        for (int looked = 0; left > 0 && looked < looks; looked++) {
            int slot = next < table.size() ? next : 0;
            next = slot + 1;
            if (!table.state(slot).isOver() || !peer.covers(slot)) continue;
            left--;
            if (isNobodys(table.lease(slot), now.wallSeconds())) free(slot);
        }
    }

    /// Whether there is anything that may become free.
    boolean isPending() {
        return over() > 0;
    }

    private long over() {
        LeaseTable table = peer.host().table();
        long over = 0;
        for (int pool : peer.pools()) {
            for (BindingState state : BindingState.values()) {
                if (state.isOver()) over += table.count(pool, state);
            }
        }
        return over;
    }

    private boolean isNobodys(Lease lease, long second) {
        if (lease.ends() >= second) return false;
        long down = peer.kept().since();
        if (lease.cltt() > down) return true;
        long skew = peer.session().skew().margin();
        return Allowance.opens(lease, down, peer.mclt(), skew) < second;
    }

    private void free(int slot) {
        Lease lease = peer.host().table().lease(slot);
        BindingState own = Allowance.ownFree(peer.terms().primary());
        Reason why = Reason.of(ReasonCode.LEASE_PARTNER_GONE, lease.address(), peer.name());
        peer.host().change(Telling.freed(lease.withState(own).without(Lease.TOLD)), why);
        peer.outgoing().queue().add(slot);
    }
}
