package org.twinlease.engine;

import org.jspecify.annotations.Nullable;
import org.twinlease.control.Command;
import org.twinlease.control.LiveEnd;
import org.twinlease.control.Preview;
import org.twinlease.control.Sentences;
import org.twinlease.failover.Peer;
import org.twinlease.failover.PeerView;
import org.twinlease.value.Now;
import org.twinlease.value.ServerState;

import java.time.Instant;

/// An operator's orders to failover relationships: whether they are safe now, what they would do,
/// and doing it.
final class PairOrders {

    /// The last second that the protocol and the journal can say.
    private static final long LAST_SECOND = 0xFFFF_FFFFL;

    private final Engine engine;

    PairOrders(Engine engine) {
        this.engine = engine;
    }

    /// Carries an order out; why not, as a sentence, or null when it is done.
    @Nullable String carryOut(Now now, Command.ToPair order) {
        Preview preview = preview(now, order);
        Peer peer = engine.pairs().named(order.name());
        if (!preview.allowed() || peer == null) return preview.words();
        LiveDrills drills = engine.pairs().drills();
        switch (order) {
            case Command.BeginDrill begin -> drills.begin(now, begin);
            case Command.HoldDrill _ -> {
                return drills.hold(now);
            }
            case Command.EndDrill _ -> drills.end(now, LiveEnd.ORDERED);
            case Command.PartnerDown(String _, long since, boolean _, String _) ->
                    peer.order(now, ServerState.PARTNER_DOWN, since);
            case Command.Pause _ -> peer.order(now, ServerState.PAUSED, now.wallSeconds());
            case Command.ShutDown _ -> peer.order(now, ServerState.SHUTDOWN, now.wallSeconds());
            case Command.Resume _ -> peer.order(now, resumed(peer), now.wallSeconds());
            case Command.Rebalance _ -> peer.rebalance(now);
            case Command.FullUpdate _ -> peer.fullUpdate(now);
            case Command.Recover _ -> peer.order(now, ServerState.RECOVER, now.wallSeconds());
        }
        return null;
    }

    /// PAUSED was for a moment, and the partner served its share only; after SHUTDOWN it has served
    /// everybody, so everything is asked for.
    private static ServerState resumed(Peer peer) {
        return peer.kept().mine() == ServerState.PAUSED
                ? ServerState.COMMUNICATIONS_INTERRUPTED
                : ServerState.RECOVER;
    }

    /// What an order would do, or why it is refused.
    Preview preview(Now now, Command command) {
        LiveDrills drills = engine.pairs().drills();
        if (command instanceof Command.MarkDrills mark) return drills.preview(mark);
        if (!(command instanceof Command.ToPair order)) {
            return new Preview(
                    true, "The lease is changed at once, and on disk before the answer.");
        }
        Peer peer = engine.pairs().named(order.name());
        if (peer == null) return no("There is no failover peer \"" + order.name() + "\" here.");
        boolean frees = order instanceof Command.EndDrill || order instanceof Command.HoldDrill;
        if (!engine.ledger().isUp() && !frees) {
            return no("The journal cannot be written, so nothing may change now.");
        }
        PeerView view = PeerView.of(peer, now);
        String busy = drills.obstacle();
        if (busy != null && !frees) return no(busy);
        return switch (order) {
            case Command.BeginDrill begin -> drills.preview(now, begin);
            case Command.HoldDrill _ -> yes("The live drill goes on.");
            case Command.EndDrill _ ->
                    busy == null
                            ? no("No live drill is under way.")
                            : yes("The live drill ends and everything is open again.");
            case Command.PartnerDown down -> partnerDown(now, view, down);
            case Command.Pause _ -> pause(view, "pauses", "serves its own share");
            case Command.ShutDown _ -> pause(view, "shuts down", "takes everything over");
            case Command.Resume _ -> resume(view);
            case Command.Rebalance _ -> rebalance(view);
            case Command.FullUpdate _ ->
                    view.up()
                            ? yes("The partner sends every lease it has; service goes on.")
                            : no("There is no connection to the partner.");
            case Command.Recover _ -> recover(view);
        };
    }

    private static Preview yes(String words) {
        return new Preview(true, words);
    }

    private static Preview no(String words) {
        return new Preview(false, words);
    }

