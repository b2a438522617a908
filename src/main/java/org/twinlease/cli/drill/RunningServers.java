package org.twinlease.cli.drill;

import org.jspecify.annotations.Nullable;
import org.twinlease.cli.Programs;
import org.twinlease.cli.Refused;
import org.twinlease.cli.Tokens;
import org.twinlease.drill.Original;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.List;

/// The servers whose pair is rehearsed on as it runs: the options that name them. They are asked
/// once, and told nothing.
final class RunningServers {

    @Option(
            names = "--connect",
            split = ",",
            paramLabel = "URL",
            description =
                    "Rehearse on the pair that runs here, as it is now: the control APIs of both"
                            + " servers, as in http://127.0.0.1:8067. Of a server that has none,"
                            + " give its --config or --partner-config. Its leases are then those of"
                            + " its partner.")
    List<String> urls = List.of();

    @Mixin Tokens tokens = new Tokens();

    @Option(
            names = "--peer",
            paramLabel = "NAME",
            description = "The failover peer, where the servers have several. Default: the first.")
    @Nullable String peer;

    boolean isGiven() {
        return !urls.isEmpty();
    }

    Original original(Programs programs, List<String> configs) throws Refused {
        return programs.running(programs.connect(urls, tokens.files()), peer, configs);
    }
}
