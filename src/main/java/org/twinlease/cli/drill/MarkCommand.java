package org.twinlease.cli.drill;

import org.jspecify.annotations.Nullable;
import org.twinlease.api.Connection;
import org.twinlease.cli.Exit;
import org.twinlease.cli.Job;
import org.twinlease.cli.Refused;
import org.twinlease.cli.Remote;
import org.twinlease.control.LiveMark;
import org.twinlease.control.Outcome;
import org.twinlease.control.Preview;
import org.twinlease.control.Query;
import org.twinlease.drill.script.Times;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.Locale;
import java.util.OptionalLong;

/// `twinlease drill mark`.
@Command(
        name = "mark",
        description = {
            "Say whether live drills may be done to running servers: lab, until the mark is taken"
                    + " off; maintenance, for a window that --for says; none, not any more.",
            "The mark is kept in the servers' records of the past with its reason, and ends with"
                    + " their processes. Ends with 1 when it is refused."
        })
final class MarkCommand extends Job {

    /// What a server is marked as.
    enum Mark {
        LAB,
        MAINTENANCE,
        NONE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Parameters(paramLabel = "MARK", description = "${COMPLETION-CANDIDATES}.")
    Mark mark = Mark.NONE;

    @Mixin PairServers servers = new PairServers();

    @Option(
            names = "--for",
            paramLabel = "TIME",
            description = "How long the maintenance window is, as in 90m or 2h.")
    @Nullable String window;

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            description = "Why, in your words; kept in the servers' records of the past.")
    String reason = "";

    MarkCommand(Tools tools) {
        super(tools);
    }

    @Override
    protected Exit run() throws Refused {
        long seconds = 0;
        if (window != null) {
            OptionalLong span = Times.span(window);
            if (span.isEmpty()) throw Refused.input("--for " + window + " is no time such as 2h");
            seconds = span.getAsLong();
        }
        var order =
                new org.twinlease.control.Command.MarkDrills(
                        LiveMark.valueOf(mark.name()), seconds, reason);
        for (Connection server : servers.open(programs)) {
            String name = Remote.ask(server, new Query.Status()).name();
            Preview preview = Remote.ask(server, new Query.Consequence(order));
            if (preview.allowed()) {
                Outcome outcome = Remote.answer(server.submit(order));
                if (outcome instanceof Outcome.Refused(String why))
                    preview = new Preview(false, why);
            }
            if (!preview.allowed()) throw new Refused(Exit.FINDINGS, name + ": " + preview.words());
            terminal.say(name + ": " + preview.words());
        }
        return Exit.CLEAN;
    }
}