    private static Preview partnerDown(Now now, PeerView view, Command.PartnerDown down) {
        long since = down.since();
        ServerState mine = view.state().mine();
        ServerState partner = view.state().partner();
        long heard = view.traffic().lastHeardMillis() / 1000;
        if (since < 0 || since > LAST_SECOND) {
            return no(since + " is no time in seconds since 1970.");
        }
        if (down.reason().length() > Command.PartnerDown.LONGEST_REASON) {
            return no(
                    "The reason has %d characters, of at most %d."
                            .formatted(down.reason().length(), Command.PartnerDown.LONGEST_REASON));
        }
        if (view.up()) {
            return no(
                    "The partner answers. Two servers that both serve all would double addresses.");
        }
        if (mine == ServerState.PARTNER_DOWN) return no("It is in partner-down already.");
        if (since > now.wallSeconds()) return no(clock(since) + " is still to come.");
        if (since < heard) {
            return no(
                    "The partner was heard at %s, after %s: it cannot have been down since then."
                            .formatted(clock(heard), clock(since)));
        }
        if (mine != ServerState.RECOVER && since < view.state().since()) {
            return no(
                    "This server has been in %s only since %s; before that the partner was there."
                            .formatted(mine.word(), clock(view.state().since())));
        }
        if (partner == ServerState.PARTNER_DOWN) {
            return no(
                    "The partner was in partner-down itself when it was heard last, and may have"
                            + " given this server's addresses. Let the two talk first.");
        }
        if (view.mclt() == 0) return no("The MCLT is not known: the primary was never heard.");
        if (view.lost() && !down.noLeases()) {
            return no(
                    "This server does not know who has which address: it is in %s since %s, and its"
                                    .formatted(mine.word(), clock(view.state().since()))
                            + " partner has not sent it the leases. Addresses that clients have"
                            + " would be given again. Bring the partner back; or, when no client"
                            + " can have a lease of the pair any more, say so (--no-leases).");
        }
        return yes(
                (view.lost() ? "It is taken that no client has a lease of the pair any more. " : "")
                        + "This server serves every client at once, and gives the partner's free"
                        + " addresses"
                        + " from %s on (since %s plus MCLT %s). Be certain that the partner is down:"
                                .formatted(
                                        clock(since + view.mclt() + 1),
                                        clock(since),
                                        Sentences.duration(view.mclt()))
                        + " if it still serves, addresses are given twice.");
    }

    private static Preview pause(PeerView view, String does, String partner) {
        ServerState mine = view.state().mine();
        if (mine != ServerState.NORMAL) {
            return no("Only in normal: this server is in " + mine.word() + ".");
        }
        return yes(
                "This server %s and answers no client; the partner %s. %d updates are unacknowledged."
                        .formatted(does, partner, view.traffic().unacknowledged()));
    }

    private static Preview resume(PeerView view) {
        return switch (view.state().mine()) {
            case PAUSED -> yes("The two talk again and go to normal.");
            case SHUTDOWN -> yes("Everything the partner did is fetched (recover), then normal.");
            case UNKNOWN,
                    STARTUP,
                    NORMAL,
                    COMMUNICATIONS_INTERRUPTED,
                    PARTNER_DOWN,
                    POTENTIAL_CONFLICT,
                    RECOVER,
                    RECOVER_DONE,
                    RESOLUTION_INTERRUPTED,
                    CONFLICT_DONE,
                    RECOVER_WAIT ->
                    no("It is neither paused nor shut down.");
        };
    }

    private static Preview rebalance(PeerView view) {
        ServerState mine = view.state().mine();
        if (mine != ServerState.NORMAL || !view.up()) {
            return no(
                    "Free addresses are divided in normal only: this server is in " + mine.word());
        }
        return yes("What is above this server's half of the free addresses goes to the partner.");
    }

    private static Preview recover(PeerView view) {
        if (!view.up()) return no("There is no connection to the partner to recover from.");
        if (view.state().partner() == ServerState.CONFLICT_DONE) {
            return no("The partner is resolving a conflict; wait until it is in normal.");
        }
        return yes(
                "This server answers no client, fetches every lease from the partner, waits until"
                        + " MCLT (%s) has passed and then serves again."
                                .formatted(Sentences.duration(view.mclt())));
    }

    private static String clock(long second) {
        return Instant.ofEpochSecond(second).toString();
    }
}
