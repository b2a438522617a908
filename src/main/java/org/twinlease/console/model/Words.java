package org.twinlease.console.model;

import org.twinlease.control.Sentences;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// How numbers and times are written, the same on every page.
public final class Words {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter SHORT_CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter FULL =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private Words() {}

    /// Thousands apart: 78,112.
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /// One thing or several: "1 lease", "12 leases".
    public static String count(long number, String one, String many) {
        return count(number) + " " + (number == 1 ? one : many);
    }

    /// A rate: small ones with a decimal.
    public static String rate(double perSecond) {
        if (perSecond == 0) return "0";
        return perSecond < 9.95
                ? String.format(Locale.ROOT, "%.1f", perSecond)
                : count(Math.round(perSecond));
    }

    /// A number with its sign; a true minus, as wide as the plus.
    public static String signed(double number, String format) {
        String digits = String.format(Locale.ROOT, format, Math.abs(number));
        return (number < 0 ? "\u2212" : "+") + digits;
    }

    /// Seconds between two clocks with a decimal; nothing is neither ahead nor behind.
    public static String skew(long millis) {
        return Math.abs(millis) < 50 ? "0.0" : signed(millis / 1_000.0, "%.1f");
    }

    /// Time of day with seconds.
    public static String clock(long millis, ZoneId zone) {
        return Instant.ofEpochMilli(millis).atZone(zone).format(CLOCK);
    }

    /// A moment as short as it is clear: the time today, day and time otherwise.
    public static String moment(long millis, long nowMillis, ZoneId zone) {
        var at = Instant.ofEpochMilli(millis).atZone(zone);
        LocalDate today = Instant.ofEpochMilli(nowMillis).atZone(zone).toLocalDate();
        return at.format(at.toLocalDate().equals(today) ? SHORT_CLOCK : DAY);
    }

    /// A moment in full, for records.
    public static String full(long seconds, ZoneId zone) {
        return Instant.ofEpochSecond(seconds).atZone(zone).format(FULL);
    }

    /// How long ago, in words.
    public static String ago(long thenMillis, long nowMillis) {
        long seconds = Math.max(0, (nowMillis - thenMillis) / 1000);
        return seconds < 2 ? Text.of("time.now") : Text.of("time.ago", coarse(seconds));
    }

    /// A duration in its one largest unit.
    public static String coarse(long seconds) {
        String words = Sentences.duration(seconds);
        int second = words.indexOf(' ', words.indexOf(' ') + 1);
        return second < 0 || (seconds >= 3_600 && seconds < 36_000)
                ? words
                : words.substring(0, second);
    }

    /// What is left of a time as a clock: 04:45, 7:31:00, 3 d 04 h.
    public static String countdown(long seconds) {
        if (seconds >= 86_400) {
            return String.format(
                    Locale.ROOT, "%d d %02d h", seconds / 86_400, seconds % 86_400 / 3_600);
        }
        if (seconds >= 3_600) {
            return String.format(
                    Locale.ROOT,
                    "%d:%02d:%02d",
                    seconds / 3_600,
                    seconds % 3_600 / 60,
                    seconds % 60);
        }
        return String.format(Locale.ROOT, "%02d:%02d", seconds / 60, seconds % 60);
    }

    /// An answer time: microseconds below a millisecond, else milliseconds.
    public static String micros(long micros) {
        if (micros < 0) return "";
        if (micros < 1_000) return micros + " \u00b5s";
        return String.format(Locale.ROOT, "%.2f ms", micros / 1_000.0);
    }

    /// A difference of answer times, with its sign, in the unit that they are in.
    public static String signedMicros(double difference) {
        String size = micros(Math.round(Math.abs(difference)));
        return (difference < 0 ? "\u2212" : "+") + size;
    }

    /// Octets in the unit that is easy to read: 412 kB, 38 MB, 1.2 GB.
    public static String bytes(long bytes) {
        if (bytes < 1_000_000) return count(bytes / 1_000) + " kB";
        if (bytes < 1_000_000_000) return count(bytes / 1_000_000) + " MB";
        return rate(bytes / 1e9) + " GB";
    }

    /// A share as whole percent; "under 1 %" for what would look like nothing.
    public static String percent(long part, long whole) {
        if (whole == 0) return "0 %";
        double percent = 100.0 * part / whole;
        return part > 0 && percent < 1 ? Text.of("percent.tiny") : Math.round(percent) + " %";
    }
}
