package org.twinlease.failover;

import org.twinlease.value.ServerState;

/// What can move the state of a server in a relationship.
sealed interface Cause {

    /// The connection to the partner ended.
    record LinkLost() implements Cause {}

    /// Nothing was heard from the partner in the first 15 seconds.
    record StartupOver() implements Cause {}

    /// The partner's STATE message; `starting` is its STARTUP flag.
    record PartnerSaid(ServerState said, boolean starting) implements Cause {}

    /// Everything that was asked for by UPDREQ or UPDREQALL has come.
    record UpdateDone() implements Cause {}

    /// MCLT has passed since recovery began.
    record McltOver() implements Cause {}

    /// COMMUNICATIONS-INTERRUPTED has lasted as long as auto-partner-down allows.
    record TooLongAlone() implements Cause {}

    /// An operator wants this state.
    record Ordered(ServerState wanted) implements Cause {}
}
