package org.twinlease.control;

import org.jspecify.annotations.Nullable;
import org.twinlease.value.Ip4;
import org.twinlease.value.Reason;
import org.twinlease.value.ServerState;

import java.util.List;

/// One failover relationship as people see it. `since` and `partnerSince` are when the states
/// began, seconds since 1970; `starting` is true until the partner was heard or 15 s have passed.
/// `why` is the cause of the state. `mclt` is in seconds. `pools` are the numbers of its pools as
/// [PoolView#index] has them; `balanceDue` is when free addresses are divided next, seconds since
/// 1970, -1 for not at all.
public record FailoverView(
        String name,
        boolean primary,
        ServerState state,
        boolean starting,
        long since,
        Reason why,
        ServerState partner,
        long partnerSince,
        long mclt,
        List<Integer> pools,
        long balanceDue,
        Link link) {

    /// Takes a copy of the list.
    public FailoverView {
        pools = List.copyOf(pools);
    }

    /// The connection: to whom, whether it is up and, if not, what is wrong (`trouble`; also set
    /// while the pools differ). `unacknowledged` counts addresses that the partner has not answered
    /// for, `inFlight` those it was told of, of at most `window`; `oldestMillis` is how long the
    /// oldest of these is under way and `lagMillis` how long the last answered one was, -1 for
    /// none. `skewMillis` is how far the partner's clock is ahead, null while unknown.
    /// `lastHeardMillis` is since 1970, 0 for never; `patienceMillis` is what is left until the
    /// silent partner is given up, -1 while there is no connection.
    public record Link(
            @Nullable Ip4 partner,
            boolean up,
            @Nullable Reason trouble,
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
}
