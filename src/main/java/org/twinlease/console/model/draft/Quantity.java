package org.twinlease.console.model.draft;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Numbers as people type them: `3600`, `1h`, `60 min`, `1h30m`, `01:00:00`.
public final class Quantity {
    private static final Pattern PART =
            Pattern.compile("\\s*([0-9]{1,10})\\s*(s|sec|m|min|h|d|w)(?![a-z])");
    private static final Pattern CLOCK =
            Pattern.compile("([0-9]{1,6}):([0-5]?[0-9]):([0-5]?[0-9])");
    private static final Pattern PLAIN = Pattern.compile("[0-9]{1,10}");

    private Quantity() {}

    /// A whole number; nothing for anything else.
    public static OptionalLong number(String typed) {
        String text = typed.strip();
        return PLAIN.matcher(text).matches()
                ? OptionalLong.of(Long.parseLong(text))
                : OptionalLong.empty();
    }

    /// A time in seconds; nothing for what is none.
    public static OptionalLong seconds(String typed) {
        String text = typed.strip().toLowerCase(Locale.ROOT);
        if (PLAIN.matcher(text).matches()) return OptionalLong.of(Long.parseLong(text));
        Matcher clock = CLOCK.matcher(text);
        if (clock.matches()) {
            return OptionalLong.of(
                    Long.parseLong(clock.group(1)) * 3_600
                            + Long.parseLong(clock.group(2)) * 60
                            + Long.parseLong(clock.group(3)));
        }
        Matcher part = PART.matcher(text);
        long sum = 0;
        int at = 0;
        while (at < text.length() && part.find(at) && part.start() == at) {
            sum += Long.parseLong(part.group(1)) * unit(part.group(2));
            at = part.end();
        }
        return at > 0 && at == text.length() ? OptionalLong.of(sum) : OptionalLong.empty();
    }

    private static long unit(String name) {
        return switch (name.charAt(0)) {
            case 'm' -> 60;
            case 'h' -> 3_600;
            case 'd' -> 86_400;
            case 'w' -> 604_800;
            default -> 1;
        };
    }
}
