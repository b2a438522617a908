package org.twinlease.failover;

import org.jspecify.annotations.Nullable;
import org.twinlease.lease.PairState;
import org.twinlease.value.Now;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;
import org.twinlease.value.ServerState;

/// What the age of a relationship's state brings, and the state that one begins with
/// (`spec/failover-protocol.md` sections 5.1 and 5.5).
record Due(Cause cause, Reason why) {

    /// What is to happen now; null for nothing. `mclt` is in seconds.
    static @Nullable Due of(Now now, Terms terms, PairState state, long mclt) {
        long age = now.wallSeconds() - state.since();
        long limit = terms.autoPartnerDown();
        return switch (state.mine()) {
            case RECOVER_WAIT ->
                    age < mclt
                            ? null
                            : new Due(
                                    new Cause.McltOver(),
                                    Reason.of(ReasonCode.PAIR_MCLT_OVER, terms.name(), mclt));
            case COMMUNICATIONS_INTERRUPTED ->
                    limit <= 0 || age < limit
                            ? null
                            : new Due(
                                    new Cause.TooLongAlone(),
                                    Reason.of(
                                            ReasonCode.PAIR_AUTO_PARTNER_DOWN,
                                            terms.name(),
                                            limit));
            case UNKNOWN,
                    STARTUP,
                    NORMAL,
                    PARTNER_DOWN,
                    POTENTIAL_CONFLICT,
                    RECOVER,
                    PAUSED,
                    SHUTDOWN,
                    RECOVER_DONE,
                    RESOLUTION_INTERRUPTED,
                    CONFLICT_DONE ->
                    null;
        };
    }

    /// The state that a relationship is taken up in: the one that was kept, or RECOVER. What a
    /// primary sets stands in its configuration; kept with its state it would make its lease file
    /// that of a secondary.
    static PairState beginning(Now now, Terms terms, @Nullable PairState kept) {
        PairState state =
                kept != null
                        ? kept
                        : new PairState(
                                terms.name(),
                                ServerState.RECOVER,
                                now.wallSeconds(),
                                ServerState.UNKNOWN,
                                0,
                                terms.mclt(),
                                null);
        return terms.primary() ? state.withTerms(0, null) : state;
    }
}
