package org.twinlease.drill.script;

import org.jspecify.annotations.Nullable;
import org.twinlease.value.ServerState;

/// What stands in the gaps of a phrase. `server` is 0 (A, the primary), 1 (B) or [#BOTH]; `seconds`
/// is a span of time; `moment` is in seconds since midnight of the day on which the drill begins.
/// Of what a phrase has no gap for, nothing is said: -1, 0 or null.
public record Values(
        int server, long seconds, long moment, double number, @Nullable ServerState state) {

    /// Both servers.
    public static final int BOTH = 2;

    /// Nothing at all.
    public static final Values NONE = new Values(-1, 0, -1, 0, null);

    /// The same for one server.
    public Values at(int other) {
        return new Values(other, seconds, moment, number, state);
    }

    /// The same for another span of time.
    public Values lasting(long other) {
        return new Values(server, other, moment, number, state);
    }

    /// The same with another moment.
    public Values on(long other) {
        return new Values(server, seconds, other, number, state);
    }

    /// The same with its moment, where there is one, so many seconds later.
    Values later(long by) {
        return moment < 0 ? this : on(moment + by);
    }

    Values counting(double other) {
        return new Values(server, seconds, moment, other, state);
    }

    Values in(ServerState other) {
        return new Values(server, seconds, moment, number, other);
    }

    /// The name of a server by its number.
    public static String name(int server) {
        return server == BOTH ? "both" : server == 0 ? "A" : "B";
    }
}
