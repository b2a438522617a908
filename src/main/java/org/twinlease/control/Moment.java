package org.twinlease.control;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.OptionalLong;

/// Times as people write them.
public final class Moment {

    private Moment() {}

    /// A time in seconds since 1970: RFC 3339 (`2026-05-01T11:58:00Z`), the last time that it was
    /// so late of a day in the zone (`11:58`, `11:58:30`), or how long ago (`90s`, `15m`, `2h`,
    /// `1d`). `now` is in seconds since 1970; nothing when the text is none of these.
    public static OptionalLong read(String text, long now, ZoneId zone) {
        try {
            if (text.matches("[0-9]{1,6}[smhd]")) {
                long count = Long.parseLong(text.substring(0, text.length() - 1));
                return OptionalLong.of(now - count * unit(text.charAt(text.length() - 1)));
            }
            if (text.matches("[0-9]{2}:[0-9]{2}(:[0-9]{2})?")) {
                ZonedDateTime today = Instant.ofEpochSecond(now).atZone(zone);
                ZonedDateTime at = today.with(LocalTime.parse(text));
                long second = at.toEpochSecond();
                return OptionalLong.of(second <= now ? second : at.minusDays(1).toEpochSecond());
            }
            return OptionalLong.of(Instant.parse(text).getEpochSecond());
        } catch (DateTimeException wrong) {
            return OptionalLong.empty();
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
