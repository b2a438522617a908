package org.twinlease.cli.remote;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;

import org.twinlease.api.Connection;
import org.twinlease.cli.Exit;
import org.twinlease.cli.Job;
import org.twinlease.cli.Refused;
import org.twinlease.cli.Remote;
import org.twinlease.cli.Tokens;
import org.twinlease.cli.lines.Status;
import org.twinlease.cli.lines.StatusJson;
import org.twinlease.cli.lines.StatusText;
import org.twinlease.control.Query;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.ArrayList;
import java.util.List;

/// `twinlease status`.
@Command(
        name = "status",
        description = {
            "Say how a running server is: its failover peers with both states as it knows them,"
                    + " since when, last heard, unacknowledged updates, clocks, pools and leases.",
            "Ends with 1 while something needs an operator, with 3 when a server cannot be reached."
        })
final class StatusCommand extends Job {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Option(
            names = "--connect",
            required = true,
            split = ",",
            paramLabel = "URL",
            description =
                    "The server's control API, as in http://127.0.0.1:8067, or a dhcpd's OMAPI, as"
                            + " in omapi://10.0.0.2:7911, with /NAME of its failover peer behind it"
                            + " unless --token-file is its dhcpd.conf; or both of a pair.")
    List<String> urls = List.of();

    @Mixin Tokens tokens = new Tokens();

    @Option(names = "--json", description = "As one JSON document; an array of them for several.")
    boolean json;

    StatusCommand(Tools tools) {
        super(tools);
    }

    @Override
    protected Exit run() throws Refused {
        List<Status> all = new ArrayList<>();
        for (Connection server : programs.connect(urls, tokens.files())) all.add(status(server));
        if (json && all.size() == 1) {
            terminal.say(StatusJson.of(all.getFirst()).toPrettyString());
        } else if (json) {
            ArrayNode array = JSON.createArrayNode();
            all.forEach(status -> array.add(StatusJson.of(status)));
            terminal.say(array.toPrettyString());
        } else {
            for (Status status : all) StatusText.of(status).forEach(terminal::say);
        }
        return all.stream().allMatch(Status::isWell) ? Exit.CLEAN : Exit.FINDINGS;
    }

    private static Status status(Connection server) throws Refused {
        return new Status(
                Remote.ask(server, new Query.Status()),
                Remote.ask(server, new Query.Counters()),
                Remote.ask(server, new Query.Failover()),
                Remote.ask(server, new Query.Pools()));
    }
}
