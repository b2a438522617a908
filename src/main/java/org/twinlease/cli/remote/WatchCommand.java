package org.twinlease.cli.remote;

import org.jspecify.annotations.Nullable;
import org.twinlease.api.ApiFault;
import org.twinlease.api.Connection;
import org.twinlease.cli.Exit;
import org.twinlease.cli.Job;
import org.twinlease.cli.Refused;
import org.twinlease.cli.Remote;
import org.twinlease.cli.lines.NoticeJson;
import org.twinlease.cli.lines.NoticeText;
import org.twinlease.control.ControlChannel;
import org.twinlease.control.Notice;
import org.twinlease.control.Query;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// `twinlease watch`.
@Command(
        name = "watch",
        description = {
            "Write what a running server tells, as it happens, until interrupted.",
            "Every JSON line has a token; --after TOKEN goes on behind it, so that nothing is"
                + " missed as long as the server remembers it; a resync says that it does not. A"
                + " lost connection is made again."
        })
final class WatchCommand extends Job {

    @Mixin Server server = new Server();

    @Option(names = "--json", description = "As one JSON object a line.")
    boolean json;

    @Option(
            names = "--after",
            paramLabel = "TOKEN",
            description = "Where to go on. Default: from now on.")
    @Nullable String after;

    @Option(
            names = "--all",
            description = "Also what comes every second (counters) in the text for people.")
    boolean all;

    @Option(names = "--count", paramLabel = "N", description = "End after N notices.")
    long count;

    /// What comes from the connection's thread.
    private sealed interface Event {
        record Heard(String token, Notice notice) implements Event {}

        record Lost(ApiFault why) implements Event {}
    }

    WatchCommand(Tools tools) {
        super(tools);
    }

    @Override
    protected Exit run() throws Refused {
        Connection connection = server.open(programs);
        // A wrong token or address ends the command; what happens later is waited for.
        var _ = Remote.ask(connection, new Query.Status());
        BlockingQueue<Event> events = new LinkedBlockingQueue<>(1_000);
        try (ControlChannel.Watch _ = connection.follow(after, into(events))) {
            long seen = 0;
            while (count == 0 || seen < count) {
                switch (events.take()) {
                    case Event.Lost(ApiFault why) -> terminal.complain(why.getMessage() + "");
                    case Event.Heard(String token, Notice notice) -> {
                        if (show(token, notice)) seen++;
                    }
                }
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
        return Exit.CLEAN;
    }

    private boolean show(String token, Notice notice) {
        String line = json ? NoticeJson.of(token, notice) : NoticeText.of(notice, all);
        if (line == null) return false;
        terminal.say(line);
        return true;
    }

    private static Connection.Follower into(BlockingQueue<Event> events) {
        return new Connection.Follower() {
            @Override
            public void heard(String token, Notice notice) {
                put(new Event.Heard(token, notice));
            }

            @Override
            public void lost(ApiFault why) {
                put(new Event.Lost(why));
            }

            // A slow reader of our lines makes the connection wait, and the server drop.
            private void put(Event event) {
                try {
                    events.put(event);
                } catch (InterruptedException end) {
                    Thread.currentThread().interrupt();
                }
            }
        };
    }
}
