package org.twinlease.failover;

import static org.twinlease.value.ServerState.COMMUNICATIONS_INTERRUPTED;
import static org.twinlease.value.ServerState.CONFLICT_DONE;
import static org.twinlease.value.ServerState.NORMAL;
import static org.twinlease.value.ServerState.PARTNER_DOWN;
import static org.twinlease.value.ServerState.PAUSED;
import static org.twinlease.value.ServerState.POTENTIAL_CONFLICT;
import static org.twinlease.value.ServerState.RECOVER;
import static org.twinlease.value.ServerState.RECOVER_DONE;
import static org.twinlease.value.ServerState.RECOVER_WAIT;
import static org.twinlease.value.ServerState.RESOLUTION_INTERRUPTED;
import static org.twinlease.value.ServerState.SHUTDOWN;
import static org.twinlease.value.ServerState.STARTUP;
import static org.twinlease.value.ServerState.UNKNOWN;

import org.twinlease.value.ServerState;

/// The relation of states: (where a server stands, what happens) to (where it is then, what it asks
/// for), total and pure. It is dhcpd's (`spec/failover-protocol.md` sections 5.2 to 5.5), which is
/// what a dhcpd as partner counts on, but for these, where dhcpd is stuck, exits or forgets leases:
///
/// - where dhcpd goes to SHUTDOWN by itself, never to come back, this server resolves the conflict
///   (POTENTIAL-CONFLICT);
/// - CONFLICT-DONE and a partner in no fitting state: POTENTIAL-CONFLICT again, where dhcpd exits;
/// - RECOVER stays RECOVER whatever a partner with data says, since leaving it would lose what the
///   full update brings; only a partner in the midst of a conflict is followed into it. One that is
///   shut down serves nobody, but has the leases: its place is taken once they are here and MCLT
///   has passed;
/// - a partner in RECOVER-WAIT or RECOVER-DONE is asked for everything, too, where dhcpd waits
///   until it has asked on another occasion;
/// - who has lost its leases takes nobody's place by what it hears or for being alone long: it
///   fetches them first, from wherever it stands (RECOVER);
/// - RECOVER-WAIT and RECOVER-DONE follow a partner in a conflict, where dhcpd would wait for ever;
/// - what a partner says with the STARTUP flag is where it was, not where it is: nothing that is
///   hard to undo follows from it, a conflict least of all. It may find that its disk is an old one
///   and recover;
/// - two that recover both and have met before wait for MCLT where leases were lost: what was
///   promised last nobody may know.
final class Transitions {

    private Transitions() {}

    static Move next(Standing at, Cause cause) {
        return switch (cause) {
            case Cause.LinkLost() -> Move.to(lost(at.mine()));
            case Cause.StartupOver() -> Move.to(lost(at.mine()));
            case Cause.PartnerSaid(ServerState said, boolean starting) ->
                    withLeases(at, heard(at, said, starting));
            case Cause.UpdateDone() -> updated(at);
            case Cause.McltOver() -> at.mine() == RECOVER_WAIT ? recovered(at) : Move.to(at.mine());
            case Cause.TooLongAlone() ->
                    at.mine() == COMMUNICATIONS_INTERRUPTED
                            ? withLeases(at, Move.to(PARTNER_DOWN))
                            : Move.to(at.mine());
            case Cause.Ordered(ServerState wanted) -> ordered(at, wanted);
        };
    }

    private static Move withLeases(Standing at, Move move) {
        boolean takes = move.to() == PARTNER_DOWN && at.mine() != PARTNER_DOWN;
        return takes && at.lost() ? Move.all(RECOVER) : move;
    }

    /// Section 5.4.
    private static ServerState lost(ServerState mine) {
        return switch (mine) {
            case NORMAL -> COMMUNICATIONS_INTERRUPTED;
            case POTENTIAL_CONFLICT, UNKNOWN -> RESOLUTION_INTERRUPTED;
            case STARTUP,
                    COMMUNICATIONS_INTERRUPTED,
                    PARTNER_DOWN,
                    RECOVER,
                    PAUSED,
                    SHUTDOWN,
                    RECOVER_DONE,
                    RESOLUTION_INTERRUPTED,
                    CONFLICT_DONE,
                    RECOVER_WAIT ->
                    mine;
        };
    }

    /// Sections 5.2 (while starting) and 5.3.
    private static Move heard(Standing at, ServerState said, boolean flag) {
        if (said == UNKNOWN || said == STARTUP) return silent(at);
        return switch (at.mine()) {
            case NORMAL -> normal(at, said);
            case COMMUNICATIONS_INTERRUPTED -> interrupted(at, said, flag);
            case PARTNER_DOWN -> flag ? Move.to(PARTNER_DOWN) : partnerDown(at, said);
            case POTENTIAL_CONFLICT -> conflict(at, said);
            case RECOVER -> recover(at, said);
            case RECOVER_WAIT -> waiting(at, said);
            case RECOVER_DONE -> done(at, said);
            case RESOLUTION_INTERRUPTED -> resolution(at, said);
            case CONFLICT_DONE -> resolved(at, said);
            case SHUTDOWN, PAUSED -> Move.to(at.mine());
            case UNKNOWN, STARTUP -> Move.all(RECOVER);
        };
    }

