package org.twinlease.cli.remote;

import org.jspecify.annotations.Nullable;
import org.twinlease.api.Connection;
import org.twinlease.cli.Exit;
import org.twinlease.cli.Programs;
import org.twinlease.cli.Refused;
import org.twinlease.cli.Remote;
import org.twinlease.control.Command;
import org.twinlease.control.FailoverView;
import org.twinlease.control.Outcome;
import org.twinlease.control.Preview;
import org.twinlease.control.Query;

import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// The running server that a command talks to: the options that name it, and what it is asked.
final class Server {

    @Option(
            names = "--connect",
            required = true,
            paramLabel = "URL",
            description =
                    "The server's control API, as in http://127.0.0.1:8067; or a dhcpd's OMAPI, as"
                            + " in omapi://10.0.0.2:7911, with /NAME of its failover peer behind it"
                            + " unless --token-file is its dhcpd.conf.")
    String url = "";

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description =
                    "The server's token, which it keeps as api.token in its data folder. A server"
                        + " that the same person started on this machine needs none named here. Of"
                        + " a dhcpd: its dhcpd.conf, or a file with the key that its omapi-key"
                        + " names.")
    @Nullable Path token;

    Connection open(Programs programs) throws Refused {
        return programs.connect(url, token);
    }

    /// Gives an order; what is refused ends the command.
    static void order(Connection server, Command command) throws Refused {
        if (Remote.answer(server.submit(command)) instanceof Outcome.Refused(String why)) {
            throw new Refused(Exit.FINDINGS, why);
        }
    }

    /// What an order would do; what would be refused ends the command.
    static String consequence(Connection server, Command command) throws Refused {
        Preview preview = Remote.ask(server, new Query.Consequence(command));
        if (!preview.allowed()) throw new Refused(Exit.FINDINGS, preview.words());
        return preview.words();
    }

    /// The failover relationship that is meant: the only one, unless a name says which.
    static FailoverView peer(Connection server, @Nullable String name) throws Refused {
        List<FailoverView> pairs = Remote.ask(server, new Query.Failover());
        if (pairs.isEmpty()) {
            throw new Refused(
                    Exit.FINDINGS, "the server has no failover peer in its configuration");
        }
        String names =
                pairs.stream()
                        .map(pair -> '"' + pair.name() + '"')
                        .collect(Collectors.joining(", "));
        if (name == null) {
            if (pairs.size() == 1) return pairs.getFirst();
            throw Refused.input("which failover peer? Name one with --peer: " + names);
        }
        for (FailoverView pair : pairs) if (pair.name().equals(name)) return pair;
        throw Refused.input("there is no failover peer \"" + name + "\"; there is " + names);
    }
}
