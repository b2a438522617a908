package org.twinlease.isc.omapi;

import org.jspecify.annotations.Nullable;
import org.twinlease.control.Command;
import org.twinlease.control.FailoverView;
import org.twinlease.control.Preview;
import org.twinlease.control.Sentences;
import org.twinlease.value.ServerState;

import java.time.Instant;

/// Which orders a dhcpd may be given by OMAPI, and what they do. A dhcpd checks nothing: it takes
/// any state from any state, ends on a number that it does not know, and stays for ever in some
/// that it takes. So all that is ever set is partner-down, where it is right; and that it ends.
public final class DhcpdOrders {

    /// How far an order's time may lie from now, in seconds: the clocks of two machines.
    private static final long TOLERANCE = 60;

    private static final String DRILLS =
            "its OMAPI can neither close a connection, nor silence it and let it speak again. What"
                    + " it has is partner-down, which is no drill, states that it never leaves by"
                    + " itself, and its end, after which it must be started on its machine. Do the"
                    + " drill to its partner, or stop the dhcpd there.";

    private DhcpdOrders() {}

    /// What an order would do, or why it is refused. `pair` is the relationship as it is now, null
    /// for none of that name; `now` is in seconds since 1970.
    public static Preview preview(Command order, @Nullable FailoverView pair, long now) {
        return switch (order) {
            case Command.Release _, Command.Unabandon _ ->
                    no(
                            "A dhcpd's leases are looked at from here, not changed: its client is"
                                    + " not told, and its partner may know better.");
            case Command.MarkDrills _ ->
                    no("No live drill can be done to a dhcpd, so it is marked for none: " + DRILLS);
            case Command.ToPair named when pair == null ->
                    no("There is no failover peer \"" + named.name() + "\" here.");
            case Command.PartnerDown down -> partnerDown(down, pair, now);
            case Command.ShutDown _ -> shutDown(pair);
            case Command.Pause _ ->
                    no(
                            "A dhcpd that is told to pause stays so for ever: nothing that its"
                                    + " partner says ends it. Stop it on its machine instead; its"
                                    + " partner serves its own share then.");
            case Command.Resume _ ->
                    no(
                            "A dhcpd that was shut down has ended; start it on its machine. It"
                                    + " recovers by itself.");
            case Command.Recover _ ->
                    no(
                            "A dhcpd takes the order in any state, also where it ends from it or"
                                    + " its partner is not there to recover from. If its leases are"
                                    + " lost, stop it, take its lease file away, make an empty one,"
                                    + " and start it: it recovers by itself.");
            case Command.FullUpdate _, Command.Rebalance _ ->
                    no(
                            "A dhcpd does that by itself; its OMAPI has no order for it."
                                    + " Twinlease as its partner can ask.");
            case Command.BeginDrill _, Command.HoldDrill _, Command.EndDrill _ ->
                    no("No live drill can be done to a dhcpd: " + DRILLS);
        };
    }

    private static Preview partnerDown(Command.PartnerDown down, FailoverView pair, long now) {
        ServerState mine = pair.state();
        String since = clock(pair.since());
        if (mine == ServerState.PARTNER_DOWN) return no("It is in partner-down already.");
        if (mine == ServerState.NORMAL) {
            return no(
                    "The partner answers. Two servers that both serve all would double addresses.");
        }
        if (mine == ServerState.STARTUP) {
            return no(
                    "It has just started and may hear its partner yet; in some seconds it is in"
                            + " another state.");
        }
        if (mine != ServerState.COMMUNICATIONS_INTERRUPTED) {
            return no(
                    "A dhcpd may be told so in communications-interrupted only: this one is in "
                            + mine.word()
                            + " since "
                            + since
                            + ", and may not know who has which address.");
        }
        if (pair.partner() == ServerState.PARTNER_DOWN) {
            return no(
                    "The partner was in partner-down itself when it was heard last, and may have"
                            + " given this server's addresses. Let the two talk first.");
        }
        if (pair.mclt() == 0) return no("The MCLT is not known: the primary was never heard.");
        if (down.noLeases()) return no("This dhcpd knows the leases; leave out --no-leases.");
        if (Math.abs(down.since() - now) > TOLERANCE) {
            return no(
                    "A dhcpd counts MCLT from when it is told, not from when its partner went down;"
                            + " leave out --as-of.");
        }
        return yes(
                "This server serves every client at once, and gives the partner's free addresses"
                        + " from %s on (MCLT %s from now). It has been in %s since %s. Be certain that the partner is down: if it still serves, addresses are given twice."
                                .formatted(
                                        clock(now + pair.mclt() + 1),
                                        Sentences.duration(pair.mclt()),
                                        mine.word(),
                                        since)
                        + (down.reason().isEmpty()
                                ? ""
                                : " A dhcpd keeps no reason; note it where you keep yours."));
    }

    private static Preview shutDown(FailoverView pair) {
        if (pair.state() != ServerState.NORMAL) {
            return no("Only in normal: this server is in " + pair.state().word() + ".");
        }
        return yes(
                "This dhcpd ends within 20 s, and cannot be started from here. Its partner is told"
                        + " nothing: it is in communications-interrupted then and serves its own"
                        + " share, until it is told partner-down. When the dhcpd is started again,"
                        + " it recovers, and answers nobody before MCLT (%s) has passed. %d updates are unacknowledged."
                                .formatted(
                                        Sentences.duration(pair.mclt()),
                                        pair.link().unacknowledged()));
    }

    private static Preview yes(String words) {
        return new Preview(true, words);
    }

    private static Preview no(String words) {
        return new Preview(false, words);
    }

    private static String clock(long second) {
        return Instant.ofEpochSecond(second).toString();
    }
}
