package org.twinlease.app.sim;

import org.jspecify.annotations.Nullable;
import org.twinlease.api.ApiFault;
import org.twinlease.cli.Exit;
import org.twinlease.cli.Refused;
import org.twinlease.cli.Remote;
import org.twinlease.control.ConfView;
import org.twinlease.control.ControlChannel;
import org.twinlease.control.FailoverView;
import org.twinlease.control.LeasePage;
import org.twinlease.control.LeaseView;
import org.twinlease.control.PacketView;
import org.twinlease.control.Query;
import org.twinlease.control.ServerView;
import org.twinlease.lease.Lease;
import org.twinlease.sim.twin.Present.Stand;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;

/// What a running server told of itself at one moment (`millis` since 1970, by its clock): who it
/// is, since when it runs, its configuration, its relationship, its leases, and the newest packets.
record Snapshot(
        ServerView status,
        long millis,
        ConfView conf,
        FailoverView view,
        List<Lease> leases,
        List<PacketView> packets) {

    /// How many packets are asked for, the most that a server tells.
    static final int PACKETS = 10_000;

    private static final int PAGE = 10_000;

    /// Asks a server; null when it does not answer.
    ///
    /// @throws Refused when it does not let us in, or has no such relationship
    static @Nullable Snapshot of(ControlChannel server, @Nullable String peer) throws Refused {
        ServerView status;
        try {
            status = Remote.ask(server, new Query.Status());
        } catch (IllegalStateException gone) {
            return null;
        } catch (Refused refused) {
            if (refused.exit() == Exit.UNREACHABLE) return null;
            throw refused;
        }
        FailoverView view = view(status.name(), Remote.ask(server, new Query.Failover()), peer);
        List<Lease> leases = new ArrayList<>();
        long millis = Remote.ask(server, new Query.Counters()).atMillis();
        Ip4 from = Ip4.ZERO;
        while (from != null) {
            LeasePage page = Remote.ask(server, new Query.Leases(from, PAGE, true));
            for (LeaseView each : page.leases()) {
                Lease lease = lease(each);
                if (!lease.isUnused()) leases.add(lease);
            }
            from = page.next();
        }
        return new Snapshot(
                status,
                millis,
                conf(server),
                view,
                leases,
                Remote.ask(server, new Query.RecentPackets(PACKETS)));
    }

    /// A server of an earlier version has no such question.
    private static ConfView conf(ControlChannel server) throws Refused {
        try {
            return server.ask(new Query.Configuration()).join();
        } catch (CompletionException failed) {
            boolean unknown =
                    failed.getCause() instanceof ApiFault fault
                            && fault.kind() == ApiFault.Kind.REFUSED;
            if (unknown) return ConfView.UNKNOWN;
            throw new Refused(Exit.UNREACHABLE, "the server has gone while it was asked");
        }
    }

    private static FailoverView view(String server, List<FailoverView> all, @Nullable String peer)
            throws Refused {
        for (FailoverView view : all) if (peer == null || view.name().equals(peer)) return view;
        throw Refused.input(
                peer == null
                        ? server + " has no failover peer, so there is no pair to rehearse on"
                        : server + " has no failover peer \"" + peer + "\"");
    }

    /// The lease as a server keeps it. What the partner may know of it follows from its state, as
    /// with a lease file.
    private static Lease lease(LeaseView view) {
        int flags = view.reserved() ? Lease.RESERVED : 0;
        if (view.bootp()) flags |= Lease.BOOTP;
        flags |=
                switch (view.state()) {
                    case ACTIVE -> Lease.TOLD_ACTIVE;
                    case EXPIRED, RELEASED, RESET -> Lease.TOLD_ENDED;
                    case FREE, BACKUP, ABANDONED -> 0;
                };
        String host = view.hostname();
        return new Lease(
                view.address(),
                view.state(),
                flags,
                view.hardware(),
                view.clientId(),
                host == null ? null : Octets.ofText(host),
                null,
                view.starts(),
                view.ends(),
                view.cltt(),
                view.tstp(),
                view.tsfp(),
                view.atsfp());
    }

    /// What it is called.
    String server() {
        return status.name();
    }

    /// How it stands in its relationship.
    Stand stand() {
        return new Stand(true, view.state(), view.since(), view.partner(), view.partnerSince());
    }
}
