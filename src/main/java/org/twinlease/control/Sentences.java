package org.twinlease.control;

import org.twinlease.value.Ip4;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The one table that turns what programs say (reasons, alarms, counters, a partner's messages)
/// into sentences for people. The words stand in `control/reasons.properties`,
/// `control/notices.properties` and `control/failover.properties`; log lines, the console and
/// command lines all read them here.
public final class Sentences {

    private static final ResourceBundle REASONS =
            ResourceBundle.getBundle("org.twinlease.control.reasons");
    private static final ResourceBundle NOTICES =
            ResourceBundle.getBundle("org.twinlease.control.notices");

    private static final ResourceBundle FAILOVER =
            ResourceBundle.getBundle("org.twinlease.control.failover");

    /// An operand in a sentence: its index and, optionally, how it is to be written.
    static final Pattern OPERAND = Pattern.compile("\\{(\\d)(?: (\\w+))?}");

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    private static final long[] UNIT_SECONDS = {86_400, 3_600, 60, 1};
    private static final String[] UNIT_NAMES = {"d", "h", "min", "s"};

    private Sentences() {}

    /// A decision's reason as one sentence with its numbers.
    public static String of(Reason reason) {
        return filled(REASONS.getString(reason.code().name()), reason.operands());
    }

    /// Several reasons as one paragraph, in their order.
    public static String of(List<Reason> reasons) {
        return String.join(" ", reasons.stream().map(Sentences::of).toList());
    }

    /// What a message between the servers of a pair means, as one sentence with its numbers.
    public static String of(Meaning meaning) {
        return filled(FAILOVER.getString(meaning.code().name()), meaning.operands());
    }

    /// An order by its name and what it is about: `partner-down fo`.
    public static String order(Command command) {
        String kind = command.getClass().getSimpleName().replaceAll("(?<=.)([A-Z])", "-$1");
        String about =
                switch (command) {
                    case Command.Release(Ip4 address) -> address.toString();
                    case Command.Unabandon(Ip4 address) -> address.toString();
                    case Command.MarkDrills mark -> mark.mark().word();
                    case Command.BeginDrill begin -> begin.act().word() + " " + begin.name();
                    case Command.ToPair pair -> pair.name();
                };
        return kind.toLowerCase(Locale.ROOT) + " " + about;
    }

    /// A kind of alarm in a few words.
    public static String label(AlarmType type) {
        return NOTICES.getString(type.name() + ".label");
    }

    /// What is counted, in a few words.
    public static String label(Counter counter) {
        return NOTICES.getString(counter.name() + ".label");
    }

    /// What happened, with the alarm's detail.
    public static String sentence(AlarmView alarm) {
        return filled(
                NOTICES.getString(alarm.type().name() + ".sentence"),
                List.<Object>of(alarm.detail()));
    }

    /// What such an alarm says, with an ellipsis in the place of its detail.
    public static String form(AlarmType type) {
        return open(NOTICES.getString(type.name() + ".sentence"));
    }

    /// What such a reason says, with an ellipsis in the place of each number.
    public static String form(ReasonCode code) {
        return open(REASONS.getString(code.name()));
    }

    /// What such a message says, with an ellipsis in the place of each number.
    public static String form(MeaningCode code) {
        return open(FAILOVER.getString(code.name()));
    }

    private static String open(String pattern) {
        return OPERAND.matcher(pattern).replaceAll("…");
    }

    /// What an alarm means for clients.
    public static String meaning(AlarmType type) {
        return NOTICES.getString(type.name() + ".meaning");
    }

    /// What an operator should do about an alarm.
    public static String advice(AlarmType type) {
        return NOTICES.getString(type.name() + ".advice");
    }

    /// Seconds in words: the largest unit and, where it says more, the next one ("8 h", "1 d 12 h",
    /// "45 s").
    public static String duration(long seconds) {
        if (seconds < 0) return "-" + duration(-seconds);
        for (int i = 0; i < UNIT_SECONDS.length; i++) {
            if (seconds < UNIT_SECONDS[i]) continue;
            String text = seconds / UNIT_SECONDS[i] + " " + UNIT_NAMES[i];
            if (i + 1 == UNIT_SECONDS.length) return text;
            long next = seconds % UNIT_SECONDS[i] / UNIT_SECONDS[i + 1];
            return next == 0 ? text : text + " " + next + " " + UNIT_NAMES[i + 1];
        }
        return "0 s";
    }

    private static String filled(String pattern, List<Object> operands) {
        return OPERAND.matcher(pattern)
                .replaceAll(match -> Matcher.quoteReplacement(operand(match, operands)));
    }

    private static String operand(MatchResult match, List<Object> operands) {
        Object value = operands.get(Integer.parseInt(match.group(1)));
        String form = match.group(2);
        if (form == null || !(value instanceof Number number)) return value.toString();
        long seconds = number.longValue();
        return switch (form) {
            case "time" -> duration(seconds);
            case "ago" -> seconds < 0 ? "in " + duration(-seconds) : duration(seconds) + " ago";
            case "clock" -> CLOCK.format(Instant.ofEpochSecond(seconds));
            case "ahead" -> Math.abs(seconds) + (seconds < 0 ? " s behind" : " s ahead of");
            case "unused" -> seconds < 0 ? "never used" : "unused for " + duration(seconds);
            default -> throw new IllegalArgumentException("no such form: " + form);
        };
    }
}
