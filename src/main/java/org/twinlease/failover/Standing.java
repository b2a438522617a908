package org.twinlease.failover;

import org.twinlease.lease.PairState;
import org.twinlease.value.ServerState;

/// Where a server stands when something happens: its state (while `starting`, the one it had
/// before), its role, the partner's last known state, in RECOVER whether MCLT is still running,
/// whether it has lost its leases and was not told all of them yet, and whether the two had ever
/// been together before.
record Standing(
        ServerState mine,
        boolean starting,
        boolean primary,
        ServerState partner,
        boolean mcltRuns,
        boolean lost,
        boolean met) {

    static Standing of(
            PairState kept,
            boolean starting,
            boolean primary,
            ServerState partner,
            boolean mcltRuns) {
        return new Standing(
                kept.mine(),
                starting,
                primary,
                partner,
                mcltRuns,
                kept.lost(),
                kept.together() > 0);
    }
}
