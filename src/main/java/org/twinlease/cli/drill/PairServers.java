package org.twinlease.cli.drill;

import org.jspecify.annotations.Nullable;
import org.twinlease.api.Connection;
import org.twinlease.cli.Exit;
import org.twinlease.cli.Programs;
import org.twinlease.cli.Refused;
import org.twinlease.cli.Remote;
import org.twinlease.cli.Tokens;
import org.twinlease.control.FailoverView;
import org.twinlease.control.Query;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.ArrayList;
import java.util.List;

/// The running servers of a pair that a live drill is about: the options that name them, and who of
/// them is A and who is B.
final class PairServers {

    @Option(
            names = "--connect",
            required = true,
            split = ",",
            paramLabel = "URL",
            description =
                    "The control APIs of both servers, as in http://127.0.0.1:8067; or of the one"
                        + " that has one, with a dhcpd's OMAPI (omapi://10.0.0.3:7911) beside it,"
                        + " which is watched only.")
    List<String> urls = List.of();

    @Mixin Tokens tokens = new Tokens();

    @Option(
            names = "--peer",
            paramLabel = "NAME",
            description = "The failover peer, where the servers have several. Default: the first.")
    @Nullable String peer;

    /// A server of the pair: `A`, the primary, or `B`; what it is called; its way in; and the
    /// relationship as it was when it was asked.
    record Seat(String letter, String server, Connection connection, FailoverView pair) {

        /// The relationship as it is now.
        FailoverView now() throws Refused {
            for (FailoverView view : Remote.ask(connection, new Query.Failover())) {
                if (view.name().equals(pair.name())) return view;
            }
            throw new Refused(
                    Exit.FINDINGS,
                    server + " has no failover peer \"" + pair.name() + "\" any more");
        }

        /// Its clock, milliseconds since 1970.
        long millis() throws Refused {
            return Remote.ask(connection, new Query.Counters()).atMillis();
        }
    }

    List<Connection> open(Programs programs) throws Refused {
        return programs.connect(urls, tokens.files());
    }

    /// Everybody who was named, A first.
    List<Seat> seats(Programs programs) throws Refused {
        List<Seat> seats = new ArrayList<>();
        for (Connection each : open(programs)) {
            String name = Remote.ask(each, new Query.Status()).name();
            FailoverView view = view(name, Remote.ask(each, new Query.Failover()));
            seats.add(new Seat(view.primary() ? "A" : "B", name, each, view));
        }
        seats.sort((a, b) -> a.letter().compareTo(b.letter()));
        return seats;
    }

    private FailoverView view(String server, List<FailoverView> all) throws Refused {
        for (FailoverView view : all) if (peer == null || view.name().equals(peer)) return view;
        throw Refused.input(
                server + " has no failover peer" + (peer == null ? "" : " \"" + peer + "\""));
    }
}
