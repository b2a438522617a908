package org.twinlease.failover;

import org.twinlease.lease.PairState;
import org.twinlease.value.Now;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;
import org.twinlease.value.ServerState;

/// Where a relationship is taken up when its server starts: its state, which also says whether
/// leases may be missing that the partner has to tell, and why it is that
/// (`spec/failover-protocol.md` section 5.1).
record Beginning(PairState state, Reason why) {

    /// As it was left; in RECOVER when it never was, or when what is kept may be old.
    static Beginning of(Now now, Terms terms, PairHost host) {
        PairState kept = host.saved(terms.name());
        Beginning found = kept == null ? first(now, terms) : again(now, kept, host.isDamaged());
        PairState state = found.state();
        // A primary has both in its configuration; kept with its state they would make its lease
        // file that of a secondary.
        if (terms.primary() && (state.mclt() != 0 || state.hba() != null)) {
            state = state.withTerms(0, null);
        }
        if (!state.equals(kept)) host.save(state);
        return new Beginning(state, found.why());
    }

    private static Beginning first(Now now, Terms terms) {
        long mclt = terms.primary() ? 0 : terms.mclt();
        PairState state =
                new PairState(
                                terms.name(),
                                ServerState.RECOVER,
                                now.wallSeconds(),
                                ServerState.UNKNOWN,
                                0,
                                mclt,
                                null)
                        .withLost(true);
        Reason why = Reason.of(ReasonCode.PAIR_FIRST_START, terms.name());
        return new Beginning(state, why);
    }

    private static Beginning again(Now now, PairState kept, boolean damaged) {
        if (!damaged) {
            String word = kept.mine().word();
            Reason why = Reason.of(ReasonCode.PAIR_RESTARTED, kept.name(), word);
            boolean lost = kept.lost() || kept.mine() == ServerState.RECOVER;
            return new Beginning(kept.withLost(lost), why);
        }
        boolean already = kept.mine() == ServerState.RECOVER;
        PairState state = already ? kept : kept.withMine(ServerState.RECOVER, now.wallSeconds());
        Reason why = Reason.of(ReasonCode.PAIR_DAMAGED, kept.name());
        return new Beginning(state.withLost(true), why);
    }
}
