package org.twinlease.lab;

import org.jspecify.annotations.Nullable;
import org.twinlease.lease.Lease;
import org.twinlease.lease.PairState;
import org.twinlease.value.Ip4;
import org.twinlease.value.ServerState;

import java.util.Map;

/// One half of a failover pair, a real dhcpd or this program, in a host of the lab. Everything a
/// test asks of it is asked of its files or of its own control channel.
interface Partner {

    /// Where it runs.
    Seat seat();

    /// The host of the lab that it runs in.
    default String host() {
        return seat().host();
    }

    /// Where clients and the partner reach it.
    default Ip4 address() {
        return seat().address();
    }

    /// Starts it, or again, with the files that it has; returns when it serves.
    void start();

    /// Ends it in good order.
    void stop();

    /// Ends it as a power cut would.
    void kill();

    /// Whether its process is there.
    boolean runs();

    /// Loses its leases and its state, as a new disk does. Only while it is down.
    void forget();

    /// Puts leases and a pair's state into it, as a dhcpd.leases file. Only while it is down.
    void remember(String leasesFile);

    /// Its state in the pair, null while it has none.
    @Nullable PairState state();

    /// Its own state, UNKNOWN while it has none.
    default ServerState mine() {
        PairState state = state();
        return state == null ? ServerState.UNKNOWN : state.mine();
    }

    /// Every address it knows of.
    Map<Ip4, Lease> leases();

    /// Tells it that its partner is down.
    void partnerDown();

    /// What it said, for the message of a failure.
    String log();
}
