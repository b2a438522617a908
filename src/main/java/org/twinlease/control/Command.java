package org.twinlease.control;

import org.jspecify.annotations.Nullable;
import org.twinlease.value.Ip4;

/// What an operator may order. Each is answered by an [Outcome].
public sealed interface Command {

    /// What the person gives as the reason, for the record of the past; empty for none.
    default String reasonGiven() {
        return switch (this) {
            case PartnerDown down -> down.reason();
            case MarkDrills mark -> mark.reason();
            case BeginDrill begin -> begin.reason();
            default -> "";
        };
    }

    /// Gives a lease back as if the client had released it. The client is not told.
    record Release(Ip4 address) implements Command {}

    /// Makes an abandoned address free again before abandon-lease-time is over.
    record Unabandon(Ip4 address) implements Command {}

    /// Says whether live drills may be done to the server: as a lab until further notice (`seconds`
    /// is 0), or for a maintenance window of so many seconds; [LiveMark#NONE] takes it back and
    /// ends the drill that is under way. `reason` is kept in the record of the past.
    record MarkDrills(LiveMark mark, long seconds, String reason) implements Command {}

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

    /// Begins a live drill of so many seconds. The server ends it by itself, and also when no
    /// [HoldDrill] has come for a while. Refused unless the server is marked.
    record BeginDrill(String name, LiveAct act, long seconds, String reason) implements ToPair {}

    /// Whoever leads the live drill is still there.
    record HoldDrill(String name) implements ToPair {}

    /// Ends the live drill: everything is open again.
    record EndDrill(String name) implements ToPair {}
}
