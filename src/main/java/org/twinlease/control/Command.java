package org.twinlease.control;

import org.jspecify.annotations.Nullable;
import org.twinlease.value.Ip4;

/// What an operator may order. Each is answered by an [Outcome].
public sealed interface Command {

    /// Gives a lease back as if the client had released it. The client is not told.
    record Release(Ip4 address) implements Command {}

    /// Makes an abandoned address free again before abandon-lease-time is over.
    record Unabandon(Ip4 address) implements Command {}

    /// An order about a failover relationship.
    sealed interface ToPair extends Command {
        /// The relationship's name.
        String name();
    }

    /// Says that the partner has been down since a time (seconds since 1970), so that its addresses
    /// may be given once MCLT has passed since then. The one order that doubles addresses when it
    /// is wrong; refused while the partner is heard. `noLeases`: a server that has lost its leases,
    /// or is new, may serve as if there were none; without it such an order is refused, since what
    /// clients have would be given away. `reason` is what the person gives for it, for the record
    /// of the past; empty for none.
    record PartnerDown(String name, long since, boolean noLeases, String reason) implements ToPair {

        /// How long a reason may be, in characters.
        public static final int LONGEST_REASON = 500;

        /// A program may leave the reason out.
        public PartnerDown(String name, long since, boolean noLeases, @Nullable String reason) {
            this.name = name;
            this.since = since;
            this.noLeases = noLeases;
            this.reason = reason == null ? "" : reason.strip();
        }

        /// To a server that has its leases.
        public PartnerDown(String name, long since) {
            this(name, since, false, "");
        }
    }

    /// Stops serving for a while, the partner serving its share (PAUSED).
    record Pause(String name) implements ToPair {}

    /// Stops serving for long, the partner taking everything over (SHUTDOWN).
    record ShutDown(String name) implements ToPair {}

    /// Ends PAUSED or SHUTDOWN.
    record Resume(String name) implements ToPair {}

    /// Divides the free addresses now.
    record Rebalance(String name) implements ToPair {}

    /// Asks the partner for everything that it has.
    record FullUpdate(String name) implements ToPair {}

    /// Takes this server's leases as lost: everything is asked for, and nobody is served before
    /// MCLT has passed (RECOVER).
    record Recover(String name) implements ToPair {}
}
