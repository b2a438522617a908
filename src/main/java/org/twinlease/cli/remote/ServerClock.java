package org.twinlease.cli.remote;

import org.twinlease.api.Connection;
import org.twinlease.cli.Refused;
import org.twinlease.cli.Remote;
import org.twinlease.control.Query;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;

/// Times that people give and read, by the clock of the server that they are about.
final class ServerClock {

    private ServerClock() {}

    static long millis(Connection server) throws Refused {
        return Remote.ask(server, new Query.Counters()).atMillis();
    }

    static long seconds(Connection server) throws Refused {
        return Math.floorDiv(millis(server), 1000L);
    }

    /// A time in seconds since 1970: RFC 3339 (`2026-05-01T11:58:00Z`), the last time that it was
    /// so late of a day in UTC (`11:58`), or how long ago (`90s`, `15m`, `2h`).
    static long read(String text, long now) throws Refused {
        try {
            if (text.matches("[0-9]{1,6}[smhd]")) {
                long count = Long.parseLong(text.substring(0, text.length() - 1));
                return now - count * unit(text.charAt(text.length() - 1));
            }
            if (text.matches("[0-9]{2}:[0-9]{2}(:[0-9]{2})?")) {
                long midnight = now - Math.floorMod(now, 86_400);
                long second = midnight + LocalTime.parse(text).toSecondOfDay();
                return second <= now ? second : second - 86_400;
            }
            return Instant.parse(text).getEpochSecond();
        } catch (DateTimeException wrong) {
            throw Refused.input(
                    text
                            + " is no time; write 2026-05-01T11:58:00Z, 11:58 (UTC), or how long"
                            + " ago: 15m");
        }
    }

    private static long unit(char unit) {
        return switch (unit) {
            case 'm' -> 60;
            case 'h' -> 3_600;
            case 'd' -> 86_400;
            default -> 1;
        };
    }
}
