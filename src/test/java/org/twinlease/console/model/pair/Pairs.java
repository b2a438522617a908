package org.twinlease.console.model.pair;

import org.twinlease.console.model.Samples;
import org.twinlease.control.FailoverView;
import org.twinlease.value.Ip4;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;
import org.twinlease.value.ServerState;

import java.util.List;

/// Relationships as servers would tell of them.
public final class Pairs {

    private Pairs() {}

    /// One that is well, for a pool.
    public static FailoverView of(String name, boolean primary, int pool) {
        return of(name, primary, ServerState.NORMAL, pool);
    }

    /// One in a state, for a pool.
    public static FailoverView of(String name, boolean primary, ServerState state, int pool) {
        boolean up = state == ServerState.NORMAL;
        long since = Samples.NOW / 1_000 - 240;
        return new FailoverView(
                name,
                primary,
                state,
                false,
                since,
                Reason.of(ReasonCode.PAIR_LINKED, name, Ip4.of("127.0.0.1")),
                ServerState.NORMAL,
                since,
                60,
                List.of(pool),
                -1,
                new FailoverView.Link(
                        Ip4.of("127.0.0.1"),
                        up,
                        null,
                        0,
                        0,
                        10,
                        -1,
                        3,
                        200L,
                        Samples.NOW - 400,
                        up ? 8_600 : -1,
                        120,
                        118,
                        0));
    }
}
