package org.twinlease.failover;

import org.twinlease.value.ServerState;

/// Where a server stands when something happens: its state (while `starting`, the one it had
/// before), its role, the partner's last known state, in RECOVER whether MCLT is still running, and
/// whether it has lost its leases and was not told all of them yet.
record Standing(
        ServerState mine,
        boolean starting,
        boolean primary,
        ServerState partner,
        boolean mcltRuns,
        boolean lost) {}
