package org.twinlease.cli.lines;

import org.twinlease.control.CountersView;
import org.twinlease.control.FailoverView;
import org.twinlease.control.PoolView;
import org.twinlease.control.ServerView;

import java.util.List;

/// A server as it is now, by its own clock.
public record Status(
        ServerView server, CountersView counters, List<FailoverView> pairs, List<PoolView> pools) {

    /// Takes copies of the lists.
    public Status {
        pairs = List.copyOf(pairs);
        pools = List.copyOf(pools);
    }

    /// Whether nothing needs an operator.
    public boolean isWell() {
        return server.diskOk() && server.alarms().isEmpty();
    }

    /// Whether it is a dhcpd, which tells less.
    boolean isDhcpd() {
        return server.isDhcpd();
    }

    /// Its clock, milliseconds since 1970.
    long nowMillis() {
        return counters.atMillis();
    }
}
