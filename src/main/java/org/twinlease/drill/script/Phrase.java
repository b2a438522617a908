package org.twinlease.drill.script;

import org.jspecify.annotations.Nullable;
import org.twinlease.value.ServerState;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Function;

/// A sentence with gaps, such as `kill SERVER`, against which the words of a line are held.
final class Phrase {

    /// What a gap takes: in words for who left something else there.
    private enum Gap {
        SERVER("A (the primary), B (the secondary) or both"),
        TIME("a span of time such as 45s, 10m or 1h30m"),
        MOMENT("a time of day such as 12:00 or 12:00:30"),
        NUMBER("a number"),
        STATE("a failover state as dhcpd spells it, such as normal or communications-interrupted");

        final String takes;

        Gap(String takes) {
            this.takes = takes;
        }
    }

    /// How far the words of a line go along with a phrase. `values` is null unless they go all the
    /// way; `fault` says what is wrong in a gap where that alone keeps them from it.
    record Match(int words, @Nullable Values values, @Nullable String fault) {}

    private final List<String> words;

    Phrase(String text) {
        words = List.of(text.split(" "));
    }

    Match match(List<String> said) {
        Values values = Values.NONE;
        String fault = null;
        int sound = 0;
        for (int i = 0; i < words.size(); i++) {
            if (i >= said.size()) return new Match(sound, null, null);
            String word = words.get(i);
            String is = said.get(i);
            Gap gap = gap(word);
            if (gap == null) {
                if (!Wording.isSame(word, is)) return new Match(sound, null, null);
            } else {
                Values filled = fill(gap, is, values);
                if (filled != null) values = filled;
                else if (fault == null) fault = "\"" + is + "\" is not " + gap.takes;
            }
            if (fault == null) sound++;
        }
        if (said.size() > words.size()) return new Match(sound, null, null);
        return fault == null ? new Match(sound, values, null) : new Match(sound, null, fault);
    }

    private static @Nullable Gap gap(String word) {
        for (Gap gap : Gap.values()) if (gap.name().equals(word)) return gap;
        return null;
    }

    private @Nullable Values fill(Gap gap, String word, Values values) {
        return switch (gap) {
            case SERVER -> {
                int server = server(word);
                yield server < 0 ? null : values.at(server);
            }
            case TIME -> {
                boolean back = word.startsWith("-") && !setsClock();
                yield back ? null : timed(Times.span(word), values::lasting);
            }
            case MOMENT -> timed(Times.moment(word), values::on);
            case NUMBER -> {
                boolean number = word.matches("\\d{1,7}(\\.\\d{1,3})?");
                yield number ? values.counting(Double.parseDouble(word)) : null;
            }
            case STATE -> {
                ServerState state = state(word);
                yield state == null ? null : values.in(state);
            }
        };
    }

    /// Only a clock can be set back: nothing takes less than no time.
    private boolean setsClock() {
        return words.getFirst().equals("skew");
    }

    private static @Nullable Values timed(OptionalLong time, Function<Long, Values> into) {
        return time.isEmpty() ? null : into.apply(time.getAsLong());
    }

    private static int server(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "a", "primary" -> 0;
            case "b", "secondary" -> 1;
            case "both" -> Values.BOTH;
            default -> -1;
        };
    }

    private static @Nullable ServerState state(String word) {
        for (ServerState state : ServerState.values()) {
            if (state.word().equals(word.toLowerCase(Locale.ROOT))) return state;
        }
        return null;
    }

    /// The sentence with its gaps filled, in the number that they ask for.
    String write(Values values) {
        List<String> text = new ArrayList<>();
        boolean one = words.contains(Gap.NUMBER.name()) && values.number() == 1;
        boolean both = words.contains(Gap.SERVER.name()) && values.server() == Values.BOTH;
        for (String word : words) {
            Gap gap = gap(word);
            if (gap != null) text.add(write(gap, values));
            else if (one) text.add(Wording.ofOne(word));
            else text.add(both && word.equals("is") ? "are" : word);
        }
        return String.join(" ", text);
    }

    private static String write(Gap gap, Values values) {
        return switch (gap) {
            case SERVER -> Values.name(values.server());
            case TIME -> Times.words(values.seconds());
            case MOMENT -> Times.clock(values.moment());
            case NUMBER -> number(values.number());
            case STATE -> values.state() == null ? "" : values.state().word();
        };
    }

    static String number(double number) {
        boolean whole = number == Math.rint(number);
        return whole ? String.valueOf((long) number) : String.valueOf(number);
    }

    @Override
    public String toString() {
        return String.join(" ", words);
    }
}