    /// A partner that says nothing of use.
    private static Move silent(Standing at) {
        if (!at.starting()) return Move.to(at.mine());
        return switch (at.mine()) {
            case RECOVER, UNKNOWN, STARTUP -> Move.all(RECOVER);
            case POTENTIAL_CONFLICT -> resolve(at);
            case NORMAL -> Move.to(COMMUNICATIONS_INTERRUPTED);
            case COMMUNICATIONS_INTERRUPTED,
                    PARTNER_DOWN,
                    PAUSED,
                    SHUTDOWN,
                    RECOVER_DONE,
                    RESOLUTION_INTERRUPTED,
                    CONFLICT_DONE,
                    RECOVER_WAIT ->
                    Move.to(at.mine());
        };
    }

    /// Into POTENTIAL-CONFLICT: the primary asks first, the secondary once the primary has all.
    private static Move resolve(Standing at) {
        boolean asks = at.primary() || at.partner() == CONFLICT_DONE;
        return asks ? Move.updates(POTENTIAL_CONFLICT) : Move.to(POTENTIAL_CONFLICT);
    }

    private static Move normal(Standing at, ServerState said) {
        return switch (said) {
            case NORMAL, COMMUNICATIONS_INTERRUPTED, RECOVER_DONE, RECOVER_WAIT -> Move.to(NORMAL);
            case PARTNER_DOWN -> at.starting() ? Move.all(RECOVER) : resolve(at);
            case RECOVER, SHUTDOWN -> Move.to(PARTNER_DOWN);
            case PAUSED -> Move.to(COMMUNICATIONS_INTERRUPTED);
            // A primary that has resolved its side only waits for this word.
            case CONFLICT_DONE -> at.primary() ? resolve(at) : Move.updates(POTENTIAL_CONFLICT);
            case POTENTIAL_CONFLICT, RESOLUTION_INTERRUPTED -> resolve(at);
            case UNKNOWN, STARTUP -> silent(at);
        };
    }

    private static Move interrupted(Standing at, ServerState said, boolean flag) {
        return switch (said) {
            case NORMAL, COMMUNICATIONS_INTERRUPTED, RECOVER_DONE, RECOVER_WAIT -> Move.to(NORMAL);
            case PARTNER_DOWN, POTENTIAL_CONFLICT, RESOLUTION_INTERRUPTED ->
                    flag && !at.starting() ? Move.to(COMMUNICATIONS_INTERRUPTED) : resolve(at);
            // A dhcpd that is told of another state now exits.
            case CONFLICT_DONE -> resolve(at);
            case RECOVER, SHUTDOWN -> Move.to(PARTNER_DOWN);
            case PAUSED, UNKNOWN, STARTUP -> Move.to(COMMUNICATIONS_INTERRUPTED);
        };
    }

    private static Move partnerDown(Standing at, ServerState said) {
        return switch (said) {
            case NORMAL,
                    COMMUNICATIONS_INTERRUPTED,
                    PARTNER_DOWN,
                    POTENTIAL_CONFLICT,
                    RESOLUTION_INTERRUPTED,
                    CONFLICT_DONE ->
                    resolve(at);
            case RECOVER_DONE -> Move.to(NORMAL);
            case RECOVER, RECOVER_WAIT, PAUSED, SHUTDOWN, UNKNOWN, STARTUP -> Move.to(PARTNER_DOWN);
        };
    }

    private static Move conflict(Standing at, ServerState said) {
        return switch (said) {
            // The primary says NORMAL when it has everything and the secondary too.
            case NORMAL -> Move.to(at.starting() ? COMMUNICATIONS_INTERRUPTED : POTENTIAL_CONFLICT);
            case RECOVER -> Move.all(RECOVER);
            case SHUTDOWN -> Move.to(PARTNER_DOWN);
            case CONFLICT_DONE ->
                    at.primary() && !at.starting()
                            ? Move.to(POTENTIAL_CONFLICT)
                            : Move.updates(POTENTIAL_CONFLICT);
            case COMMUNICATIONS_INTERRUPTED,
                    PARTNER_DOWN,
                    POTENTIAL_CONFLICT,
                    PAUSED,
                    RECOVER_DONE,
                    RESOLUTION_INTERRUPTED,
                    RECOVER_WAIT,
                    UNKNOWN,
                    STARTUP ->
                    at.starting() ? resolve(at) : Move.to(POTENTIAL_CONFLICT);
        };
    }

