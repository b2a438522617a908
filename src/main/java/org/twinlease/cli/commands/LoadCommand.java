package org.twinlease.cli.commands;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.jspecify.annotations.Nullable;
import org.twinlease.cli.Exit;
import org.twinlease.cli.Job;
import org.twinlease.cli.LoadOptions;
import org.twinlease.cli.LoadResult;
import org.twinlease.cli.Refused;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.util.List;

/// `twinlease load`.
@Command(
        name = "load",
        description = {
            "Make load as a relay does; needs no root.",
            "Ends with 1 when an address was given to two clients, with 3 when nobody answered."
        })
final class LoadCommand extends Job {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Option(
            names = "--server",
            required = true,
            split = ",",
            paramLabel = "ADDR[:PORT]",
            description = "A server, or several with commas.")
    List<String> servers = List.of();

    @Option(
            names = "--giaddr",
            paramLabel = "ADDR",
            description = "The relay's address, one of this machine's.")
    @Nullable String giaddr;

    @Option(
            names = "--clients",
            paramLabel = "N",
            description = "How many clients. Default: 10000.")
    int clients = 10_000;

    @Option(
            names = "--rate",
            paramLabel = "R",
            description = "Exchanges begun a second; without it a new one begins when one ends.")
    double rate;

    @Option(
            names = "--window",
            paramLabel = "W",
            description = "How many exchanges are under way at a time. Default: 32.")
    int window = 32;

    @Option(names = "--seconds", paramLabel = "S", description = "For how long. Default: 5.")
    double seconds = 5;

    @Option(
            names = "--mix",
            paramLabel = "MIX",
            description = "dora, renew, release or discover. Default: dora.")
    String mix = "dora";

    @Option(names = "--json", description = "As one JSON document.")
    boolean json;

    LoadCommand(Tools tools) {
        super(tools);
    }

    @Override
    protected Exit run() throws Refused {
        LoadResult result =
                programs.load(
                        new LoadOptions(servers, giaddr, clients, rate, window, seconds, mix));
        if (json) terminal.say(JSON.valueToTree(result).toPrettyString());
        else words(result);
        if (result.completed() == 0 && result.refused() == 0) return Exit.UNREACHABLE;
        return result.duplicates() > 0 ? Exit.FINDINGS : Exit.CLEAN;
    }

    private void words(LoadResult r) {
        terminal.say(
                "%.0f %s/s: %d begun, %d done, %d without an answer, %d refused, %d addresses given twice"
                        .formatted(
                                r.perSecond(),
                                mix,
                                r.started(),
                                r.completed(),
                                r.dropped(),
                                r.refused(),
                                r.duplicates()));
        terminal.say(
                "OFFER p50 %d us, p99 %d us; ACK p50 %d us, p99 %d us"
                        .formatted(r.offerP50(), r.offerP99(), r.ackP50(), r.ackP99()));
    }
}
