package org.twinlease.cli.remote;

import org.twinlease.api.Connection;
import org.twinlease.cli.Refused;
import org.twinlease.cli.Remote;
import org.twinlease.control.Moment;
import org.twinlease.control.Query;

import java.time.ZoneOffset;
import java.util.OptionalLong;

/// Times that people give and read, by the clock of the server that they are about.
final class ServerClock {

    private ServerClock() {}

    static long millis(Connection server) throws Refused {
        return Remote.ask(server, new Query.Counters()).atMillis();
    }

    static long seconds(Connection server) throws Refused {
        return Math.floorDiv(millis(server), 1000L);
    }

    /// A time in seconds since 1970, as [Moment] reads it in UTC.
    static long read(String text, long now) throws Refused {
        OptionalLong second = Moment.read(text, now, ZoneOffset.UTC);
        if (second.isPresent()) return second.getAsLong();
        throw Refused.input(
                text
                        + " is no time; write 2026-05-01T11:58:00Z, 11:58 (UTC), or how long"
                        + " ago: 15m");
    }
}