    private static Move recover(Standing at, ServerState said) {
        return switch (said) {
            case RESOLUTION_INTERRUPTED, CONFLICT_DONE -> Move.all(POTENTIAL_CONFLICT);
            case NORMAL,
                    COMMUNICATIONS_INTERRUPTED,
                    PARTNER_DOWN,
                    POTENTIAL_CONFLICT,
                    RECOVER,
                    // These two have what this server wants, and wait for it: asked on a
                    // connection that is gone, they would do so for ever.
                    RECOVER_DONE,
                    RECOVER_WAIT,
                    SHUTDOWN ->
                    Move.all(RECOVER);
            case PAUSED, UNKNOWN, STARTUP -> at.starting() ? Move.all(RECOVER) : Move.to(RECOVER);
        };
    }

    private static Move waiting(Standing at, ServerState said) {
        return switch (said) {
            case POTENTIAL_CONFLICT, RESOLUTION_INTERRUPTED, CONFLICT_DONE -> resolve(at);
            case NORMAL,
                    COMMUNICATIONS_INTERRUPTED,
                    PARTNER_DOWN,
                    RECOVER,
                    PAUSED,
                    SHUTDOWN,
                    RECOVER_DONE,
                    RECOVER_WAIT,
                    UNKNOWN,
                    STARTUP ->
                    Move.to(RECOVER_WAIT);
        };
    }

    private static Move done(Standing at, ServerState said) {
        return switch (said) {
            case NORMAL, RECOVER_DONE -> Move.to(NORMAL);
            case SHUTDOWN -> Move.to(PARTNER_DOWN);
            case POTENTIAL_CONFLICT, RESOLUTION_INTERRUPTED, CONFLICT_DONE -> resolve(at);
            case COMMUNICATIONS_INTERRUPTED,
                    PARTNER_DOWN,
                    RECOVER,
                    PAUSED,
                    RECOVER_WAIT,
                    UNKNOWN,
                    STARTUP ->
                    Move.to(RECOVER_DONE);
        };
    }

    private static Move resolution(Standing at, ServerState said) {
        return switch (said) {
            case PAUSED, UNKNOWN, STARTUP -> Move.to(RESOLUTION_INTERRUPTED);
            case SHUTDOWN -> Move.to(PARTNER_DOWN);
            case NORMAL,
                    COMMUNICATIONS_INTERRUPTED,
                    PARTNER_DOWN,
                    POTENTIAL_CONFLICT,
                    RECOVER,
                    RECOVER_DONE,
                    RESOLUTION_INTERRUPTED,
                    CONFLICT_DONE,
                    RECOVER_WAIT ->
                    resolve(at);
        };
    }

    private static Move resolved(Standing at, ServerState said) {
        return switch (said) {
            case NORMAL -> Move.to(NORMAL);
            case POTENTIAL_CONFLICT -> Move.to(CONFLICT_DONE);
            case SHUTDOWN -> Move.to(PARTNER_DOWN);
            case COMMUNICATIONS_INTERRUPTED,
                    PARTNER_DOWN,
                    RECOVER,
                    PAUSED,
                    RECOVER_DONE,
                    RESOLUTION_INTERRUPTED,
                    CONFLICT_DONE,
                    RECOVER_WAIT ->
                    resolve(at);
            case UNKNOWN, STARTUP -> Move.to(CONFLICT_DONE);
        };
    }

    /// With everything that the partner knew. One that is shut down has said so, and will not say
    /// it again.
    private static Move recovered(Standing at) {
        return Move.to(at.partner() == SHUTDOWN ? PARTNER_DOWN : RECOVER_DONE);
    }

    /// Section 5.5.
    private static Move updated(Standing at) {
        return switch (at.mine()) {
            case RECOVER -> {
                boolean fresh = at.partner() == RECOVER || at.partner() == RECOVER_DONE;
                boolean promised = !fresh || (at.lost() && at.met());
                yield at.mcltRuns() && promised ? Move.to(RECOVER_WAIT) : recovered(at);
            }
            case POTENTIAL_CONFLICT -> {
                if (at.primary()) yield Move.to(CONFLICT_DONE);
                yield Move.to(at.partner() == CONFLICT_DONE ? NORMAL : POTENTIAL_CONFLICT);
            }
            case STARTUP,
                    NORMAL,
                    COMMUNICATIONS_INTERRUPTED,
                    PARTNER_DOWN,
                    PAUSED,
                    SHUTDOWN,
                    RECOVER_DONE,
                    RESOLUTION_INTERRUPTED,
                    CONFLICT_DONE,
                    RECOVER_WAIT,
                    UNKNOWN ->
                    Move.to(at.mine());
        };
    }

    /// An operator is obeyed; whether the order is a safe one was asked before.
    private static Move ordered(Standing at, ServerState wanted) {
        return switch (wanted) {
            case RECOVER -> Move.all(RECOVER);
            case POTENTIAL_CONFLICT -> resolve(at);
            case STARTUP, UNKNOWN -> Move.to(at.mine());
            case NORMAL,
                    COMMUNICATIONS_INTERRUPTED,
                    PARTNER_DOWN,
                    PAUSED,
                    SHUTDOWN,
                    RECOVER_DONE,
                    RESOLUTION_INTERRUPTED,
                    CONFLICT_DONE,
                    RECOVER_WAIT ->
                    Move.to(wanted);
        };
    }
}
