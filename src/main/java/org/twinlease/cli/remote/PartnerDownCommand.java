package org.twinlease.cli.remote;

import org.jspecify.annotations.Nullable;
import org.twinlease.cli.Refused;
import org.twinlease.control.Command;

import picocli.CommandLine.Option;

/// `twinlease partner-down`.
@picocli.CommandLine.Command(
        name = "partner-down",
        description = {
            "Tell a server that its failover partner is down, so that it serves everybody and,"
                    + " after MCLT, from the partner's addresses too.",
            "Says what would happen; does it only with --i-have-checked, since two servers that"
                    + " both serve everybody give addresses twice. Ends with 1 when it is refused."
        })
final class PartnerDownCommand extends PairCommand {

    @Option(
            names = "--as-of",
            paramLabel = "TIME",
            description =
                    "Since when the partner is down: 2026-05-01T11:58:00Z, 11:58 (UTC), or how long"
                            + " ago: 15m. Default: since now.")
    @Nullable String since;

    @Option(
            names = "--i-have-checked",
            description =
                    "The partner is off and stays off until it can talk to this server again.")
    boolean checked;

    @Option(
            names = "--no-leases",
            description =
                    "No client has a lease of the pair: it is new, or all have ended. Only for a"
                            + " server that has no leases itself and cannot get its partner's.")
    boolean noLeases;

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            description = "Why, in your words; kept in the server's record of the past.")
    String reason = "";

    PartnerDownCommand(Tools tools) {
        super(tools);
    }

    @Override
    Command order(String name, long nowSeconds) throws Refused {
        long from = since == null ? nowSeconds : ServerClock.read(since, nowSeconds);
        return new Command.PartnerDown(name, from, noLeases, reason);
    }

    @Override
    @Nullable String objection(boolean dhcpd) {
        return checked
                ? null
                : "nothing was done: make sure that the partner is off, then add --i-have-checked";
    }
}
