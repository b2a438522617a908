package org.twinlease.isc;

import org.twinlease.isc.tree.Cursor;
import org.twinlease.isc.tree.Token;
import org.twinlease.lease.Lease;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;

/// Dates of dhcpd.conf and dhcpd.leases (`spec/dhcpd-conf.md` 3.9, `dhcpd-leases.md` 4), in seconds
/// since 1970 UTC. dhcpd holds times in 31 bits: 2038 and later read as "never", [Lease#NEVER].
public final class Dates {
    private static final long LAST = 0x7FFF_FFFFL;

    private Dates() {}

    /// Reads `never`, `epoch N`, or weekday, date and time with an offset that is added.
    public static long read(Cursor cursor) {
        if (cursor.skip("never")) return Lease.NEVER;
        if (cursor.skip("epoch")) return limited(number(cursor, "the seconds since 1970"));
        number(cursor, "the day of the week");
        long year = number(cursor, "the year");
        separator(cursor, "/");
        long month = number(cursor, "the month");
        separator(cursor, "/");
        long day = number(cursor, "the day");
        long seconds = 3600 * number(cursor, "the hour");
        separator(cursor, ":");
        seconds += 60 * number(cursor, "the minute");
        separator(cursor, ":");
        seconds += number(cursor, "the second");
        if (cursor.peek().kind() == Token.Kind.NUMBER && !cursor.atEnd()) {
            seconds += cursor.decimal("the offset");
        }
        return seconds(year, month, day, seconds);
    }

    private static long number(Cursor cursor, String what) {
        if (!endsHere(cursor)) return cursor.decimal(what);
        throw cursor.misreadBefore("number-expected", "Expected " + what + ", found ';'.", "");
    }

    private static void separator(Cursor cursor, String text) {
        if (!endsHere(cursor)) cursor.expect(text, "date-expected");
        else throw cursor.misreadBefore("date-expected", "Expected '" + text + "' and more.", "");
    }

    /// Whether a semicolon comes next: dhcpd leaves that alone.
    private static boolean endsHere(Cursor cursor) {
        return cursor.atEnd() && cursor.peek().is(";");
    }

    /// The time of a year, month, day, hour, minute and second, with an offset that is added.
    public static long seconds(long[] parts, long offset) {
        long time = 3600 * parts[3] + 60 * parts[4] + parts[5];
        return seconds(parts[0], parts[1], parts[2], time + offset);
    }

    private static long seconds(long written, long month, long day, long seconds) {
        long year = written < 1900 ? written + 1900 : written;
        if (year >= 2038) return Lease.NEVER;
        return limited(days(year, month, day) * 86_400 + seconds);
    }

    /// A time as dhcpd writes it, in UTC with the day of the week.
    static String write(long seconds) {
        if (seconds >= LAST) return "never";
        LocalDateTime t = LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC);
        return String.format(
                Locale.ROOT,
                "%d %d/%02d/%02d %02d:%02d:%02d",
                t.getDayOfWeek().getValue() % 7,
                t.getYear(),
                t.getMonthValue(),
                t.getDayOfMonth(),
                t.getHour(),
                t.getMinute(),
                t.getSecond());
    }

    private static long limited(long seconds) {
        return seconds >= LAST ? Lease.NEVER : Math.max(0, seconds);
    }

    /// Days since 1970; fields out of their range simply add up, as in dhcpd.
    private static long days(long year, long month, long day) {
        long y = month > 2 ? year : year - 1;
        long m = month > 2 ? month - 3 : month + 9;
        return 365 * y
                + Math.floorDiv(y, 4)
                - Math.floorDiv(y, 100)
                + Math.floorDiv(y, 400)
                + (153 * m + 2) / 5
                + day
                - 1
                - 719_468;
    }
}
