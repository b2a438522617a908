package org.twinlease.drill.script;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How times are written in a drill: how long (`45s`, `1h30m`, `2 minutes`), and when (`12:00`,
/// `12:00:30`; `27:00` is three o'clock of the next day).
public final class Times {

    private static final Pattern SPAN =
            Pattern.compile(
                    "([+-])?(?:(\\d{1,4})d)?(?:(\\d{1,5})h)?(?:(\\d{1,6})m)?(?:(\\d{1,8})s)?");
    private static final Pattern MOMENT = Pattern.compile("(\\d{1,3}):(\\d\\d)(?::(\\d\\d))?");
    private static final String ONE =
            "\\d+\\s*(?:d|days?|h|hrs?|hours?|m|mins?|minutes?|s|secs?|seconds?)(?![a-z])";

    /// How a span may be written in a line, as a regular expression without groups.
    public static final String WRITTEN = ONE + "(?:(?:\\s+and)?\\s*" + ONE + ")*(?![\\w:])";

    private static final Pattern LOOSE =
            Pattern.compile("(?<![\\w.:+-])[+-]?" + WRITTEN, Pattern.CASE_INSENSITIVE);
    private static final long[] UNITS = {86_400, 3_600, 60, 1};
    private static final String LETTERS = "dhms";
    private static final long DAY = UNITS[0];

    private Times() {}

    /// Seconds of a span of time; empty when the text is none.
    public static OptionalLong span(String text) {
        Matcher match = SPAN.matcher(text.toLowerCase(Locale.ROOT));
        boolean sound =
                !text.isEmpty()
                        && match.matches()
                        && Character.isLetter(text.charAt(text.length() - 1));
        if (!sound) return OptionalLong.empty();
        long seconds = 0;
        for (int i = 0; i < UNITS.length; i++) {
            String number = match.group(i + 2);
            if (number != null) seconds += Long.parseLong(number) * UNITS[i];
        }
        return OptionalLong.of("-".equals(match.group(1)) ? -seconds : seconds);
    }

    /// The line with its spans of time without words and spaces: `2m` for `2 minutes`.
    public static String tight(String line) {
        return LOOSE.matcher(line).replaceAll(match -> letters(match.group()));
    }

    private static String letters(String span) {
        String lower = span.toLowerCase(Locale.ROOT).replaceAll("\\s+and\\s+", "");
        return lower.replaceAll("\\s+", "").replaceAll("([a-z])[a-z]*", "$1");
    }

    /// Seconds since midnight; empty when the text is no time of day.
    public static OptionalLong moment(String text) {
        Matcher match = MOMENT.matcher(text);
        if (!match.matches()) return OptionalLong.empty();
        long minutes = Long.parseLong(match.group(2));
        long seconds = match.group(3) == null ? 0 : Long.parseLong(match.group(3));
        if (minutes > 59 || seconds > 59) return OptionalLong.empty();
        return OptionalLong.of(Long.parseLong(match.group(1)) * 3600 + minutes * 60 + seconds);
    }

    /// The first such moment of a day that is not before another: what is said to be earlier than
    /// the beginning is of a day after it.
    static long notBefore(long earliest, long moment) {
        return moment + Math.max(0, Math.ceilDiv(earliest - moment, DAY)) * DAY;
    }

    /// The last such moment of a day that is not after another.
    static long notAfter(long latest, long moment) {
        return moment + Math.floorDiv(latest - moment, DAY) * DAY;
    }

    /// A span as it is written: `1h30m`, `0s`.
    public static String words(long seconds) {
        if (seconds < 0) return "-" + words(-seconds);
        StringBuilder text = new StringBuilder();
        long rest = seconds;
        for (int i = 0; i < UNITS.length; i++) {
            if (rest >= UNITS[i]) text.append(rest / UNITS[i]).append(LETTERS.charAt(i));
            rest %= UNITS[i];
        }
        return text.isEmpty() ? "0s" : text.toString();
    }

    /// A moment as it is written: `12:00`, `12:00:30`.
    public static String clock(long second) {
        String text = two(second / 3600) + ":" + two(second / 60 % 60);
        return second % 60 == 0 ? text : text + ":" + two(second % 60);
    }

    private static String two(long number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }
}
